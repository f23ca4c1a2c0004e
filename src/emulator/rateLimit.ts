import type { Settings } from './settings.ts';

type Verdict = { allowed: boolean; headers: Readonly<Record<string, string>> };

/**
 * Counts requests per HTTP method and calendar second (Gladly REST API, Rate Limiting). Gladly says
 * 10 per second on every answer and documents neither `Retry-After` nor when a second begins.
 */
export function createRateLimit({ now, rateLimit }: Pick<Settings, 'now' | 'rateLimit'>) {
  const seen = new Map<string, { second: number; count: number }>();
  return (method: string): Verdict => {
    if (rateLimit === false) return { allowed: true, headers: headersFor(10, 10) };
    const second = Math.floor(now().getTime() / 1000);
    const last = seen.get(method);
    const count = last?.second === second ? last.count + 1 : 1;
    seen.set(method, { second, count });
    return { allowed: count <= rateLimit, headers: headersFor(rateLimit, rateLimit - count) };
  };
}

const headersFor = (limit: number, remaining: number) => ({
  'Ratelimit-Limit-Second': String(limit),
  'Ratelimit-Remaining-Second': String(Math.max(0, remaining)),
});
