import type { Host } from './Host.ts';

/** The standalone page: the address says which customer, and only by id. */
export interface PageHost extends Host {
  /** Opens a customer as a step that "back" undoes; `undefined` leads to the search. */
  open: (customerId: string | undefined) => void;
}

const addressOf = (customerId: string | undefined) =>
  customerId === undefined ? '/' : `/?customer=${encodeURIComponent(customerId)}`;

export function createPageHost(page: Window): PageHost {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const open = (customerId: string | undefined) => {
    page.history.pushState(null, '', addressOf(customerId));
    changed();
  };
  page.addEventListener('popstate', changed);

  return {
    getCustomerId: () => new URLSearchParams(page.location.search).get('customer') ?? undefined,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    open,
    customerRedirected(_from, to) {
      page.history.replaceState(null, '', addressOf(to));
      changed();
    },
    openCustomer: open,
  };
}
