import { mailto } from '../mailto.ts';
import type { ContactLine } from './contactLines.ts';
import { numberOf } from './numbers.ts';

type Way = 'email' | 'call' | 'text' | 'whatsapp';

export interface Action {
  way: Way;
  href: string;
  /** The customer has not agreed to it (SMS preference OFF). */
  off?: boolean;
  /** Gladly did not send this channel: it follows from the contact point. */
  derived?: boolean;
}

/** The number as RFC 3966 and `sms:` want it; one that cannot be read, as far as it can be dialled. */
function dialable(line: ContactLine): string | undefined {
  const number = numberOf(line);
  if (number?.isPossible()) return number.number;
  const digits = line.value.normalize('NFKC').replace(/[\s().-]/g, '');
  return /^\+?\d{3,15}$/.test(digits) ? digits : undefined;
}

/** Everything that can be done with a contact point from here, in the order of use. */
export function actionsOf(line: ContactLine): Action[] {
  const { kind, value, phones, channels } = line;
  const actions: Action[] = [];
  const add = (way: Way, type: string, href: string, off = false) => {
    const derived = channels.some((channel) => channel.type === type && channel.derived);
    actions.push({ way, href, ...(off && { off }), ...(derived && { derived }) });
  };
  const has = (type: string) => channels.some((channel) => channel.type === type);
  const letter = kind === 'email' || has('EMAIL') ? mailto(value) : undefined;
  if (letter !== undefined) add('email', 'EMAIL', letter);
  const dial = kind === 'email' ? undefined : dialable(line);
  if (dial === undefined) return actions;
  const extension = phones[0]?.extension?.replace(/[^\d.()-]/g, '');
  if (kind === 'phone' || has('VOICE'))
    add('call', 'VOICE', `tel:${dial}${extension ? `;ext=${extension}` : ''}`);
  const prefers = (preference: string) =>
    phones.some(({ smsPreference }) => smsPreference === preference);
  const off = prefers('OFF');
  if (!prefers('FORBIDDEN') && (off || prefers('ON') || has('SMS')))
    add('text', 'SMS', `sms:${dial}`, off);
  // WhatsApp knows numbers by their digits, country calling code first.
  if (has('WHATSAPP') && dial.startsWith('+'))
    add('whatsapp', 'WHATSAPP', `https://wa.me/${dial.slice(1)}`);
  return actions;
}
