import { customerText } from '../customerText.ts';
import { addressOf, digitsOf, type ContactLine } from './contactLines.ts';

const text = customerText.contact;

const once = (list: (string | false | undefined)[]) =>
  [...new Set(list)].filter(Boolean).join(' · ');

/** The channel's name; of one that nobody documented as Gladly writes it. */
export const channelName = (type?: string) =>
  type ? (text.channels[type] ?? type) : text.noChannel;

/** What kind of contact point it is, by the types that Gladly sent. */
export const labelOf = ({ kind, phones, channels }: ContactLine): string =>
  once(
    kind === 'email'
      ? [text.email]
      : kind === 'phone'
        ? phones.map(({ type = 'OTHER' }) => text.phoneTypes[type] ?? text.phone(type))
        : channels.map(({ type }) => channelName(type)),
  );

/** Whether what was entered says more than the value: another case or grouping, or no calling code, does not. */
function isMore(original: string, value: string): boolean {
  if (value.includes('@')) return addressOf(original) !== addressOf(value);
  const digits = digitsOf(original).replace(/^\+?0*/, '');
  // Before a national number a calling code of at most three digits is missing.
  const missing = digitsOf(value).length - digits.length;
  return missing > 4 || !digitsOf(value).endsWith(digits);
}

/** What is to be known about a line beside its value, each fact once. */
export function factsOf({ kind, emails, phones, channels, value }: ContactLine): string {
  const onPoint = kind !== 'channel';
  return once([
    ...phones.flatMap(({ extension, smsPreference: sms, type }) => [
      extension && text.extension(extension),
      sms && (text.sms[sms] ?? text.smsUnknown(sms)),
      type && !text.phoneTypes[type] && text.unknownType,
    ]),
    ...channels.flatMap(({ type = '' }) => [
      // What goes without saying of an address or a number is to be said where it matches none.
      /^(EMAIL|VOICE|SMS)$/.test(type)
        ? !onPoint && value && text.unmatched
        : onPoint && channelName(type),
      type && !text.channels[type] && text.noChannel,
    ]),
    ...[...emails, ...phones].map(
      ({ original }) => original && isMore(original, value) && text.entered(original),
    ),
  ]);
}
