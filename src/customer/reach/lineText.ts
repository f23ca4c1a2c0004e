import { customerText } from '../customerText.ts';
import { digitsOf, type ContactLine } from './contactLines.ts';

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
      ({ original }) =>
        original &&
        // Another grouping of the same digits says nothing more.
        (kind === 'phone' ? digitsOf(original) !== digitsOf(value) : original !== value) &&
        text.entered(original),
    ),
  ]);
}
