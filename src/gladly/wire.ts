import * as z from 'zod/mini';
import { isDateTime } from '#src/contract/dateTime.ts';
import { assertJson } from '#src/contract/json/assertJson.ts';
import { elements, members, type Member } from '#src/contract/json/members.ts';
import { GladlyError } from './GladlyError.ts';

/** A contact point as Gladly sends it: every field may be missing, and some are kept though nobody here knows them. */
export type WireFields = Record<string, unknown>;

/** A profile as Gladly writes it, read with tolerance: what could not be read is named and left out. */
export interface WireProfile {
  id: string;
  texts: Partial<Record<TextField, string>>;
  lists: Partial<Record<ListField, WireFields[]>>;
  /** Objects whose values are anything, as JSON texts. */
  maps: Partial<Record<MapField, Member[]>>;
  otherFields: Member[];
  unreadable: string[];
}

const dateTime = z.string().check(z.refine(isDateTime));

const textFields = {
  name: z.string(),
  image: z.string(),
  address: z.string(),
  externalCustomerId: z.string(),
  createdAt: dateTime,
  updatedAt: dateTime,
  modifiedAt: dateTime,
};

const listFields = {
  emails: { original: z.string(), normalized: z.string(), primary: z.boolean() },
  phones: {
    original: z.string(),
    normalized: z.string(),
    type: z.string(),
    regionCode: z.string(),
    extension: z.string(),
    smsPreference: z.string(),
    primary: z.boolean(),
  },
  channels: { type: z.string(), address: z.string() },
} satisfies Record<string, Record<string, z.ZodMiniType>>;

const mapFields = ['customAttributes', 'externalCustomerIds'] as const;

type TextField = keyof typeof textFields;
type ListField = keyof typeof listFields;
type MapField = (typeof mapFields)[number];

const isTextField = (key: string): key is TextField => Object.hasOwn(textFields, key);
const isListField = (key: string): key is ListField => Object.hasOwn(listFields, key);
const isMapField = (key: string): key is MapField => mapFields.some((name) => name === key);

/** An item of a list, field by field; a field that cannot be read is named in `unreadable` and left out. */
function readItem(json: string, list: ListField, path: string, unreadable: string[]) {
  const fields = members(json);
  if (!fields) {
    unreadable.push(path);
    return [];
  }
  const schemas: Record<string, z.ZodMiniType> = listFields[list];
  const readable = fields.flatMap(({ key, json: value }): [string, unknown][] => {
    const parsed: unknown = JSON.parse(value);
    if (parsed === null) return [];
    const schema = Object.hasOwn(schemas, key) ? schemas[key] : undefined;
    if (!schema || schema.safeParse(parsed).success) return [[key, parsed]];
    unreadable.push(`${path}.${key}`);
    return [];
  });
  return [Object.fromEntries(readable)];
}

function readField({ key, json }: Member, profile: WireProfile): void {
  const { texts, lists, maps, otherFields, unreadable } = profile;
  if (key === 'id' || json === 'null') return;
  if (isTextField(key)) {
    const parsed = textFields[key].safeParse(JSON.parse(json));
    if (parsed.success) texts[key] = parsed.data;
    else unreadable.push(key);
  } else if (isListField(key)) {
    const items = elements(json);
    if (items)
      lists[key] = items.flatMap((item, index) =>
        readItem(item, key, `${key}[${index}]`, unreadable),
      );
    else unreadable.push(key);
  } else if (isMapField(key)) {
    const list = members(json);
    if (list) maps[key] = list;
    else unreadable.push(key);
  } else otherFields.push({ key, json });
}

function toProfile(json: string): WireProfile | undefined {
  const list = members(json) ?? [];
  const id: unknown = JSON.parse(list.find(({ key }) => key === 'id')?.json ?? 'null');
  if (typeof id !== 'string' || id === '') return undefined;
  const profile = { id, texts: {}, lists: {}, maps: {}, otherFields: [], unreadable: [] };
  for (const member of list) readField(member, profile);
  return profile;
}

function checkAnswer(text: string): void {
  try {
    assertJson(text);
  } catch {
    throw new GladlyError('unclear', 'an answer that is not JSON');
  }
}

/** Reads the answer of Get. Throws a {@link GladlyError} only when it is no profile at all. */
export function readProfile(text: string): WireProfile {
  checkAnswer(text);
  const profile = toProfile(text);
  if (!profile) throw new GladlyError('unclear', 'an answer that is not a profile');
  return profile;
}

/** Reads the answer of Find. A list's entry without an id cannot be opened, so it is left out. */
export function readProfiles(text: string): WireProfile[] {
  checkAnswer(text);
  const list = elements(text);
  if (!list) throw new GladlyError('unclear', 'an answer that is not a list of profiles');
  return list.flatMap((item) => toProfile(item) ?? []);
}
