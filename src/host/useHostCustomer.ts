import { useSyncExternalStore } from 'react';
import type { Host } from './Host.ts';

/** The customer that the host wants shown, as it changes. */
export function useHostCustomer(host: Host): string | undefined {
  return useSyncExternalStore(host.subscribe, host.getCustomerId);
}
