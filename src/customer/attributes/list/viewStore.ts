import { createContext } from 'react';
import * as z from 'zod/mini';
import { createStore } from '#src/ui/createStore.ts';

const names = z.array(z.string());

const viewSchema = z.object({
  /** Keys of attributes that stand first, in the agent's order. */
  pins: names,
  /** Keys that this agent does not want to see. */
  hidden: names,
  /** Titles of groups that are folded up. */
  collapsed: names,
  showEmpty: z.boolean(),
  showHidden: z.boolean(),
});

/** How an agent wants to see attributes, on this device: names alone, no values. */
export type View = z.infer<typeof viewSchema>;

export interface ViewStore {
  get: () => View;
  set: (change: Partial<View>) => void;
  subscribe: (onChange: () => void) => () => void;
}

const unarranged: View = {
  pins: [],
  hidden: [],
  collapsed: [],
  showEmpty: false,
  showHidden: false,
};

const storageKey = 'attribute-view';

function restore(storage: Storage | undefined): View {
  try {
    return viewSchema.parse(JSON.parse(storage?.getItem(storageKey) ?? ''));
  } catch {
    return unarranged;
  }
}

/** Without a `storage`, or when the browser refuses to write, the view lasts as long as the page. */
export function createViewStore(storage?: Storage): ViewStore {
  const { get, set, subscribe } = createStore(restore(storage));
  return {
    get,
    subscribe,
    set(change) {
      const view = { ...get(), ...change };
      try {
        storage?.setItem(storageKey, JSON.stringify(view));
      } catch {
        // Full, or forbidden in a frame: the view holds until the page goes.
      }
      set(view);
    },
  };
}

/** The names with `name` added at the end, or without it. */
export const toggled = (list: readonly string[], name: string): string[] =>
  list.includes(name) ? list.filter((other) => other !== name) : [...list, name];

/** The composition root gives one that is kept on the device; without it the view is forgotten with the page. */
export const ViewContext = createContext(createViewStore());
