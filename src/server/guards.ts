import type { MiddlewareHandler } from 'hono';
import { isLoopback } from '#src/gladly/allowedOrigin.ts';
import { ApiProblem } from './ApiProblem.ts';

/**
 * For what no browser may keep. Under `/api` that is personal data, and a 308 that would otherwise be remembered for good;
 * on the pages for signing in, what was true for another agent.
 */
export function noStore(): MiddlewareHandler {
  return async function noStoreHeaders(c, next) {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  };
}

function isForeign(request: Request, publicOrigin: string): boolean {
  const origin = request.headers.get('Origin');
  const site = request.headers.get('Sec-Fetch-Site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  if (origin === null || origin === publicOrigin) return false;
  // A form of our own page: under `no-referrer` browsers hide its origin, and say that it is the same.
  if (origin === 'null' && site === 'same-origin') return false;
  const host = request.headers.get('Host') ?? new URL(request.url).host;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/**
 * Refuses a write that another site's page makes in the agent's browser (cross-site request forgery).
 * `publicOrigin` is ours as browsers see it, which a proxy before us may not tell in `Host`.
 */
export function sameOriginWrites(publicOrigin: string): MiddlewareHandler {
  return async function refuseForeignOrigin(c, next) {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && isForeign(c.req.raw, publicOrigin))
      throw new ApiProblem('forbidden', 'Changes are only taken from the panel itself.');
    await next();
  };
}

/** What a proxy writes to say for whom it asks (RFC 7239, and what was customary before). */
const forwarded = ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via'];

/**
 * Where nobody signs in, only this machine may ask, and by its own name: a page of another site whose name
 * was pointed at 127.0.0.1 (DNS rebinding) sends that site's name as `Host`. A proxy on this machine may ask by the
 * right name for anybody, so what says that it comes through one is refused.
 */
export function loopbackNamesOnly(): MiddlewareHandler {
  return async function refuseForeignHost(c, next) {
    const host = c.req.header('Host');
    if (
      host !== undefined &&
      !(URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname))
    )
      throw new ApiProblem('forbidden', 'Without sign-in this server answers on localhost only.');
    if (forwarded.some((name) => c.req.header(name) !== undefined))
      throw new ApiProblem('forbidden', 'Without sign-in this server answers no proxy.');
    await next();
  };
}
