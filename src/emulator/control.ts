import type { Fault, Faults, Target } from './faults.ts';
import { arrayText, elementsOf, jsonKind, jsonProblem, membersOf, objectText } from './json.ts';
import { answerText } from './profileRoutes.ts';
import { generateId } from './readSeeds.ts';
import type { Settings } from './settings.ts';
import { attributesOf, type Fields, type Store } from './store.ts';

type AttributeChanges = {
  /** Each key with its new value's JSON text. */
  set?: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
  remove?: readonly string[];
};

/** What a test may do behind Gladly's API: what other agents, time and bad luck do to a real one. */
export type EmulatorControl = {
  failNext(fault: Fault): void;
  /** Holds answers back until what this returns is called. */
  holdNext(target: Target): () => void;
  clearFaults(): void;
  /** Lets writes take effect that were late: whoever sent them has long given up. */
  arrive(): Promise<void>;
  /** Edits attributes as another agent would: `updatedAt` moves. */
  changeElsewhere(id: string, changes: AttributeChanges): void;
  /** Puts any JSON text into any top-level field, sound or not, and leaves `updatedAt` alone. */
  setField(id: string, field: string, json: string): void;
  /** Merges as agents do in Gladly: the source's id then answers that it moved. */
  merge(sourceId: string, targetId: string): void;
  /** Opens a conversation, which hinders the deletion of its customer, and answers its id. */
  openConversation(customerId: string): string;
  /** The last thousand requests, with path and query. */
  readonly requests: readonly { method: string; path: string }[];
  /** Ids of all profiles, merged ones included. */
  ids(): string[];
  /** The JSON text that a GET would answer. */
  profileText(id: string): string;
  /** Each custom attribute with its value's JSON text. */
  attributes(id: string): [string, string][];
};

/** The controls over one organization's memory. Unknown ids and broken JSON throw: they are mistakes of a test. */
export function createControl(
  store: Store,
  faults: Faults,
  requests: readonly { method: string; path: string }[],
  settings: Settings,
): EmulatorControl {
  const fieldsOf = (id: string): Fields => {
    const fields = store.get(id);
    if (fields === undefined) throw new Error(`there is no profile ${id}`);
    return fields;
  };
  const timeText = () => JSON.stringify(settings.now().toISOString());
  const put = (id: string, fields: Fields) => store.put(id, fields, settings.now().getTime());

  return {
    requests,
    failNext: (fault) => faults.add(fault),
    holdNext(target) {
      let letGo = () => {};
      const until = new Promise<void>((resolve) => (letGo = resolve));
      faults.add({ ...target, kind: 'hold', until });
      return letGo;
    },
    clearFaults: () => faults.clear(),
    arrive: () => faults.arrive(),
    ids: () => store.ids(),
    profileText: (id) => answerText(fieldsOf(id), settings),
    attributes: (id) => [...attributesOf(fieldsOf(id))],
    changeElsewhere(id, { set = [], remove = [] }) {
      const fields = fieldsOf(id);
      const attributes = attributesOf(fields);
      for (const [key, json] of isEntries(set) ? set : Object.entries(set)) {
        attributes.set(key, sound(json));
      }
      for (const key of remove) attributes.delete(key);
      const changed = new Map(fields).set('customAttributes', objectText(attributes));
      put(id, changed.set('updatedAt', timeText()));
    },
    setField: (id, field, json) => put(id, new Map(fieldsOf(id)).set(field, sound(json))),
    merge(sourceId, targetId) {
      if (sourceId === targetId) throw new Error(`${sourceId} cannot be merged into itself`);
      const united = unitedContacts(fieldsOf(targetId), fieldsOf(sourceId));
      store.move(sourceId, targetId);
      put(targetId, united.set('updatedAt', timeText()));
      for (const conversation of store.conversations) {
        if (conversation.customerId === sourceId) conversation.customerId = targetId;
      }
    },
    openConversation(customerId) {
      fieldsOf(customerId);
      const id = generateId();
      const createdAt = settings.now().toISOString();
      const state = { status: 'OPEN', customAttributes: [], inboxId: 'inbox-support' } as const;
      store.conversations.push({ id, customerId, createdAt, ...state, customAttributes: [] });
      return id;
    },
  };
}

const isEntries = (set: NonNullable<AttributeChanges['set']>): set is readonly [string, string][] =>
  Array.isArray(set);

function sound(json: string): string {
  const problem = jsonProblem(json, 512);
  if (problem !== undefined) throw new Error(`${problem}: ${json.slice(0, 100)}`);
  return json.trim();
}

function unitedContacts(target: Fields, source: Fields): Map<string, string> {
  const united = new Map(target);
  for (const field of ['emails', 'phones']) {
    const own = arrayOf(target.get(field));
    const known = new Set(own.map(normalizedOf));
    // Only one entry may be primary, and the survivor's own stays it.
    const added = arrayOf(source.get(field)).filter((entry) => !known.has(normalizedOf(entry)));
    const plain = added.map((entry) => {
      const members = membersOf(entry);
      members.delete('primary');
      return jsonKind(entry) === 'object' ? objectText(members) : entry;
    });
    if (plain.length > 0) united.set(field, arrayText([...own, ...plain]));
  }
  return united;
}

const arrayOf = (json = '[]'): string[] => (jsonKind(json) === 'array' ? elementsOf(json) : []);

const normalizedOf = (entry: string): string =>
  (jsonKind(entry) === 'object' ? membersOf(entry).get('normalized') : undefined) ?? entry;
