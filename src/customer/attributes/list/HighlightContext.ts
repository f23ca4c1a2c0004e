import { createContext, type ReactNode } from 'react';

/** How found words are shown. It comes with the part that finds, on demand. */
export interface Highlight {
  /** The text with what was found in it marked; of more than `limit` characters the part around the first find. */
  mark: (text: string, limit: number) => ReactNode;
  /** Where inside an object or a list something was found, with its path. */
  insideOf: (json: string) => ReactNode;
}

/** `undefined` while nobody looks for anything. */
export const FindingContext = createContext<Highlight | undefined>(undefined);
