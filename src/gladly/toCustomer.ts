import type { Channel, Customer, Phone } from '#src/contract/customer.ts';
import type { WireFields, WireProfile } from './wire.ts';

/** Gladly's words for phone types (Gladly REST API, Customers) to the resource's; no type at all is OTHER. */
function phoneType(type: unknown): string {
  if (typeof type !== 'string' || type === '') return 'OTHER';
  return type === 'OFFICE' ? 'WORK' : type;
}

const toPhone = (phone: WireFields): Phone => ({ ...phone, type: phoneType(phone['type']) });

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function addressOf(point: WireFields): string | undefined {
  return [point['normalized'], point['original']].find(isText);
}

/**
 * Gladly's API sends no channels, so they follow from the contact points: every e-mail address takes
 * EMAIL, every number VOICE, and SMS where the customer can be texted: preference ON, or a mobile
 * number whose preference is not OFF or FORBIDDEN.
 */
function deriveChannels(emails: WireFields[], phones: WireFields[]): Channel[] {
  const channels: Channel[] = [];
  const add = (type: string, address: string | undefined) => {
    const known = channels.some((other) => other.type === type && other.address === address);
    if (address !== undefined && !known) channels.push({ type, address, derived: true });
  };
  for (const email of emails) add('EMAIL', addressOf(email));
  for (const phone of phones) {
    add('VOICE', addressOf(phone));
    const preference = phone['smsPreference'];
    const refused = preference === 'OFF' || preference === 'FORBIDDEN';
    if (preference === 'ON' || (phone['type'] === 'MOBILE' && !refused))
      add('SMS', addressOf(phone));
  }
  return channels;
}

/** What only we say must not come from upstream, where the same name means something else or nothing. */
const isOurs = (name: string) => name === 'unreadable' || name === 'derived';

const toChannel = (channel: WireFields): Channel =>
  Object.fromEntries(Object.entries(channel).filter(([name]) => !isOurs(name)));

/** The customer that a wire profile stands for. One that already has the resource's shape passes unchanged. */
export function toCustomer({ id, texts, lists, maps, ...rest }: WireProfile): Customer {
  const { updatedAt, modifiedAt = updatedAt, ...plain } = texts;
  const { emails, phones } = lists;
  const derived = deriveChannels(emails ?? [], phones ?? []);
  const channels = lists.channels?.map(toChannel) ?? (derived.length > 0 ? derived : undefined);
  const otherFields = rest.otherFields.filter(({ key }) => !isOurs(key));
  return {
    id,
    ...plain,
    ...(emails && { emails }),
    ...(phones && { phones: phones.map(toPhone) }),
    ...(channels && { channels }),
    ...(modifiedAt !== undefined && { modifiedAt }),
    ...maps,
    ...(rest.unreadable.length > 0 && { unreadable: rest.unreadable }),
    ...(otherFields.length > 0 && { otherFields }),
  };
}
