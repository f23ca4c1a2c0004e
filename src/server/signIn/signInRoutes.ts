import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sameOriginWrites } from '../guards.ts';
import type { Log } from '../log.ts';
import type { ServerEnv } from '../serverEnv.ts';
import { rightsOf, type AccessRules, type Claims } from './accessRules.ts';
import { sessionCookie, type Authentication } from './authentication.ts';
import { ProviderError, type Provider } from './provider.ts';
import { serverPage, type PageParts } from './serverPage.ts';
import { signInText, type PageText } from './signInText.ts';
import { transactionSeconds, type Destination, type Transactions } from './transactions.ts';

export interface SignInRoutesOptions {
  authentication: Authentication;
  provider: Provider;
  access: AccessRules;
  transactions: Transactions;
  styleSheets: readonly string[];
  log: Log;
}

const cookieRules = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

/** A cookie for each sign-in that is under way: a browser that restores its tabs begins several at once. */
const transactionCookie = (state: string) => `__Host-sign-in-${state.slice(0, 16)}`;
/** Sign-ins begun and never finished, which would fill the browser's header. */
const mostTransactions = 8;

/** The pages that a sign-in may end on. Anything else, above all another site, becomes the start page. */
const pages = ['/', '/host'];

function ownAddress(to: string | undefined, origin: string): string {
  if (to === undefined || !to.startsWith('/') || !URL.canParse(to, origin)) return '/';
  const url = new URL(to, origin);
  return url.origin === origin && pages.includes(url.pathname) ? url.pathname + url.search : '/';
}

/** What to call the agent on their own screen; `sub` where the provider tells nothing better. */
function nameOf(claims: Claims & { sub: string }): string {
  const names = [claims['name'], claims['preferred_username'], claims['email']];
  return (
    (names.find((name) => typeof name === 'string' && name !== '') as string | undefined) ??
    claims.sub
  );
}

function beginning(c: Context<ServerEnv>, origin: string): Destination {
  const popup = c.req.query('popup');
  if (popup === 'page' || popup === 'frame') return { popup };
  return { to: ownAddress(c.req.query('to'), origin) };
}

const addressOf = (destination: Destination) =>
  'to' in destination ? destination.to : `/sign-in/done?popup=${destination.popup}`;

/** Begins a sign-in again with the same end. */
function retryAddress(destination: Destination): string {
  return `/sign-in?${new URLSearchParams({ ...destination }).toString()}`;
}

/** Adds the pages by which agents sign in and out. */
export function serveSignIn(server: Hono<ServerEnv>, options: SignInRoutesOptions): void {
  const { authentication, provider, access, transactions, styleSheets, log } = options;
  const { publicOrigin } = authentication;

  type Status = 200 | 400 | 403 | 503;
  function show(c: Context<ServerEnv>, status: Status, text: PageText, parts: PageParts = {}) {
    return c.html(serverPage(styleSheets, text, parts), status);
  }

  function showFault(c: Context<ServerEnv>, error: unknown, destination: Destination) {
    if (!(error instanceof ProviderError)) throw error;
    log({ level: 'error', event: 'sign-in', outcome: error.fault, code: error.code });
    const retry = { actions: [{ label: signInText.tryAgain, href: retryAddress(destination) }] };
    switch (error.fault) {
      case 'unreachable':
        return show(c, 503, signInText.unreachable(provider.name), retry);
      case 'cancelled':
        return show(c, 403, signInText.cancelled, retry);
      case 'failed':
        return show(c, 400, signInText.failed, retry);
    }
  }

  function endSession(c: Context<ServerEnv>): void {
    const id = authentication.sessionIdOf(c.req.raw);
    if (id !== undefined) authentication.endSession(id);
  }

  async function keepTransaction(c: Context<ServerEnv>, destination: Destination) {
    const begun = Object.keys(getCookie(c)).filter((name) => name.startsWith('__Host-sign-in-'));
    if (begun.length >= mostTransactions)
      for (const name of begun) deleteCookie(c, name, cookieRules);
    const transaction = transactions.begin(destination);
    setCookie(c, transactionCookie(transaction.state), await transactions.seal(transaction), {
      ...cookieRules,
      maxAge: transactionSeconds,
    });
    return transaction;
  }

  /** The transaction that this browser began with this `state`, once. */
  async function takeTransaction(c: Context<ServerEnv>) {
    const state = c.req.query('state') ?? '';
    const cookie = getCookie(c, transactionCookie(state));
    if (cookie === undefined) return undefined;
    deleteCookie(c, transactionCookie(state), cookieRules);
    return transactions.unseal(cookie, state);
  }

  /** Begins a session for whoever the provider named, if the rules let them in. Returns where to go. */
  function admit(c: Context<ServerEnv>, claims: Claims & { sub: string }, end: Destination) {
    // A session of another agent ends in any case.
    endSession(c);
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

  server.use('/sign-in/*', async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  });

  server.get('/sign-in', async (c) => {
    const destination = beginning(c, publicOrigin);
    // A popup has nothing to do where its session is alive: the frame that opened it merely has no cookie.
    if ('popup' in destination && authentication.sessionIdOf(c.req.raw) !== undefined)
      return c.redirect(addressOf(destination));
    try {
      const transaction = await keepTransaction(c, destination);
      return c.redirect(await provider.signInUrl(transaction));
    } catch (error) {
      return showFault(c, error, destination);
    }
  });

  server.get('/sign-in/callback', async (c) => {
    const transaction = await takeTransaction(c);
    if (!transaction) {
      const actions = [{ label: signInText.startAgain, href: `${publicOrigin}/` }];
      return show(c, 400, signInText.notOurs, { actions });
    }
    const { destination } = transaction;
    try {
      const claims = await provider.readClaims(new URL(c.req.url).search, transaction);
      return c.redirect(admit(c, claims, destination));
    } catch (error) {
      return showFault(c, error, destination);
    }
  });

  server.get('/sign-in/done', (c) => {
    const sessionId = authentication.sessionIdOf(c.req.raw);
    if (sessionId === undefined) return show(c, 400, signInText.notOurs);
    const forFrame = c.req.query('popup') === 'frame';
    return show(c, 200, signInText.signedIn, {
      script: '/sign-in/popup.js',
      ...(forFrame && {
        data: { code: authentication.issueCode(sessionId) },
        hidden: { id: 'apart', text: signInText.signedInApart },
      }),
    });
  });

  server.get('/sign-in/denied', (c) => {
    c.set('formsGoTo', "'self'");
    return show(c, 403, signInText.denied(new URL(publicOrigin).host), {
      actions: [
        { label: signInText.tryAgain, href: '/sign-in' },
        { label: signInText.signOut, post: '/sign-out' },
      ],
    });
  });

  server.post('/sign-out', sameOriginWrites(publicOrigin), (c) => {
    endSession(c);
    deleteCookie(c, sessionCookie, cookieRules);
    return c.redirect('/signed-out', 303);
  });

  server.get('/signed-out', (c) => {
    const { title, paragraphs } = signInText.signedOut;
    const there = provider.signOutUrl();
    const more = there === undefined ? [] : [signInText.providerGoesOn(provider.name)];
    return show(
      c,
      200,
      { title, paragraphs: [...paragraphs, ...more] },
      {
        actions: [
          { label: signInText.signInAgain, href: '/sign-in' },
          ...(there === undefined
            ? []
            : [{ label: signInText.signOutThere(provider.name), href: there }]),
        ],
      },
    );
  });
}
