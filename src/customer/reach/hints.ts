import { validatePhoneNumberLength } from 'libphonenumber-js/min';
import type { Email, Phone } from '#src/contract/customer.ts';
import { parseNumber } from '../search/parseNumber.ts';
import { addressOf, type ContactLine } from './contactLines.ts';
import { insightText, type HintText } from './insightText.ts';
import { callingCodeOf, display, regionOf } from './numbers.ts';
import { meantDomain, slipBetween } from './slip.ts';

const text = insightText.hints;

/** A remark on one line, or on all lines of a kind where it has none. */
export interface Hint extends HintText {
  line?: ContactLine;
}

function emailHints({ original = '', normalized = '' }: Email): HintText[] {
  const hints: HintText[] = [];
  if (original && normalized && addressOf(original) !== addressOf(normalized))
    hints.push(text.emailDiffers(original));
  const meant = meantDomain(addressOf(normalized || original));
  if (meant) hints.push(text.typo(meant));
  return hints;
}

/** Whether region, original and normalized number tell of one number: at most one hint, the most likely cause. */
function originHint(phone: Phone): HintText | undefined {
  const { original = '', normalized = '' } = phone;
  const region = regionOf(phone);
  const value = normalized || original;
  const number = parseNumber(value, region);
  const code = number?.countryCallingCode;
  if (region && code && callingCodeOf(region) !== code)
    return text.regionDiffers(region, `+${code}`);
  if (!original || !normalized) return undefined;
  // Without a region Gladly takes what has no country calling code for a number of the US.
  const read = parseNumber(original, region ?? 'US');
  if (read && number && read.number !== number.number)
    return text.phoneDiffers(original, read.formatInternational());
  const isMarked = /^\s*\(?\+|^\s*0(0|11)/.test(original);
  return read && !phone.regionCode && !isMarked ? text.readAsUs(original) : undefined;
}

function phoneHints(phone: Phone): HintText[] {
  const value = phone.normalized || phone.original || '';
  const origin = originHint(phone);
  const problem = value ? validatePhoneNumberLength(value, regionOf(phone)) : undefined;
  return [
    ...(origin ? [origin] : []),
    ...(problem ? [{ what: text.length[problem], why: text.lengthWhy, todo: text.confirm }] : []),
  ];
}

function lineHints(line: ContactLine): HintText[] {
  const { emails, phones, channels } = line;
  const hints = [...emails.flatMap(emailHints), ...phones.flatMap(phoneHints)];
  const held = emails.length + phones.length;
  if (held > 1) hints.push(text.twice(held));
  const forbidden = phones.some(({ smsPreference }) => smsPreference === 'FORBIDDEN');
  if (forbidden && channels.some(({ type }) => type === 'SMS')) hints.push(text.smsForbidden());
  // The same entry twice has the same problem twice.
  return hints.filter((hint, place) => hints.findIndex(({ what }) => what === hint.what) === place);
}

function primaryHints(lines: readonly ContactLine[], kind: 'email' | 'phone'): HintText[] {
  const ofKind = lines.filter((line) => line.kind === kind && line.value);
  const count = ofKind.filter(({ primary }) => primary).length;
  if (ofKind.length < 2 || count === 1) return [];
  const name = text.kinds[kind];
  return [count === 0 ? text.noPrimary(name) : text.severalPrimary(count, name)];
}

/** Who holds more of a kind than this has series of them, and neighbours in a series are no slips. */
const fewPoints = 8;

/** Addresses a letter apart and numbers with two digits swapped; other digits make series, not slips. */
function alikeHints(lines: readonly ContactLine[], kind: 'email' | 'phone'): Hint[] {
  const ofKind = lines.filter((line) => line.kind === kind && line.value.length >= 8);
  if (ofKind.length > fewPoints) return [];
  return ofKind.flatMap((line, place) => {
    const other = ofKind.slice(0, place).find(({ value }) => {
      if (kind === 'email') {
        const slip = slipBetween(addressOf(value), addressOf(line.value));
        return slip !== undefined && !/\p{Nd}/u.test(slip.of);
      }
      return slipBetween(value, line.value)?.kind === 'swap';
    });
    return other ? [{ line, ...text.alike(display(other)) }] : [];
  });
}

/** Everything that is remarkable about the contact points, in the order of the lines. Hints only: nothing is refused for them. */
export function hintsOf(lines: readonly ContactLine[]): Hint[] {
  const kinds = ['email', 'phone'] as const;
  const alike = kinds.flatMap((kind) => alikeHints(lines, kind));
  const ofLines = lines.flatMap((line) => [
    ...lineHints(line).map((hint) => ({ line, ...hint })),
    ...alike.filter((hint) => hint.line === line),
  ]);
  return [...ofLines, ...kinds.flatMap((kind) => primaryHints(lines, kind))];
}
