import * as z from 'zod/mini';
import { assertJson } from './json/assertJson.ts';
import { members, objectText, type Member } from './json/members.ts';

const emailSchema = z.looseObject({
  original: z.optional(z.string()),
  normalized: z.optional(z.string()),
  primary: z.optional(z.boolean()),
});

const phoneSchema = z.looseObject({
  original: z.optional(z.string()),
  normalized: z.optional(z.string()),
  type: z.optional(z.string()),
  regionCode: z.optional(z.string()),
  extension: z.optional(z.string()),
  smsPreference: z.optional(z.string()),
  primary: z.optional(z.boolean()),
});

const channelSchema = z.looseObject({
  type: z.optional(z.string()),
  address: z.optional(z.string()),
  /** True when Gladly sent no channels and this one follows from a contact point. */
  derived: z.optional(z.boolean()),
});

/** The fields that plain JavaScript values can carry. The others are in {@link exactFields}. */
const plainFields = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  image: z.optional(z.string()),
  emails: z.optional(z.array(emailSchema)),
  phones: z.optional(z.array(phoneSchema)),
  channels: z.optional(z.array(channelSchema)),
  address: z.optional(z.string()),
  externalCustomerId: z.optional(z.string()),
  createdAt: z.optional(z.string()),
  modifiedAt: z.optional(z.string()),
  /** Paths of what Gladly sent in a form that could not be read, such as `phones[1].original`. */
  unreadable: z.optional(z.array(z.string())),
});

const exactFields = ['externalCustomerIds', 'customAttributes'] as const;

export type Email = z.infer<typeof emailSchema>;
export type Phone = z.infer<typeof phoneSchema>;
export type Channel = z.infer<typeof channelSchema>;

/** One key of `customAttributes`, its value as JSON text: see `docs/exact-json.md` for why not a JavaScript value. */
export type Attribute = Member;

/** A customer as server and panel hold it. Tolerant: an unknown phone or channel type is kept as it came. */
export type Customer = z.infer<typeof plainFields> & {
  customAttributes?: Attribute[];
  /** The id in each linked system, by the id of its lookup adaptor; values as JSON text. */
  externalCustomerIds?: Member[];
  /** Fields that nobody here knows: kept, so that a newer Gladly loses nothing. */
  otherFields?: Member[];
};

const plainNames = Object.keys(plainFields.shape);
const isExact = (key: string): key is (typeof exactFields)[number] =>
  exactFields.some((name) => name === key);

/** Thrown when an answer cannot be a customer at all. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
}

/**
 * Reads a customer from the JSON that {@link writeCustomer} writes. Throws {@link UnreadableAnswer}
 * or an error of the parser's when the text is something else.
 */
export function readCustomer(text: string): Customer {
  assertJson(text);
  const inside = new Map<string, Member[] | undefined>();
  const list = members(text, (key, found) => inside.set(key, found));
  const plain = list?.filter(({ key }) => plainNames.includes(key));
  const parsed = plainFields.safeParse(
    Object.fromEntries(plain?.map(({ key, json }) => [key, JSON.parse(json)]) ?? []),
  );
  if (!parsed.success || !list) throw new UnreadableAnswer('This is not a customer.');
  const customer: Customer = { ...parsed.data };
  const otherFields: Member[] = [];
  for (const member of list) {
    if (isExact(member.key)) customer[member.key] = inside.get(member.key) ?? [];
    else if (!plainNames.includes(member.key)) otherFields.push(member);
  }
  return otherFields.length > 0 ? { ...customer, otherFields } : customer;
}

/** The customer as ordinary JSON, with every attribute's value exactly as it is held. */
export function writeCustomer(customer: Customer): string {
  const { otherFields = [], customAttributes, externalCustomerIds, ...plain } = customer;
  const list: Member[] = Object.entries(plain).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, json: JSON.stringify(value) }],
  );
  if (externalCustomerIds)
    list.push({ key: 'externalCustomerIds', json: objectText(externalCustomerIds) });
  if (customAttributes) list.push({ key: 'customAttributes', json: objectText(customAttributes) });
  return objectText([...list, ...otherFields]);
}
