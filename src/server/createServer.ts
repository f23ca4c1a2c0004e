import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { RemovalRule } from '#src/contract/outcome.ts';
import type { GladlyClient } from '#src/gladly/client.ts';
import { GladlyError } from '#src/gladly/GladlyError.ts';
import { realClock, type Clock } from '#src/gladly/retry.ts';
import { createApi } from './api.ts';
import { ApiProblem } from './ApiProblem.ts';
import { noDefinitions, type ServedDefinitions } from './definitions/definitionsOf.ts';
import { loopbackNamesOnly, noStore, sameOriginWrites } from './guards.ts';
import type { GladlyAppRoutes } from './gladlyApp/createGladlyApp.ts';
import type { Log } from './log.ts';
import { queuePerKey } from './queuePerKey.ts';
import { securityHeaders } from './securityHeaders.ts';
import type { ServerEnv } from './serverEnv.ts';
import type { Authentication } from './signIn/authentication.ts';
import { createLaunchRoutes } from './signIn/launchRoutes.ts';
import { whoAsks } from './signIn/whoAsks.ts';
import { toProblem } from './toProblem.ts';

export interface ServerOptions {
  gladly: GladlyClient;
  rule: RemovalRule;
  /** Lets a save wait before it looks again. */
  clock?: Clock;
  /** What the brand says about its attributes; without it every attribute is free JSON. */
  definitions?: ServedDefinitions;
  log: Log;
  /** Who may ask for what. */
  authentication: Authentication;
  /** Nobody signs in although the customers are real: answer on this machine's own names only. */
  loopbackOnly: boolean;
  /**
   * Absent: there is nothing under `/gladly`. Handed in and not imported, because it needs Node's crypto, and
   * stories run this server in the browser.
   */
  gladlyApp?: GladlyAppRoutes;
}

/** The pattern of the route that was asked for; those with a star are there for many, and match after all others. */
function routeOf(c: Context<ServerEnv>): string {
  const patterns = matchedRoutes(c).map(({ path }) => path);
  return patterns.find((path) => !path.includes('*')) ?? patterns.at(-1) ?? '';
}

function logRequests(log: Log): MiddlewareHandler<ServerEnv> {
  return async function logRequest(c, next) {
    const start = performance.now();
    await next();
    log({
      level: c.res.status >= 500 ? 'error' : 'info',
      event: 'request',
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - start),
    });
  };
}

/** Where an error came from. Its message stays out: a parser's may quote the data. */
function framesOf(error: Error): string {
  const stack = error.stack?.replace(error.message, () => '');
  const frames = stack?.split('\n').filter((line) => line.startsWith('    at '));
  return frames?.join('\n') ?? '';
}

/** The one place that turns an error into an answer. */
function answerError(log: Log) {
  return function answer(error: Error): Response {
    const problem = toProblem(error);
    if (problem.code === 'internal')
      log({ level: 'error', event: 'internal', code: error.name, reason: framesOf(error) });
    if (error instanceof GladlyError && problem.code === 'upstream_unavailable')
      log({ level: 'error', event: 'gladly', code: error.fault, reason: error.message });
    return problem.toResponse();
  };
}

/** The backend for the panel, as a function from request to response; pages are added by `servePages`. */
export function createServer(options: ServerOptions): Hono<ServerEnv> {
  const { gladly, rule, definitions = noDefinitions, log, loopbackOnly, authentication } = options;
  const { clock = realClock } = options;
  const server = new Hono<ServerEnv>();
  server.use(logRequests(log));
  server.use(securityHeaders());
  server.use('/api/*', noStore());
  if (loopbackOnly) server.use(loopbackNamesOnly());
  server.use('/api/*', sameOriginWrites(authentication.publicOrigin));
  server.get('/healthz', (c) => c.json({ status: 'up' }));
  server.route('/', createLaunchRoutes(authentication));
  server.use('/api/*', whoAsks(authentication));
  const shared = { gladly, rule, clock, definitions, log, saves: queuePerKey() };
  server.route('/', createApi(shared));
  const { gladlyApp } = options;
  if (gladlyApp)
    server.route('/', gladlyApp({ ...shared, publicOrigin: authentication.publicOrigin }));
  server.all('/api/*', () => {
    throw new ApiProblem('not_found', 'There is nothing at this address.');
  });
  server.notFound(() =>
    new ApiProblem('not_found', 'There is nothing at this address.').toResponse(),
  );
  server.onError(answerError(log));
  return server;
}
