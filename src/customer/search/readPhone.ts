import {
  getCountryCallingCode,
  isSupportedCountry,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/min';
import { parseNumber } from './parseNumber.ts';
import type { PhoneReader, PhoneReading } from './interpret.ts';

/** At most 15 digits (ITU-T E.164); the plans of some countries would leave room for more. */
const e164 = /^\+[1-9]\d{4,14}$/;

/** Possible by length, not valid by range: Gladly takes numbers of ranges that no list knows yet. */
function parsed(text: string, home?: CountryCode): PhoneNumber | undefined {
  const phone = parseNumber(text, home);
  if (!phone?.isPossible() || !e164.test(phone.number)) return undefined;
  // No area code of the North American plan begins with 0 or 1 (NANPA), though the length would do.
  return phone.countryCallingCode === '1' && /^[01]/.test(phone.nationalNumber) ? undefined : phone;
}

function reading(phone: PhoneNumber | undefined, home?: CountryCode): PhoneReading | undefined {
  if (!phone) return undefined;
  const assumed = home !== undefined && phone.countryCallingCode === getCountryCallingCode(home);
  const region = phone.country ?? (assumed ? home : undefined);
  return {
    e164: phone.number,
    display: phone.formatInternational(),
    ...(region !== undefined && { region }),
    assumed,
  };
}

/**
 * Reads a number with libphonenumber. `00` is taken for the international prefix everywhere, as
 * ITU-T E.164 recommends it, and bare digits that are no number of the region for an international
 * one without its `+`. Latin, Arabic-Indic and Persian digits are read.
 */
export const readPhone: PhoneReader = (text, region) => {
  const plus = /^\(?\+(.*)$/s.exec(text)?.[1];
  // "(+44) 20": without its opening bracket the other one is mere punctuation.
  if (plus !== undefined) return reading(parsed(`+${plus.trimStart()}`));
  const home = isSupportedCountry(region) ? region : undefined;
  const bare = /^[1-9٠-٩۰-۹]\p{Nd}*$/u.test(text);
  return (
    reading(/^[0٠۰]{2}/.test(text) ? parsed(`+${text.slice(2)}`) : undefined) ??
    reading(home && parsed(text, home), home) ??
    reading(bare ? parsed(`+${text}`) : undefined)
  );
};
