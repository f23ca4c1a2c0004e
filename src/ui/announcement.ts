import { createStore } from './createStore.ts';

/** What screen readers say when they come to rest, wherever on the page it happened. Empty: nothing. */
export const announcement = createStore('');
