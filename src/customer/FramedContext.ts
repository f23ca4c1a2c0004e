import { createContext } from 'react';

/** Whether the panel stands alone in a desktop's frame, where there is no search and the desktop says who the customer is. */
export const FramedContext = createContext(false);
