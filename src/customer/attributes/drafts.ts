import * as z from 'zod/mini';
import { createStore } from '#src/ui/createStore.ts';
import { rowSchema, type EditRow } from './editing/rowSchema.ts';

/** The unsaved edits of one customer. */
interface Draft {
  customerId: string;
  /** The customer's name when the edits were made, to tell agents whose they are; absent when there is none. */
  name?: string | undefined;
  rows: readonly EditRow[];
  /** The id of the agent whose edits they are; absent where nobody signs in. */
  agent?: string | undefined;
  /** When the rows last became others, in milliseconds since 1970. */
  changedAt: number;
}

/** Unsaved edits by customer. They outlive a switch to another customer and, with a storage, a reload. */
export interface Drafts {
  get: (customerId: string) => readonly EditRow[];
  /** The same rows again change nothing, nor how old they are. */
  set: (customer: { id: string; name?: string | undefined }, rows: readonly EditRow[]) => void;
  /**
   * The profile was merged: what was typed for it goes to the survivor. Where that has another draft of the
   * same key, the text goes on as a new attribute beside it, and the agent chooses between the two.
   */
  move: (from: string, to: string) => void;
  /** All drafts, the newest first. The same array until one changes. */
  list: () => readonly Draft[];
  subscribe: (onChange: () => void) => () => void;
  /**
   * Takes over what other pages of this tab, which share its storage, have kept or removed since, and forgets what is too
   * old. Neither touches a customer who is held here, nor what the storage did not take.
   */
  refresh: () => void;
  /** The customer is in front of the agent, whose text is not to change or go under their hands. Returns what ends that. */
  hold: (customerId: string) => () => void;
  /** Whether closing or reloading the page would lose edits. */
  isLostWithPage: () => boolean;
  /** Says which agent is here: drafts of any other are forgotten, since the tab's storage outlives a sign-in. */
  own: (agent: string) => void;
  /** Whether this is the agent who is here, as far as that was said. */
  isOwn: (agent: string) => boolean;
  /** Forgets all drafts, and keeps none from now on: the agent signs out, and forms that are still open do not bring them back. */
  forget: () => void;
}

/** Each customer has a key of their own, so that two panels in one tab do not write over each other's. */
const keyOf = (customerId: string) => `customer-drafts:${customerId}`;
const expiresAfterMs = 8 * 3_600_000;

const storedSchema = z.object({
  customerId: z.string(),
  name: z.optional(z.string()),
  rows: z.array(rowSchema),
  agent: z.optional(z.string()),
  changedAt: z.number(),
});

/** What the pages of this tab have kept. What cannot be read is nobody's any more, and goes. */
function readStored(storage: Storage | undefined): Draft[] {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index));
  return keys.flatMap((key) => {
    if (!key?.startsWith(keyOf(''))) return [];
    try {
      return storedSchema.parse(JSON.parse(storage?.getItem(key) ?? ''));
    } catch {
      storage?.removeItem(key);
      return [];
    }
  });
}

/** What tells one list of rows from another, in whatever order a row's fields come. */
const told = (rows: readonly EditRow[]) =>
  JSON.stringify(rows.map(({ key, from, kind, text, remove }) => [key, from, kind, text, remove]));

/** A row of a merged profile beside the survivor's own: no text that was typed goes, and no key is there twice to save. */
function takeAlong(row: EditRow, own: readonly EditRow[]): EditRow[] {
  const isNew = row.from === undefined;
  // A new attribute that has no name yet is not the one whose name is empty.
  const rivals = own.filter(
    ({ key, from }) => key === row.key && (key !== '' || (from === undefined) === isNew),
  );
  const saysTheSame = ({ kind, text, remove }: EditRow) =>
    kind === row.kind && text === row.text && remove === row.remove;
  if (rivals.length === 0) return [row];
  const { from: _, ...renamable } = row;
  return row.remove || rivals.some(saysTheSame) ? [] : [renamable];
}

/**
 * Where unsaved edits live. They are personal data: with a `storage` (the tab's session storage) they survive a
 * reload; without, they are in memory alone. Either way they are forgotten eight hours after their last change, at the next
 * {@link Drafts.refresh}.
 */
export function createDrafts(storage?: Storage, now: () => number = Date.now): Drafts {
  const { get: list, set: put, subscribe } = createStore<readonly Draft[]>([]);
  const held = new Set<string>();
  /** Customers whose draft the browser refused: storage full, forbidden in a frame, or not to be used. */
  const refused = new Set<string>();
  let forgotten = false;
  let agent: string | undefined;

  const find = (customerId: string) => list().find((draft) => draft.customerId === customerId);
  const isMine = (draft: Draft) => agent === undefined || draft.agent === agent;
  const isOld = ({ customerId, changedAt }: Draft) =>
    now() - changedAt >= expiresAfterMs && !held.has(customerId);

  function remove({ customerId }: Pick<Draft, 'customerId'>) {
    refused.delete(customerId);
    storage?.removeItem(keyOf(customerId));
  }

  function keep(draft: Draft) {
    refused.add(draft.customerId);
    try {
      storage?.setItem(keyOf(draft.customerId), JSON.stringify(draft));
      if (storage) refused.delete(draft.customerId);
    } catch {
      // It stays in memory, and the page asks before it goes.
    }
  }

  function refresh() {
    if (forgotten) return;
    const isHere = ({ customerId }: Draft) => held.has(customerId) || refused.has(customerId);
    const there = readStored(storage).filter((draft) => isMine(draft) && !isHere(draft));
    const all = [...list().filter(isHere), ...there];
    for (const old of all.filter(isOld)) remove(old);
    const next = all
      .filter((draft) => !isOld(draft))
      .toSorted((one, other) => other.changedAt - one.changedAt);
    if (JSON.stringify(next) !== JSON.stringify(list())) put(next);
  }

  const set: Drafts['set'] = ({ id, name }, rows) => {
    if (forgotten || told(rows) === told(find(id)?.rows ?? [])) return;
    const others = list().filter(({ customerId }) => customerId !== id);
    const draft = { customerId: id, name, rows, agent, changedAt: now() };
    if (rows.length > 0) keep(draft);
    else remove(draft);
    put(rows.length > 0 ? [draft, ...others] : others);
  };

  refresh();
  return {
    get: (customerId) => find(customerId)?.rows ?? [],
    set,
    move(from, to) {
      const moving = find(from);
      if (!moving) return;
      const own = find(to)?.rows ?? [];
      const moved = moving.rows.flatMap((row) => takeAlong(row, own));
      set({ id: from }, []);
      set({ id: to, name: moving.name }, [...own, ...moved]);
    },
    list,
    subscribe,
    refresh,
    hold(customerId) {
      held.add(customerId);
      return () => {
        held.delete(customerId);
        refresh();
      };
    },
    isLostWithPage: () => list().some(({ customerId }) => refused.has(customerId)),
    own(id) {
      if (agent === id) return;
      agent = id;
      const others = [...readStored(storage), ...list()].filter((draft) => !isMine(draft));
      for (const other of others) remove(other);
      if (!list().every(isMine)) put(list().filter(isMine));
    },
    isOwn: (id) => agent === undefined || agent === id,
    forget() {
      for (const draft of [...readStored(storage), ...list()]) remove(draft);
      put([]);
      forgotten = true;
    },
  };
}
