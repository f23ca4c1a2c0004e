import { createContext } from 'react';

/** The agent's session, where this page holds it itself: in a frame, whose requests carry no cookie. */
export interface Session {
  /**
   * The agent of this id signed in in a popup, which ended with this code. Afterwards calls of the API are the agent's own;
   * for another agent than before the page begins anew. Rejects with an `ApiError` when the code is not taken: it holds
   * for a minute and once. Whoever brings the same code again gets the same answer.
   */
  signedIn: (code: string, agent: string) => Promise<void>;
}

/** Absent on a page of its own, whose session is a cookie. */
export const SessionContext = createContext<Session | undefined>(undefined);
