import { createStore, type Store } from '#src/ui/createStore.ts';
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

export type SearchMemory = Store<SearchState>;

/**
 * Keeps the search while a customer is open, so that "back" shows the list again. In memory alone:
 * what agents paste is personal data, which belongs neither in an address nor in storage.
 */
export const createSearchMemory = (): SearchMemory => createStore<SearchState>({ text: '' });
