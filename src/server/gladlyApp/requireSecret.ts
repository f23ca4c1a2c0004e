import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { ApiProblem } from '../ApiProblem.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Lets only whoever shows one of the secrets pass, as a bearer token (RFC 6750). Digests of one length are
 * compared, each with every secret, so that the time says nothing of what was right.
 */
export function requireSecret(secrets: readonly string[]): MiddlewareHandler {
  const known = secrets.map(digest);
  return async function refuseStrangers(c, next) {
    const [, shown = ''] = /^Bearer +([^\s]+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
    const given = digest(shown);
    const matches = known.map((secret) => timingSafeEqual(secret, given));
    if (matches.includes(true)) return next();
    const problem = new ApiProblem('unauthenticated', 'Only the Gladly app may ask here.');
    const response = problem.toResponse();
    response.headers.set('WWW-Authenticate', 'Bearer');
    return response;
  };
}
