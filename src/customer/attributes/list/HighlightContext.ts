import { createContext, type ReactNode } from 'react';
import type { Part } from './parts.ts';

/** How found words are shown. It comes with the part that finds, on demand. */
export interface Highlight {
  /** The text with what was found in it marked. */
  mark: (text: string) => ReactNode;
  /** So many characters of the text, the first find among those that are in sight where only the first lines are. */
  excerpt: (text: string, characters: number) => ReactNode;
  /** Where inside an object or a list something was found, with its path; nothing where the lines that are shown of it say so. */
  insideOf: (json: string, shown: readonly Part[] | undefined) => ReactNode;
}

/** `undefined` while nobody looks for anything. */
export const HighlightContext = createContext<Highlight | undefined>(undefined);
