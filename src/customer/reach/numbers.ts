import {
  getCountryCallingCode,
  isSupportedCountry,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/min';
import type { Phone } from '#src/contract/customer.ts';
import { parseNumber } from '../search/parseNumber.ts';
import { browserRegion } from '../search/phoneReader.ts';
import type { ContactLine } from './contactLines.ts';

/** The region that Gladly holds for a number, if libphonenumber knows such a one. */
export function regionOf({ regionCode = '' }: Phone): CountryCode | undefined {
  const code = regionCode.toUpperCase();
  return isSupportedCountry(code) ? code : undefined;
}

/** The number of a line, where it is one whose country calling code is known. */
export function numberOf({ kind, value, phones }: ContactLine): PhoneNumber | undefined {
  if (kind === 'email' || (kind === 'channel' && !value.startsWith('+'))) return undefined;
  return parseNumber(value, phones.map(regionOf).find(Boolean));
}

export const callingCodeOf = (region: CountryCode): string => getCountryCallingCode(region);

/**
 * A line's value as people read it: a number of the reader's own calling code as it is dialled there,
 * another with its country's; anything that is no possible number as Gladly holds it.
 */
export function display(line: ContactLine, reader = browserRegion()): string {
  const number = numberOf(line);
  if (!number?.isPossible()) return line.value;
  const isHome = isSupportedCountry(reader) && number.countryCallingCode === callingCodeOf(reader);
  return isHome ? number.formatNational() : number.formatInternational();
}
