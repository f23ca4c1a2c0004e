import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { objectsIn } from './json.ts';

/**
 * The address alone, as Gladly stores it, and its lower-case form by which it is found and unique.
 * A display name is dropped (Gladly REST API, Customers: Email).
 */
export function readEmail(text: string): { original: string; normalized: string } | undefined {
  const original = (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim();
  if (!/^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)+$/.test(original)) return undefined;
  return { original, normalized: original.toLowerCase() };
}

/**
 * A number as E.164 with its region. Without a region a number that is no E.164 is read as one of the
 * US (Gladly REST API, Customers: Phone). Length decides, not validity: Gladly's own documented
 * numbers belong to no assigned range.
 */
export function readPhone(
  original: string,
  region = 'US',
): { normalized: string; regionCode: string } | undefined {
  if (!isSupportedCountry(region)) return undefined;
  const phone = parsePhoneNumberFromString(original, { defaultCountry: region, extract: false });
  if (phone?.isPossible() !== true) return undefined;
  const ownRegion = original.trimStart().startsWith('+')
    ? (phone.country ?? phone.getPossibleCountries()[0])
    : undefined;
  return { normalized: phone.number, regionCode: ownRegion ?? region };
}

/** By what a profile is found and what it occupies. Gladly keeps only e-mails and MOBILE numbers unique. */
export type ContactKeys = { emails: string[]; phones: string[]; mobiles: string[] };

/** The contact points that are sound; broken ones cannot be found, and occupy nothing. */
export function contactKeysOf(fields: ReadonlyMap<string, string>): ContactKeys {
  const normalized = (entries: Record<string, unknown>[]) =>
    entries.map((entry) => entry['normalized']).filter((value) => typeof value === 'string');
  const phones = objectsIn(fields.get('phones'));
  return {
    emails: normalized(objectsIn(fields.get('emails'))),
    phones: normalized(phones),
    mobiles: normalized(phones.filter((phone) => phone['type'] === 'MOBILE')),
  };
}
