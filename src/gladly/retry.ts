import { GladlyError } from './GladlyError.ts';

export interface Clock {
  sleep(milliseconds: number): Promise<void>;
  /** From 0 to 1, as `Math.random`. */
  random(): number;
}

export const realClock: Clock = {
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
};

const maxTries = 3;
const firstBackoff = 250;
/** A longer `Retry-After` is left to the agent: nobody should wait behind a spinner for it. */
const longestWait = 2_000;

function waitBefore(attempt: number, error: unknown, clock: Clock): number | undefined {
  if (!(error instanceof GladlyError) || attempt >= maxTries) return undefined;
  const { fault, fields } = error;
  if (fault !== 'rate_limited' && !(fault === 'unclear' && (fields.status ?? 0) >= 500))
    return undefined;
  // Half fixed, half jitter: Gladly's limit is per second and shared by everybody of the organization.
  const backoff = firstBackoff * 2 ** attempt * (0.5 + clock.random() / 2);
  const wait = Math.max(backoff, (fields.retryAfter ?? 0) * 1000);
  return wait > longestWait ? undefined : wait;
}

/** Repeats a read on 429 and 5xx with growing, jittered waits. Only for requests that change nothing. */
export async function retryRead<T>(read: () => Promise<T>, clock: Clock): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      const wait = waitBefore(attempt, error, clock);
      if (wait === undefined) throw error;
      await clock.sleep(wait);
    }
  }
}
