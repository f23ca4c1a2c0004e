import { createContext } from 'react';

/** Whether the agent may change customers here. The server decides; this only keeps back what it would refuse. */
export const MayWriteContext = createContext(true);
