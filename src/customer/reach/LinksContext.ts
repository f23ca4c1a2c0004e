import { createContext } from 'react';

/** The brand's own links as the server wrote them into the page (JSON); `undefined` where it configured none. */
export const LinksContext = createContext<string | undefined>(undefined);
