import { contactKeysOf, type ContactKeys } from './contactPoints.ts';
import { jsonKind, membersOf } from './json.ts';

/** Top-level fields of a profile, each with its value's JSON text, in the order in which they are answered. */
export type Fields = ReadonlyMap<string, string>;

/** The custom attributes of a profile, each with its value's JSON text; none where they are broken. */
export function attributesOf(fields: Fields): Map<string, string> {
  const json = fields.get('customAttributes') ?? '{}';
  return jsonKind(json) === 'object' ? membersOf(json) : new Map();
}

type Version = { visibleFrom: number; fields: Fields; keys: ContactKeys };

type Conversation = {
  id: string;
  customerId: string;
  inboxId: string;
  customAttributes: { id: string; value: string }[];
  status: 'OPEN' | 'WAITING' | 'CLOSED';
  createdAt: string;
};

export type Store = {
  get(id: string): Fields | undefined;
  ids(): string[];
  put(id: string, fields: Fields, time: number): void;
  drop(id: string): void;
  movedTo(id: string): string | undefined;
  move(source: string, target: string): void;
  /** Profiles as the search index shows them at a time: writes of the last moments may be missing. */
  indexed(time: number): { fields: Fields; keys: ContactKeys }[];
  /** Contact keys of every other profile, without the index's lag. */
  othersThan(id: string): ContactKeys[];
  conversations: Conversation[];
};

/** The memory of one organization. Keeps superseded versions as long as the search index still shows them. */
export function createStore(indexLagMs: number): Store {
  const profiles = new Map<string, Version[]>();
  const moved = new Map<string, string>();
  return {
    conversations: [],
    get: (id) => profiles.get(id)?.at(-1)?.fields,
    ids: () => [...profiles.keys(), ...moved.keys()],
    put(id, fields, time) {
      const visibleFrom = time + indexLagMs;
      const versions = [
        ...(profiles.get(id) ?? []),
        { visibleFrom, fields, keys: contactKeysOf(fields) },
      ];
      profiles.set(id, versions.slice(Math.max(0, shownAt(versions, time))));
    },
    drop: (id) => void profiles.delete(id),
    movedTo: (id) => moved.get(id),
    move(source, target) {
      profiles.delete(source);
      moved.set(source, target);
    },
    indexed: (time) =>
      [...profiles.values()].flatMap((versions) => versions[shownAt(versions, time)] ?? []),
    othersThan: (id) =>
      [...profiles].flatMap(([other, versions]) =>
        other === id ? [] : (versions.at(-1)?.keys ?? []),
      ),
  };
}

const shownAt = (versions: readonly Version[], time: number): number =>
  versions.findLastIndex(({ visibleFrom }) => visibleFrom <= time);
