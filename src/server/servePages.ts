import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import * as z from 'zod/mini';
import type { RemovalRule } from '#src/contract/outcome.ts';
import { idPattern, paths } from '#src/contract/paths.ts';
import { htmlDocument, type DocumentMarks } from './htmlDocument.ts';
import type { ServerEnv } from './serverEnv.ts';
import type { Authentication } from './signIn/authentication.ts';
import { serveSdk } from './serveSdk.ts';
import { serveLaunchPage } from './signIn/launchPage.ts';
import { serveSignIn, type SignInRoutesOptions } from './signIn/signInRoutes.ts';

export interface PagesOptions {
  /** The folder that the browser's build was written to. */
  folder: string;
  /** Whether the demo desktop is there. */
  demo: boolean;
  /** Whether panels may keep unsaved edits in the tab's session storage. */
  storeDrafts: boolean;
  /** What counts as a removed attribute. */
  rule: RemovalRule;
  /** The brand's own links as JSON. */
  links: string | undefined;
  /** The brand's JSON Schema as it is written. */
  schema: string;
  authentication: Authentication;
  /** How agents sign in; absent where nobody does. */
  oidc?: Omit<SignInRoutesOptions, 'authentication' | 'styleSheets'>;
}

/** A longer schema is asked for apart, while the code is on its way: every page would carry it. */
const mostInPage = 100_000;

/**
 * Lets the browser ask for the data while the code is still on its way. `crossorigin` makes it the same
 * request as the panel's `fetch`, which then takes this answer instead of a second one.
 */
function preload(customerId: string | undefined, schema: string): string[] {
  if (customerId === undefined || !idPattern.test(customerId)) return [];
  const wanted = [
    paths.customer(customerId),
    ...(schema.length > mostInPage ? [paths.attributeDefinitions] : []),
  ];
  return wanted.map((path) => `<${path}>; rel=preload; as=fetch; crossorigin`);
}

const manifestSchema = z.object({
  'src/app/framed/startFrame.ts': z.object({ file: z.string() }),
});

/** The code that only a panel in a desktop's frame needs, to be fetched beside the rest; nothing where the build is not whole. */
function frameCode(folder: string): string[] {
  const path = join(folder, '.vite/manifest.json');
  if (!existsSync(path)) return [];
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return [`</${manifest['src/app/framed/startFrame.ts'].file}>; rel=modulepreload`];
}

/** Which host may frame `/embed`: the configured one that the address names, or in a demo we ourselves. */
function hostOf(c: Context<ServerEnv>, { authentication, demo }: PagesOptions) {
  const named = c.req.query('host');
  const host = authentication.hostOf(named);
  if (host) return { origin: host.origin, framedBy: host.origin };
  const own = new URL(c.req.url).origin;
  if (demo && (named === undefined || named === own)) return { origin: own, framedBy: "'self'" };
  return undefined;
}

/** What the configuration says to every page, and what is for those alone who have proved who they are. */
function marksOf({ storeDrafts, rule, links, schema, authentication }: PagesOptions) {
  const forAll: DocumentMarks = {
    ...(!storeDrafts && { drafts: 'memory' }),
    ...(rule.clearWithEmptyString && { removal: 'empty' }),
    ...(links !== undefined && { links }),
    ...(authentication.required && { 'sign-in': 'required' }),
  };
  const forGrants: DocumentMarks = schema.length > mostInPage ? {} : { definitions: schema };
  return { forAll, forGrants };
}

/**
 * Adds the built pages: `/`, `/embed`, and `/host` in a demo. One document serves them all and looks where it is.
 * What it says about the brand, and the customer's data, only goes to a request that proves who asks.
 */
export function servePages(server: Hono<ServerEnv>, options: PagesOptions): void {
  const { folder, demo, schema, authentication, oidc } = options;
  const document = htmlDocument(readFileSync(join(folder, 'index.html'), 'utf8'));
  const { forAll, forGrants } = marksOf(options);
  const forFrames = frameCode(folder);

  function answer(c: Context<ServerEnv>, marks: DocumentMarks = {}, code: readonly string[] = []) {
    const grant = authentication.grantOf(c.req.raw);
    const { agent, mayWrite } = grant ?? {};
    const html = document.marked({
      ...forAll,
      ...(grant && forGrants),
      ...(agent && { agent: JSON.stringify({ ...agent, mayWrite }) }),
      ...marks,
    });
    const links = [...(grant ? preload(c.req.query('customer'), schema) : []), ...code];
    return c.html(html, 200, {
      // The page of an agent who signed in must not come back from the browser's store after they signed out.
      'Cache-Control': authentication.required ? 'no-store' : 'no-cache',
      ...(links.length > 0 && { Link: links.join(', ') }),
    });
  }

  server.use('/assets/*', compress());
  server.use('/assets/*', async (c, next) => {
    await next();
    // Their names hold a hash of what is in them.
    if (c.res.ok) c.res.headers.set('Cache-Control', 'public, max-age=31536000, immutable');
  });
  server.use('/assets/*', serveStatic({ root: folder }));
  for (const file of ['/favicon.svg', '/sign-in/page.css', '/sign-in/popup.js'])
    server.get(file, serveStatic({ root: folder }));

  serveSdk(server, join(folder, '..'));

  for (const page of ['/', ...(demo ? ['/host'] : [])])
    server.get(page, compress(), (c) => {
      if (!authentication.grantOf(c.req.raw)) {
        const { pathname, search } = new URL(c.req.url);
        return c.redirect(`/sign-in?${new URLSearchParams({ to: pathname + search }).toString()}`);
      }
      // The page's own button for signing out is a form.
      if (authentication.required) c.set('formsGoTo', "'self'");
      return answer(c);
    });

  server.get('/embed', compress(), (c) => {
    const host = hostOf(c, options);
    if (!host) return answer(c);
    c.set('framedBy', host.framedBy);
    // Not in a tab of its own, https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-dest-header.
    const isAlone = c.req.header('Sec-Fetch-Dest') === 'document';
    return answer(c, { host: host.origin }, isAlone ? [] : forFrames);
  });

  const { styleSheets } = document;
  if (oidc) serveSignIn(server, { ...oidc, authentication, styleSheets });
  serveLaunchPage(server, {
    authentication,
    document,
    marks: { ...forAll, ...forGrants },
    frameCode: forFrames,
  });
}
