import { idPattern } from '#src/contract/paths.ts';
import { readEmails } from './readEmails.ts';

/** A number as it was understood. */
export interface PhoneReading {
  /** `+` and up to 15 digits (ITU-T E.164): the only form that Find takes. */
  e164: string;
  /** The same, grouped for the eye. */
  display: string;
  /** ISO 3166 region of the number; absent where a calling code is no country's. */
  region?: string;
  /** The text had no country calling code: the region was assumed. */
  assumed: boolean;
}

/** Reads a text without extension; national numbers as of `region`. `undefined`: no number of possible length. */
export type PhoneReader = (text: string, region: string) => PhoneReading | undefined;

export type Interpretation =
  | { by: 'email' | 'externalCustomerId' | 'id'; value: string }
  | { by: 'phoneNumber'; value: string; phone: PhoneReading; extension?: string };

/** Why nothing is searched: there is no text, or it can be none of what Gladly can search. */
export type Refusal = 'empty' | 'too_long' | 'name' | 'phone' | 'web_address';

export interface Understanding {
  /** Most likely first; never more than {@link mostSearches}. */
  interpretations: readonly Interpretation[];
  /** There exactly when nothing is to be searched. */
  refusal?: Refusal;
}

/** Gladly's ten requests a second are shared by the whole organization (Gladly REST API, Rate limits). */
export const mostSearches = 3;

const longestText = 1_000;
/** A shorter run of digits is an id: a national number without its area code cannot be searched anyway. */
const fewestDigits = 7;
/** Gladly reads a number without region as one of the US (Gladly REST API, Customers: Phone). */
const gladlyRegion = 'US';

/** Marks that come along when text is copied from a page and that nobody sees. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const wrapping = /^[\s"'<>,;“”„«»‘’]+|[\s"'<>,;“”„«»‘’]+$/g;
const ourAddress = /^\S*[?&]customer=([^&#\s]+)\S*$/;
const webAddress = /^https?:\/\/\S+$/i;
const nameLike = /^[\p{L}\p{M}\s.,'’-]+$/u;
const phoneShape =
  /^(?<label>(?:tel|telephone|phone|mobile|cell|fax|sms|callto|whatsapp)[.:\s]\s*)?(?<number>\(?\+?[\p{Nd}\s().\p{Pd}/·~]*\p{Nd}[\s.)]*)(?:[\s,;]*(?:;ext=|extension|extn?\.?|x|#|,)[\s.:]*(?<extension>\p{Nd}{1,9}))?$/iu;

/**
 * What a text pasted into the search may mean. Pure; `readPhone` is libphonenumber, which is loaded
 * apart. `region` is where a number without country calling code is read first, the US second.
 *
 * An address of ours is the id in it and e-mail addresses are found inside any text; both are
 * unmistakable. So is a phone number with a `+`, brackets or a label, or one of possible length with
 * a space or an extension; other digits may be an id as well. A text with white space is an external customer id
 * only if it has a digit: Gladly compares those ids as a whole, and words with spaces are names,
 * which Gladly cannot search.
 */
export function interpretQuery(
  text: string,
  readPhone: PhoneReader,
  region: string,
): Understanding {
  if (text.length > longestText) return refused('too_long');
  const clean = text.replace(invisible, '').replace(wrapping, '');
  if (clean === '') return refused('empty');

  const linked = idInAddress(clean);
  if (linked !== undefined) return found([{ by: 'id', value: linked }]);
  if (webAddress.test(clean)) return refused('web_address');
  const emails = readEmails(clean);
  if (emails.length > 0) return found(emails.map((value) => ({ by: 'email', value })));

  const { phones, certain } = readPhones(clean, readPhone, region);
  if (certain) return phones.length > 0 ? found(phones) : refused('phone');
  if (looksLikeName(clean)) return refused('name');
  return found([...phones, ...readIds(clean, phones.length > 0)]);
}

const refused = (refusal: Refusal): Understanding => ({ interpretations: [], refusal });

const found = (list: readonly Interpretation[]): Understanding => ({
  interpretations: list.slice(0, mostSearches),
});

function idInAddress(text: string): string | undefined {
  const encoded = ourAddress.exec(text)?.[1];
  // An id needs no encoding, so a text with `%` in it is none.
  return encoded !== undefined && idPattern.test(encoded) ? encoded : undefined;
}

function looksLikeName(text: string): boolean {
  const words = /\s/.test(text);
  if (words && !/\p{Nd}/u.test(text)) return true;
  // One word of plain letters may be an id; ids in other scripts or with an apostrophe are unheard of.
  return nameLike.test(text) && !/^[A-Za-z.,-]+$/.test(text);
}

function readPhones(text: string, readPhone: PhoneReader, region: string) {
  const shape = phoneShape.exec(text.normalize('NFKC'))?.groups;
  const number = shape?.['number']?.trim();
  if (shape === undefined || number === undefined) return { phones: [], certain: false };
  const { label, extension } = shape;
  const marked = label !== undefined || /[+()]/.test(number);
  const digits = number.match(/\p{Nd}/gu)?.length ?? 0;
  if (digits < fewestDigits) return { phones: [], certain: marked };

  const distinct = new Map<string, Interpretation>();
  for (const assumed of [region, gladlyRegion]) {
    const phone = readPhone(number, assumed);
    if (!phone || distinct.has(phone.e164)) continue;
    const more = extension === undefined ? {} : { extension };
    distinct.set(phone.e164, { by: 'phoneNumber', value: phone.e164, phone, ...more });
  }
  const grouped = /\s/.test(number) || extension !== undefined;
  return { phones: [...distinct.values()], certain: marked || (distinct.size > 0 && grouped) };
}

/** Ids with a letter are likelier Gladly's own, which are never counted up; digits are likelier a shop's. */
function readIds(text: string, maybePhone: boolean): Interpretation[] {
  const external: Interpretation = { by: 'externalCustomerId', value: text };
  const own: Interpretation = { by: 'id', value: text };
  const plainDigits = /^\d+$/.test(text);
  if (!idPattern.test(text) || (maybePhone && !plainDigits)) return [external];
  return plainDigits ? [external, own] : [own, external];
}
