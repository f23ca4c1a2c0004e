import type { Host } from './Host.ts';
import type { FromPanel } from './frame/messages.ts';

/** What the desktop around the frame decides. Absent: as the panel is by itself. */
interface FrameView {
  customerId?: string | undefined;
  /** Nobody knows yet which agent is here. */
  isUnknown?: boolean | undefined;
  /** Nothing may be edited. */
  readOnly?: boolean | undefined;
  /** BCP 47. */
  locale?: string | undefined;
  /** A name of the IANA database. */
  timeZone?: string | undefined;
}

/** The panel in a frame. What it and the desktop say to each other is in `frame/`, which is fetched beside the page. */
export interface FrameHost extends Host {
  /** The same object until something changes. */
  get: () => FrameView;
  /** The desktop decided otherwise. */
  change: (part: FrameView) => void;
  /** Tells the desktop something: kept until somebody listens. */
  tell: (message: FromPanel) => void;
  /** Gives what was told so far, and from then on what is told. */
  listen: (hear: (message: FromPanel) => void) => void;
}

export function createFrameHost(customerId: string | undefined): FrameHost {
  const listeners = new Set<() => void>();
  const told: FromPanel[] = [];
  let view: FrameView = { customerId };
  let tell: FrameHost['tell'] = (message) => void told.push(message);
  const change = (part: FrameView) => {
    view = { ...view, ...part };
    for (const listener of listeners) listener();
  };
  return {
    get: () => view,
    getCustomerId: () => view.customerId,
    change,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    tell: (message) => tell(message),
    listen(hear) {
      tell = hear;
      for (const message of told.splice(0)) hear(message);
    },
    customerRedirected(from, to) {
      tell({ method: 'customer-redirected', params: { from, to, reason: 'merged' } });
      change({ customerId: to });
    },
    openCustomer(id) {
      tell({ method: 'open-customer', params: { customerId: id } });
      change({ customerId: id });
    },
  };
}
