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
  /** Milliseconds since 1970. */
  changedAt: number;
}

/** Unsaved edits by customer. They outlive a switch to another customer and, with a storage, a reload. */
export interface Drafts {
  get: (customerId: string) => readonly EditRow[];
  set: (customer: { id: string; name?: string | undefined }, rows: readonly EditRow[]) => void;
  /**
   * The profile was merged: what was typed for it goes to the survivor. Where that has another draft of the
   * same key, the text goes on as a new attribute beside it, and the agent chooses between the two.
   */
  move: (from: string, to: string) => void;
  /** All drafts, the newest first. The same array until one changes. */
  list: () => readonly Draft[];
  subscribe: (onChange: () => void) => () => void;
  /** Whether closing or reloading the page would lose edits. */
  isLostWithPage: () => boolean;
  /** Says which agent is here: drafts of any other are forgotten, since the tab's storage outlives a sign-in. */
  own: (agent: string) => void;
  /** Whether this is the agent who is here, as far as that was said. */
  isOwn: (agent: string) => boolean;
  /** Forgets all drafts, and keeps none from now on: the agent signs out, and forms that are still open do not bring them back. */
  forget: () => void;
}

const storageKey = 'customer-drafts';
const expiresAfterMs = 8 * 3_600_000;

const storedSchema = z.array(
  z.object({
    customerId: z.string(),
    name: z.optional(z.string()),
    agent: z.optional(z.string()),
    changedAt: z.number(),
    rows: z.array(rowSchema),
  }),
);

/** What an earlier page of this tab left; nothing when it is too old or not ours. */
function restore(storage: Storage | undefined, now: number): Draft[] {
  try {
    const stored = storedSchema.parse(JSON.parse(storage?.getItem(storageKey) ?? '[]'));
    return stored.filter(({ changedAt }) => now - changedAt < expiresAfterMs);
  } catch {
    return [];
  }
}

/** False when the browser refuses: storage full, or forbidden in a frame. */
function keep(storage: Storage | undefined, drafts: readonly Draft[]): boolean {
  try {
    if (drafts.length === 0) storage?.removeItem(storageKey);
    else storage?.setItem(storageKey, JSON.stringify(drafts));
    return storage !== undefined;
  } catch {
    return false;
  }
}

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
 * Where unsaved edits live. They are personal data: with a `storage` (the tab's session storage) they
 * survive a reload for at most eight hours; without, they are in memory alone.
 */
export function createDrafts(storage?: Storage, now: () => number = Date.now): Drafts {
  const { get: list, set: put, subscribe } = createStore<readonly Draft[]>(restore(storage, now()));
  let kept = keep(storage, list());
  let forgotten = false;
  let agent: string | undefined;

  const find = (customerId: string) => list().find((draft) => draft.customerId === customerId);
  const change = (next: readonly Draft[]) => {
    if (forgotten) return;
    kept = keep(storage, next);
    put(next);
  };
  const set: Drafts['set'] = ({ id, name }, rows) => {
    const others = list().filter(({ customerId }) => customerId !== id);
    if (rows.length > 0)
      change([{ customerId: id, name, rows, agent, changedAt: now() }, ...others]);
    else if (others.length < list().length) change(others);
  };

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
    isLostWithPage: () => list().length > 0 && !kept,
    own(id) {
      agent = id;
      const mine = list().filter((draft) => draft.agent === id);
      if (mine.length < list().length) change(mine);
    },
    isOwn: (id) => agent === undefined || agent === id,
    forget() {
      change([]);
      forgotten = true;
    },
  };
}
