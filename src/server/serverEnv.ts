import type { Grant } from './signIn/Grant.ts';

/** What middleware and routes of one request tell each other. */
export interface ServerEnv {
  Variables: {
    /** What whoever asks may do; there on every route of `/api` but those that hand it out. */
    grant: Grant;
    /** A source of `frame-ancestors`: who may show this page in a frame. Nobody, unless the page says so. */
    framedBy?: string;
    /** A source of `form-action`: where a form of this page may go. Nowhere, unless the page says so. */
    formsGoTo?: string;
  };
}
