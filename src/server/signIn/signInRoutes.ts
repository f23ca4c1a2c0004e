import type { Context, Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { noStore } from '../guards.ts';
import type { Log } from '../log.ts';
import type { ServerEnv } from '../serverEnv.ts';
import { rightsOf, type AccessRules, type Claims } from './accessRules.ts';
import { sessionCookie, type Authentication } from './authentication.ts';
import { addressOf, readDestination, signInAddress, type Destination } from './destination.ts';
import { ProviderError, type Provider } from './provider.ts';
import { serverPage } from './serverPage.ts';
import { serveSignInEnds } from './signInEnds.ts';
import { signInText } from './signInText.ts';
import { beginTransaction, cookieRules, takeTransaction } from './transactionCookies.ts';
import type { Transactions } from './transactions.ts';

export interface SignInRoutesOptions {
  authentication: Authentication;
  provider: Provider;
  access: AccessRules;
  transactions: Transactions;
  styleSheets: readonly string[];
  log: Log;
}

/** What to call the agent on their own screen; the id where the provider tells nothing better. */
function nameOf(claims: Claims & { sub: string }): string {
  const names = [claims['name'], claims['preferred_username'], claims['email']];
  const isName = (name: unknown): name is string => typeof name === 'string' && name !== '';
  return names.find(isName) ?? claims.sub;
}

/** Adds the pages by which agents sign in with the provider (OpenID Connect Core 1.0, section 3.1) and out. */
export function serveSignIn(server: Hono<ServerEnv>, options: SignInRoutesOptions): void {
  const { authentication, provider, access, transactions, styleSheets, log } = options;
  const { publicOrigin } = authentication;

  function showFault(c: Context<ServerEnv>, error: unknown, destination: Destination) {
    if (!(error instanceof ProviderError)) throw error;
    log({ level: 'error', event: 'sign-in', outcome: error.fault, code: error.code });
    const actions = [{ label: signInText.tryAgain, href: signInAddress(destination) }];
    switch (error.fault) {
      case 'unreachable': {
        const text = signInText.unreachable(provider.name);
        return c.html(serverPage(styleSheets, text, { actions }), 503);
      }
      case 'cancelled':
        return c.html(serverPage(styleSheets, signInText.cancelled, { actions }), 403);
      case 'failed':
        return c.html(serverPage(styleSheets, signInText.failed, { actions }), 400);
    }
  }

  /** Begins a session for whoever the provider named, if the rules let them in. Returns where to go. */
  function admit(c: Context<ServerEnv>, claims: Claims & { sub: string }, end: Destination) {
    const before = authentication.sessionIdOf(c.req.raw);
    if (before !== undefined) authentication.endSession(before);
    const { mayRead, mayWrite } = rightsOf(access, claims);
    const outcome = mayRead ? 'signed-in' : 'denied';
    log({ level: 'info', event: 'sign-in', outcome, agent: claims.sub });
    if (!mayRead) {
      deleteCookie(c, sessionCookie, cookieRules);
      return '/sign-in/denied';
    }
    const agent = { id: claims.sub, name: nameOf(claims) };
    setCookie(c, sessionCookie, authentication.startSession({ agent, mayWrite }), cookieRules);
    return addressOf(end);
  }

  for (const path of ['/sign-in/*', '/sign-out', '/signed-out']) server.use(path, noStore());

  server.get('/sign-in', async (c) => {
    const destination = readDestination(new URL(c.req.url).searchParams, publicOrigin);
    // A popup has nothing to do where its session is alive: the frame that opened it merely has no cookie.
    if ('popup' in destination && authentication.sessionIdOf(c.req.raw) !== undefined)
      return c.redirect(addressOf(destination));
    try {
      const transaction = await beginTransaction(c, transactions, destination);
      return c.redirect(await provider.signInUrl(transaction));
    } catch (error) {
      return showFault(c, error, destination);
    }
  });

  server.get('/sign-in/callback', async (c) => {
    const transaction = await takeTransaction(c, transactions);
    if (!transaction) {
      const actions = [{ label: signInText.startAgain, href: `${publicOrigin}/` }];
      return c.html(serverPage(styleSheets, signInText.notOurs, { actions }), 400);
    }
    const { destination } = transaction;
    try {
      const claims = await provider.readClaims(new URL(c.req.url).search, transaction);
      return c.redirect(admit(c, claims, destination));
    } catch (error) {
      return showFault(c, error, destination);
    }
  });

  serveSignInEnds(server, { authentication, provider, styleSheets });
}
