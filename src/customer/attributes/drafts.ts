import type { EditRow } from './editing/editRow.ts';

/** Unsaved edits by customer, in memory: they outlive a switch to another customer, not the page. */
export interface Drafts {
  get: (customerId: string) => readonly EditRow[];
  set: (customerId: string, rows: readonly EditRow[]) => void;
  /** The profile was merged: what was typed for it goes to the survivor, whose own draft of a key stays. */
  move: (from: string, to: string) => void;
  isEmpty: () => boolean;
}

export function createDrafts(): Drafts {
  const byCustomer = new Map<string, readonly EditRow[]>();
  const get = (customerId: string) => byCustomer.get(customerId) ?? [];
  const set = (customerId: string, rows: readonly EditRow[]) => {
    if (rows.length > 0) byCustomer.set(customerId, rows);
    else byCustomer.delete(customerId);
  };
  return {
    get,
    set,
    move(from, to) {
      const own = get(to);
      const moved = get(from).filter((row) => !own.some((other) => other.key === row.key));
      set(to, [...own, ...moved]);
      set(from, []);
    },
    isEmpty: () => byCustomer.size === 0,
  };
}
