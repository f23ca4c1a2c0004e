/** How whoever asks has proved who they are; `none` where nobody signs in. */
export type Proof = 'none' | 'session' | 'popup' | 'launch';

/** The agent as the provider or the host's backend names them: `id` is the token's `sub`. */
export interface Agent {
  id: string;
  name: string;
}

/** What the server knows of whoever asks. Who has a grant may read the customers that it covers. */
export interface Grant {
  proof: Proof;
  /** Absent where nobody signs in. */
  agent?: Agent;
  mayWrite: boolean;
  /** The ids of a launch token's customer and of those it was merged into; a session covers all. */
  customers: 'all' | Set<string>;
  /** The origin of the web desktop whose backend issued the launch token. */
  host?: string;
}

/** For a server without sign-in: everybody who reaches it may read and change every customer. */
export const everybody: Grant = { proof: 'none', mayWrite: true, customers: 'all' };

export function covers({ customers }: Grant, id: string): boolean {
  return customers === 'all' || customers.has(id);
}

/** Call it only with a merge that Gladly itself has told of: the grant then covers the survivor too. */
export function followMerge({ customers }: Grant, from: string, to: string): void {
  if (customers !== 'all' && customers.has(from)) customers.add(to);
}
