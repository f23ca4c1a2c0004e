import { createContext } from 'react';
import * as z from 'zod/mini';
import { createStore } from '#src/ui/createStore.ts';
import { deviceKey } from '../../deviceKey.ts';
import { fingerprint } from '../../marks/fingerprint.ts';

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
  /** Says which agent is here: from now on it is their view. */
  own: (agent: string) => void;
  /** Under which name the device knows that agent: a fingerprint, no id. `undefined` where nobody signs in. */
  owner: () => string | undefined;
}

const unarranged: View = {
  pins: [],
  hidden: [],
  collapsed: [],
  showEmpty: false,
  showHidden: false,
};

function restore(storage: Storage | undefined, key: string): View {
  try {
    return viewSchema.parse(JSON.parse(storage?.getItem(key) ?? ''));
  } catch {
    return unarranged;
  }
}

/** Without a `storage`, or when the browser refuses to write, the view lasts as long as the page. */
export function createViewStore(storage?: Storage): ViewStore {
  let owner: string | undefined;
  const key = () => deviceKey('attribute-view', owner);
  const { get, set, subscribe } = createStore(restore(storage, key()));
  return {
    get,
    subscribe,
    own(agent) {
      const next = fingerprint(agent, 0).toString(36);
      // It is said anew with every grant.
      if (next === owner) return;
      owner = next;
      set(restore(storage, key()));
    },
    owner: () => owner,
    set(change) {
      const view = { ...get(), ...change };
      try {
        storage?.setItem(key(), JSON.stringify(view));
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
