import { fn } from 'storybook/test';
import type { FrameHost } from '#src/host/frameHost.ts';
import type { PageHost } from '#src/host/pageHost.ts';

/** A host in memory: what a page does with its address and a frame with its messages, without either. */
export function createStoryHost(customerId?: string) {
  const listeners = new Set<() => void>();
  let shown = customerId;
  const show = (id: string | undefined) => {
    shown = id;
    for (const listener of listeners) listener();
  };
  return {
    getCustomerId: () => shown,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    open: show,
    customerRedirected: (_from, to) => show(to),
    openCustomer: show,
    setDirty: fn<(customerIds: readonly string[]) => void>(),
  } satisfies PageHost & FrameHost;
}
