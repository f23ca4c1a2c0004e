import { randomToken } from '#src/contract/secrets.ts';
import { createExpiringMap } from './expiringMap.ts';
import type { Agent } from './Grant.ts';

const hour = 3_600_000;
/** A working day; then the provider is asked anew, and with it the access rules. */
const longestMs = 8 * hour;
const idleMs = hour;
/** A session takes less than a kilobyte. */
const most = 10_000;

export interface Session {
  agent: Agent;
  mayWrite: boolean;
}

export interface Sessions {
  /** Returns the id, for the cookie. */
  start(session: Session): string;
  /** The session of an id, which counts as used now. */
  find(id: string): Session | undefined;
  end(id: string): void;
}

/** The sessions of agents who signed in: in memory, for eight hours at most and one hour of not being used. */
export function createSessions(now: () => number): Sessions {
  const sessions = createExpiringMap<Session & { usedAt: number }>({
    now,
    most,
    whenFull: 'drop-oldest',
  });
  return {
    start(session) {
      const id = randomToken();
      sessions.set(id, { ...session, usedAt: now() }, now() + longestMs);
      return id;
    },
    find(id) {
      const session = sessions.get(id);
      if (!session) return undefined;
      if (now() - session.usedAt >= idleMs) {
        sessions.delete(id);
        return undefined;
      }
      session.usedAt = now();
      return session;
    },
    end(id) {
      sessions.delete(id);
    },
  };
}
