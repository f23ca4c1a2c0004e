import {
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/min';

/** Reads a text that is a number and nothing else; national ones need a region. */
export function parseNumber(value: string, region?: CountryCode): PhoneNumber | undefined {
  return parsePhoneNumberFromString(value, {
    extract: false,
    ...(region && { defaultCountry: region }),
  });
}
