import type { MiddlewareHandler } from 'hono';
import { ApiProblem } from '../ApiProblem.ts';
import type { ServerEnv } from '../serverEnv.ts';
import type { Authentication } from './authentication.ts';

/** Lets nobody through who has not proved who they are; what they may do stands in `grant` from then on. */
export function whoAsks(authentication: Authentication): MiddlewareHandler<ServerEnv> {
  return async function requireGrant(c, next) {
    const grant = authentication.grantOf(c.req.raw);
    if (!grant) throw new ApiProblem('unauthenticated', 'Nobody is signed in, or no longer.');
    c.set('grant', grant);
    await next();
  };
}
