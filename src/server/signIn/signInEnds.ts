import type { Hono } from 'hono';
import { deleteCookie } from 'hono/cookie';
import { sameOriginWrites } from '../guards.ts';
import type { ServerEnv } from '../serverEnv.ts';
import { sessionCookie, type Authentication } from './authentication.ts';
import type { Provider } from './provider.ts';
import { serverPage } from './serverPage.ts';
import { signInText } from './signInText.ts';
import { cookieRules } from './transactionCookies.ts';

interface SignInEndsOptions {
  authentication: Authentication;
  provider: Provider;
  styleSheets: readonly string[];
}

/** Adds the pages that a sign-in ends on when it does not lead to a page of the panel, and signing out. */
export function serveSignInEnds(server: Hono<ServerEnv>, options: SignInEndsOptions): void {
  const { authentication, provider, styleSheets } = options;
  const { publicOrigin } = authentication;

  server.get('/sign-in/done', (c) => {
    const sessionId = authentication.sessionIdOf(c.req.raw);
    if (sessionId === undefined) return c.html(serverPage(styleSheets, signInText.notOurs), 400);
    // A page or frame of another agent's has to begin anew.
    const { id: agent = '' } = authentication.grantOf(c.req.raw)?.agent ?? {};
    const forFrame = () => ({
      data: { agent, code: authentication.issueCode(sessionId) },
      hidden: { id: 'apart', text: signInText.signedInApart },
    });
    return c.html(
      serverPage(styleSheets, signInText.signedIn, {
        script: '/sign-in/popup.js',
        ...(c.req.query('popup') === 'frame' ? forFrame() : { data: { agent } }),
      }),
    );
  });

  server.get('/sign-in/denied', (c) => {
    c.set('formsGoTo', "'self'");
    const actions = [
      { label: signInText.tryAgain, href: '/sign-in' },
      { label: signInText.signOut, post: '/sign-out' },
    ];
    const text = signInText.denied(new URL(publicOrigin).host);
    return c.html(serverPage(styleSheets, text, { actions }), 403);
  });

  server.post('/sign-out', sameOriginWrites(publicOrigin), (c) => {
    const id = authentication.sessionIdOf(c.req.raw);
    if (id !== undefined) authentication.endSession(id);
    deleteCookie(c, sessionCookie, cookieRules);
    return c.redirect('/signed-out', 303);
  });

  server.get('/signed-out', (c) => {
    const { title, paragraphs } = signInText.signedOut;
    const again = { label: signInText.signInAgain, href: '/sign-in' };
    const there = provider.signOutUrl();
    if (there === undefined)
      return c.html(serverPage(styleSheets, { title, paragraphs }, { actions: [again] }));
    const text = { title, paragraphs: [...paragraphs, signInText.providerGoesOn(provider.name)] };
    const actions = [again, { label: signInText.signOutThere(provider.name), href: there }];
    return c.html(serverPage(styleSheets, text, { actions }));
  });
}
