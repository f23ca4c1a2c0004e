import { createExpiringMap } from './expiringMap.ts';
import { randomToken } from './randomToken.ts';
import type { Grant } from './Grant.ts';

/** How long a framed panel may go on with what it proved once. */
export const accessSeconds = 600;
const codeMs = 60_000;

/** A grant, and the session that it ends with, where it came from one. */
interface Issued {
  grant: Grant;
  sessionId?: string;
}

export interface AccessTokens {
  /** The opaque token for `Authorization: Bearer`, good for {@link accessSeconds}. */
  issue(issued: Issued): string;
  find(token: string): Issued | undefined;
  /** A code that a popup hands to the panel that opened it: good once, for a minute. */
  issueCode(sessionId: string): string;
  /** The session that a code was issued for; the code is used up. */
  takeCode(code: string): string | undefined;
}

/** What framed panels ask with, which keep no cookie. In memory, as the panels themselves keep it. */
export function createAccessTokens(now: () => number): AccessTokens {
  const tokens = createExpiringMap<Issued>({ now, most: 100_000, whenFull: 'drop-oldest' });
  const codes = createExpiringMap<string>({ now, most: 10_000, whenFull: 'drop-oldest' });
  return {
    issue(issued) {
      const token = randomToken();
      tokens.set(token, issued, now() + accessSeconds * 1000);
      return token;
    },
    find: (token) => tokens.get(token),
    issueCode(sessionId) {
      const code = randomToken();
      codes.set(code, sessionId, now() + codeMs);
      return code;
    },
    takeCode: (code) => codes.take(code),
  };
}
