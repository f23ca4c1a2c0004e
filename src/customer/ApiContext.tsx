import { createContext, use } from 'react';
import type { CustomerApi } from './api.ts';

const ApiContext = createContext<CustomerApi | undefined>(undefined);

/** Gives the feature its way to the server; the composition root, a story or a test decides which. */
export const ApiProvider = ApiContext.Provider;

export function useApi(): CustomerApi {
  const api = use(ApiContext);
  if (!api) throw new Error('There is no ApiProvider above this component: render one first.');
  return api;
}
