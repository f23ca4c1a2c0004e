import type { Understanding } from './interpret.ts';

/** What was searched for at the last submit. A new object each time. */
export interface Submitted extends Understanding {
  text: string;
  /** libphonenumber did not load: had the text a number, it was recognized only with a `+`. */
  phonesUnread: boolean;
}

interface SearchState {
  text: string;
  submitted?: Submitted;
}

/** See {@link createSearchMemory}. */
export interface SearchMemory {
  get: () => SearchState;
  set: (change: Partial<SearchState>) => void;
  subscribe: (listener: () => void) => () => void;
}

/**
 * Keeps the search while a customer is open, so that "back" shows the list again. In memory alone:
 * what agents paste is personal data, which belongs neither in an address nor in storage.
 */
export function createSearchMemory(): SearchMemory {
  let state: SearchState = { text: '' };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
