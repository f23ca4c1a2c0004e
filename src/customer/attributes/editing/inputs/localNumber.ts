import { isJsonNumber } from '#src/contract/json/isJsonNumber.ts';
import { reader } from '#src/ui/reader.ts';

/** How a locale writes numbers. */
interface Signs {
  decimal: string;
  group: string;
  /** From 0 to 9. */
  digits: readonly string[];
  /** How many digits stand in the last group, and in each before it: 3 and 2 in India. */
  primary: number;
  secondary: number;
}

const known = new Map<string | undefined, Signs>();

function signsOf(locale: string | undefined): Signs {
  const found = known.get(locale);
  if (found) return found;
  const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).formatToParts(
    1_234_567_890.5,
  );
  const sign = (type: string) => parts.find((part) => part.type === type)?.value;
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  const lengths = parts
    .filter(({ type }) => type === 'integer')
    .map(({ value }) => Array.from(value).length);
  const signs = {
    decimal: sign('decimal') ?? '.',
    group: sign('group') ?? '',
    digits: Array.from({ length: 10 }, (_, digit) => plain.format(digit)),
    primary: lengths.at(-1) ?? 3,
    secondary: lengths.at(-2) ?? 3,
  };
  known.set(locale, signs);
  return signs;
}

const bidiMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const arabicDigits = Array.from('٠١٢٣٤٥٦٧٨٩');
const persianDigits = Array.from('۰۱۲۳۴۵۶۷۸۹');

/** ASCII digits and minus, each sort of space as one, each apostrophe as one. */
function normalized(typed: string, { digits }: Signs): string {
  return Array.from(typed.replaceAll(bidiMarks, '').trim(), (character) => {
    for (const set of [digits, arabicDigits, persianDigits])
      if (set.includes(character)) return String(set.indexOf(character));
    if (/\s/.test(character)) return ' ';
    if (/[’ʼ]/.test(character)) return "'";
    return /[−‒–]/.test(character) ? '-' : character;
  }).join('');
}

/** The digits of a whole part that may be grouped, and whether it was; `undefined` when its groups are wrong. */
function ungrouped(whole: string, signs: Signs): { digits: string; grouped: boolean } | undefined {
  const sign = /[^\d]/.exec(whole)?.[0];
  if (sign === undefined) return { digits: whole, grouped: false };
  const own = normalized(signs.group, signs) || ' ';
  const isOwn = sign === own || (own === '' && sign === ' ');
  if (!isOwn && sign !== ' ' && sign !== "'") return undefined;
  const { primary, secondary } = isOwn ? signs : { primary: 3, secondary: 3 };
  const groups = whole.split(sign);
  const fits = groups.every((group, place) => {
    if (!/^\d+$/.test(group)) return false;
    if (place === 0) return group.length <= secondary;
    return group.length === (place === groups.length - 1 ? primary : secondary);
  });
  return fits ? { digits: groups.join(''), grouped: true } : undefined;
}

/** What a text means as a number: one JSON number, two that it may mean as well, or none. */
export type NumberReading = { json: string } | { either: readonly [string, string] } | undefined;

/**
 * Reads a number as people of a locale (by default the reader's) write it, with every digit kept: `1.10` does
 * not become `1.1`, nor is a long one rounded. Where the point parts thousands, `1.234` may as well be
 * meant as JSON has it, and is nobody's to decide but the writer's.
 */
export function readNumber(typed: string, locale = reader.locale): NumberReading {
  const signs = signsOf(locale);
  const text = normalized(typed, signs);
  const [, sign = '', body = '', power = ''] = /^([+-]?)([^eE]*)([eE][+-]?\d+)?$/.exec(text) ?? [];
  const group = normalized(signs.group, signs);
  const decimals = group === '.' ? [signs.decimal] : [signs.decimal, '.'];
  const parts = body.split(decimals.find((decimal) => body.includes(decimal)) ?? signs.decimal);
  const [wholePart = '', fraction = ''] = parts;
  const whole = ungrouped(wholePart, signs);
  if (parts.length > 2 || !whole || !/^\d*$/.test(fraction)) return undefined;
  if (whole.digits === '' && fraction === '') return undefined;
  const minus = sign === '-' ? '-' : '';
  const digits = whole.digits.replace(/^0+(?=\d)/, '') || '0';
  const json = `${minus}${digits}${fraction && `.${fraction}`}${power}`;
  return whole.grouped && isJsonNumber(text) ? { either: [json, text] } : { json };
}

/** A JSON number in the digits and with the decimal sign of a locale, no digit left out, and nothing grouped. */
export function shownNumber(json: string, locale = reader.locale): string {
  const { digits, decimal } = signsOf(locale);
  return json.replaceAll(/[\d.]/g, (sign) =>
    sign === '.' ? decimal : (digits[Number(sign)] ?? ''),
  );
}

/** Stands behind a text that JSON would take for a number, and that was not read as one. */
const unread = '?';

/** Whether a row's text is a number that could be meant in two ways or in none. */
export const isUnread = (text: string) => text.endsWith(unread) && isJsonNumber(text.slice(0, -1));

/** What a row holds of a number as it is typed: the JSON number; else what was typed, never by chance another number. */
export function numberText(typed: string, locale = reader.locale): string {
  const reading = readNumber(typed, locale);
  if (reading && 'json' in reading) return reading.json;
  return isJsonNumber(typed.trim()) ? typed.trim() + unread : typed;
}

/** What the control shows of a row's text, the reverse of {@link numberText}. */
export function shownNumberText(text: string, locale = reader.locale): string {
  if (isJsonNumber(text)) return shownNumber(text, locale);
  return isUnread(text) ? text.slice(0, -1) : text;
}
