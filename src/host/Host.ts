/** What the panel runs inside: a page of its own, a frame in an agent's desktop, a story. */
export interface Host {
  /** Id of the customer to show; `undefined` when there is none yet. */
  getCustomerId: () => string | undefined;
  /** Calls back after the customer changed; returns what ends that. */
  subscribe: (onChange: () => void) => () => void;
  /** The profile was merged: `to` is its survivor, and from now on the customer. */
  customerRedirected: (from: string, to: string) => void;
  /** The agent wants to go to a customer, such as one with unsaved edits. */
  openCustomer: (customerId: string) => void;
}
