import { createContext, use, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { assertJson } from '#src/contract/json/assertJson.ts';
import { readTree, writeTree } from './treeModel.ts';
import { act, startTree, type TreeAction, type TreeState } from './treeState.ts';

export type Act = (action: TreeAction) => void;

const ActContext = createContext<Act | undefined>(undefined);
export const ActProvider = ActContext.Provider;

/** Does something to the tree that the component is a row of. The same function as long as the tree is there. */
export function useAct(): Act {
  const found = use(ActContext);
  if (!found) throw new Error('This is a row outside of a tree.');
  return found;
}

/** Whether the text can be read, which is not so of one that nests deeper than anything stored may. */
function isReadable(text: string): boolean {
  try {
    assertJson(text);
    return true;
  } catch {
    return false;
  }
}

/** The same text but for white space, as a form that lays texts out gives back what it was given. */
function sameText(json: string, emitted: string): boolean {
  return json === emitted || (isReadable(json) && writeTree(readTree(json)) === emitted);
}

interface Held {
  /** Undefined while `json` cannot be read. */
  state: TreeState | undefined;
  /** The last text that came from outside, and the last that went there. */
  seen: string;
  emitted: string;
}

function hold(json: string): Held {
  return { state: isReadable(json) ? startTree(json) : undefined, seen: json, emitted: json };
}

/** A tree that begins anew with every text from outside that is not its own echo. */
export function useTree(json: string, onChange: (json: string, valid: boolean) => void) {
  const [held, setHeld] = useState(() => hold(json));
  if (json !== held.seen)
    setHeld(sameText(json, held.emitted) ? { ...held, seen: json } : hold(json));

  const latest = useRef({ held, onChange });
  useLayoutEffect(() => {
    latest.current = { held, onChange };
  }, [held, onChange]);

  const doIt = useCallback((action: TreeAction) => {
    const { held: before, onChange: emit } = latest.current;
    if (!before.state) return;
    const state = act(before.state, action);
    const changed = state.tree !== before.state.tree;
    const after = { ...before, state, ...(changed && { emitted: writeTree(state.tree) }) };
    latest.current.held = after;
    setHeld(after);
    if (changed) emit(after.emitted, state.errors.size === 0);
  }, []);

  return { state: held.state, doIt };
}
