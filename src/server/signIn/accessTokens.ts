import { randomToken } from '#src/contract/secrets.ts';
import { createExpiringMap } from './expiringMap.ts';
import type { Grant } from './Grant.ts';

/** How long a framed panel may go on with what its desktop proved once: it asks for another token by itself. */
const launchSeconds = 600;
/** How long it may with the agent's own sign-in, whose session may end before: asking again takes the agent a click. */
const popupSeconds = 3600;
const codeMs = 60_000;

/** A grant, and the session that it ends with, where it came from one. */
interface Issued {
  grant: Grant;
  sessionId?: string;
}

export interface AccessTokens {
  /** The opaque token for `Authorization: Bearer`, and for how long it is good. */
  issue(issued: Issued): { accessToken: string; expiresInSeconds: number };
  find(token: string): Issued | undefined;
  /** A code that a popup hands to the panel that opened it: good once, for a minute. */
  issueCode(sessionId: string): string;
  /** The session that a code was issued for; the code is used up. */
  takeCode(code: string): string | undefined;
}

/** What framed panels ask with, which keep no cookie. In memory, as the panels themselves keep it. */
export function createAccessTokens(now: () => number): AccessTokens {
  const rules = { now, most: 100_000, whenFull: 'drop-oldest' } as const;
  const launched = createExpiringMap<Issued>(rules);
  const signedIn = createExpiringMap<Issued>(rules);
  const codes = createExpiringMap<string>({ now, most: 10_000, whenFull: 'drop-oldest' });
  return {
    issue(issued) {
      const accessToken = randomToken();
      const isLaunch = issued.sessionId === undefined;
      const expiresInSeconds = isLaunch ? launchSeconds : popupSeconds;
      const tokens = isLaunch ? launched : signedIn;
      tokens.set(accessToken, issued, now() + expiresInSeconds * 1000);
      return { accessToken, expiresInSeconds };
    },
    find: (token) => launched.get(token) ?? signedIn.get(token),
    issueCode(sessionId) {
      const code = randomToken();
      codes.set(code, sessionId, now() + codeMs);
      return code;
    },
    takeCode: (code) => codes.take(code),
  };
}
