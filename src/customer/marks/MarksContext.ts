import { createContext } from 'react';

/** What is worth a second look in a profile: found out after it is shown. */
export interface Marks {
  /** Whether an attribute, or a contact point (by its {@link contactName}), differs from when this agent last saw the customer. */
  hasChanged: (name: string) => boolean;
  /** What is wrong with attributes by the brand's rules, by key. */
  invalid: ReadonlyMap<string, string>;
  /** The keys that are written nearly like this one, as one text, by key. */
  alike: ReadonlyMap<string, string>;
}

const nothing: ReadonlyMap<string, string> = new Map();

export const noMarks: Marks = { hasChanged: () => false, invalid: nothing, alike: nothing };

export const MarksContext = createContext(noMarks);

/** Contact points and attributes have names of their own each: no attribute's key begins so. */
const apart = '\0';

/** The name of a contact point among the marks. */
export const contactName = (value: string) => `${apart}contact${apart}${value}`;
