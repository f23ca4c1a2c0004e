import { inEnvelope, toPanelSchema } from './frameMessages.ts';
import type { FromPanel } from './panelMessages.ts';
import type { Host } from './Host.ts';

export interface FrameHost extends Host {
  /** The customers with edits that are not saved, so that the desktop can mark them. */
  setDirty: (customerIds: readonly string[]) => void;
}

/** The panel in a frame: the address says which customer at first, then the desktop around it, which must be of our own origin. */
export function createFrameHost(frame: Window): FrameHost {
  const listeners = new Set<() => void>();
  const { origin, search } = frame.location;
  let customerId = new URLSearchParams(search).get('customer') ?? undefined;
  let lastSeq = -Infinity;

  const show = (id: string | undefined) => {
    customerId = id;
    for (const listener of listeners) listener();
  };
  const tell = (message: FromPanel) => {
    if (frame.parent !== frame) frame.parent.postMessage(message, origin);
  };

  frame.addEventListener('message', (event) => {
    if (event.source !== frame.parent || event.origin !== origin) return;
    const message = toPanelSchema.safeParse(event.data);
    if (!message.success || message.data.params.seq <= lastSeq) return;
    lastSeq = message.data.params.seq;
    show(message.data.params.customerId);
  });
  tell({ ...inEnvelope, method: 'ready' });

  return {
    getCustomerId: () => customerId,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    customerRedirected(from, to) {
      tell({ ...inEnvelope, method: 'customer-redirected', params: { from, to } });
      show(to);
    },
    openCustomer(id) {
      tell({ ...inEnvelope, method: 'open-customer', params: { customerId: id } });
      show(id);
    },
    setDirty(customerIds) {
      tell({ ...inEnvelope, method: 'dirty', params: { customerIds: [...customerIds] } });
    },
  };
}
