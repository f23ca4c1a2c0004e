import { reader } from '#src/ui/reader.ts';
import type { PhoneReader } from './interpret.ts';

let loading: Promise<PhoneReader> | undefined;

/**
 * Fetches libphonenumber, which is larger than the rest of the search, once. Call it early; rejects
 * when the network or a new deployment is in the way, and may then be called again.
 */
export async function loadPhoneReader(): Promise<PhoneReader> {
  loading ??= import('./readPhone.ts').then((module) => module.readPhone);
  try {
    return await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

/** What can be read without libphonenumber: a `+`, then E.164's 5 to 15 digits, however they are grouped. */
export const readMarkedNumber: PhoneReader = (text) => {
  // "(0)" is a digit to leave out when calling from abroad.
  const marked = /^\+[\d\s().-]+$/.test(text) && !text.includes('(0');
  const digits = marked ? text.replace(/\D/g, '') : '';
  if (!/^[1-9]\d{4,14}$/.test(digits)) return undefined;
  return { e164: `+${digits}`, display: `+${digits}`, assumed: false };
};

/** The region of the reader's language, such as `GB` for `en-GB` and `DE` for `de`; the US when it has none. */
export function browserRegion(): string {
  try {
    return new Intl.Locale(reader.locale ?? navigator.language).maximize().region ?? 'US';
  } catch {
    return 'US';
  }
}
