import { createContext } from 'react';

/** Where the feature may keep on this device what outlives the page; `undefined` where it may keep nothing. */
export const DeviceContext = createContext<Storage | undefined>(undefined);
