import { createContext, use } from 'react';
import type { Drafts } from './drafts.ts';

const DraftsContext = createContext<Drafts | undefined>(undefined);

/** Gives the feature the place where unsaved edits are kept; the composition root decides how long it lives. */
export const DraftsProvider = DraftsContext.Provider;

export function useDrafts(): Drafts {
  const drafts = use(DraftsContext);
  if (!drafts)
    throw new Error('There is no DraftsProvider above this component: render one first.');
  return drafts;
}
