import type { Channel, Customer, Email, Phone } from '#src/contract/customer.ts';

/** One way to a person in the real world, whatever the number of entries that tell of it. */
export interface ContactLine {
  kind: 'email' | 'phone' | 'channel';
  /** The same for the same point in a later answer, and no other line's; where no value was sent, its place. */
  key: string;
  /** As Gladly normalized it, else as it was entered; empty when neither was sent. */
  value: string;
  primary: boolean;
  /** What Gladly sent for it: more than one entry when it holds the same twice. */
  emails: Email[];
  phones: Phone[];
  channels: Channel[];
}

const isNumber = /^\s*\+?[\p{Nd}\s().-]+$/u;

/** Equal for two spellings of one number. What has no digit at all is kept as it is. */
export const digitsOf = (value: string) => value.replace(/[^\p{Nd}+]/gu, '') || value;

/** Equal for two spellings of one e-mail address. */
export const addressOf = (value: string) => value.trim().toLowerCase();

/**
 * Joins e-mail addresses, numbers and channels by their normalized values, so that each stands in
 * exactly one line: the primary ones first, then addresses, numbers, and channels that match neither.
 * A number with another extension is another telephone; a channel goes to the first of them.
 */
export function contactLines({ emails, phones, channels }: Customer): ContactLine[] {
  const lines: ContactLine[] = [];
  const known = new Map<string, ContactLine>();

  /** The line of that key; a new one where there is none yet, or no key to compare by. */
  function lineAt(kind: ContactLine['kind'], value: string, key: string): ContactLine {
    const found = known.get(key);
    if (found) return found;
    const line = {
      kind,
      key: key || String(lines.length),
      value,
      primary: false,
      emails: [],
      phones: [],
      channels: [],
    };
    lines.push(line);
    if (key) known.set(key, line);
    return line;
  }

  for (const email of emails ?? []) {
    const value = email.normalized || email.original || '';
    const line = lineAt('email', value, value && `e${addressOf(value)}`);
    line.emails.push(email);
    line.primary ||= email.primary === true;
  }
  for (const phone of phones ?? []) {
    const value = phone.normalized || phone.original || '';
    const number = `n${digitsOf(value)}`;
    const line = lineAt('phone', value, value && `p${number};${phone.extension ?? ''}`);
    if (value && !known.has(number)) known.set(number, line);
    line.phones.push(phone);
    line.primary ||= phone.primary === true;
  }
  for (const channel of channels ?? []) {
    const { type = '', address = '' } = channel;
    const email = known.get(`e${addressOf(address)}`);
    const key = isNumber.test(address)
      ? `n${digitsOf(address)}`
      : `c${type}\0${addressOf(address)}`;
    (email ?? lineAt('channel', address, key)).channels.push(channel);
  }
  return lines.toSorted((a, b) => Number(b.primary) - Number(a.primary));
}
