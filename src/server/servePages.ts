import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import * as z from 'zod/mini';
import { idPattern, paths } from '#src/contract/paths.ts';
import type { HostConfig } from './hosts.ts';

export interface PagesOptions {
  /** The folder that the browser's build was written to. */
  folder: string;
  /** Whether the demo desktop is there. */
  demo: boolean;
  /** Whether panels may keep unsaved edits in the tab's session storage. */
  storeDrafts: boolean;
  /** The brand's own links as JSON. */
  links: string | undefined;
  /** The desktops that may frame the panel. */
  hosts: readonly HostConfig[];
  /** The brand's JSON Schema as it is written. */
  schema: string;
}

/** A longer schema is asked for apart, while the code is on its way: every page would carry it. */
const mostInPage = 100_000;

const entities: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

const attribute = (name: string, value: string) =>
  `data-${name}="${value.replace(/[&"<>]/g, (sign) => entities[sign] ?? '')}"`;

/** The document, with what the configuration says to every page of it as `data-` attributes. */
function marked(html: string, { storeDrafts, links, schema }: PagesOptions): string {
  const marks = [
    ...(storeDrafts ? [] : [attribute('drafts', 'memory')]),
    ...(links === undefined ? [] : [attribute('links', links)]),
    ...(schema.length > mostInPage ? [] : [attribute('definitions', schema)]),
  ];
  // A function, because `$` in a replacement text has a meaning of its own.
  return html.replace('<html', () => ['<html', ...marks].join(' '));
}

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

/** The code that only a framed panel needs, to be fetched beside the rest; nothing where the build is not whole. */
function frameCode(folder: string): string[] {
  const path = join(folder, '.vite/manifest.json');
  if (!existsSync(path)) return [];
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return [`</${manifest['src/app/framed/startFrame.ts'].file}>; rel=modulepreload`];
}

/**
 * The desktop that an address of `/embed` names, where it is configured. In a demo our own pages may frame the
 * panel, and do where no desktop is named.
 */
function hostOf(c: Context, { hosts, demo }: PagesOptions): string | undefined {
  const own = new URL(c.req.url).origin;
  const named = c.req.query('host');
  if (demo && (named === undefined || named === own)) return own;
  return hosts.find(({ origin }) => origin === named)?.origin;
}

/** The script for desktops, which pages of any site may load, as a module too. Its name has no hash, so it is not kept for long. */
function serveSdk(server: Hono, folder: string): void {
  for (const file of ['host.js', 'host.mjs']) {
    const path = join(folder, '..', file);
    if (!existsSync(path)) continue;
    const code = readFileSync(path, 'utf8');
    server.get(`/${file}`, compress(), (c) =>
      c.body(code, 200, {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': 'public, max-age=300',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Access-Control-Allow-Origin': '*',
      }),
    );
  }
}

/** Adds the built pages: `/`, `/embed`, and `/host` in a demo. One document serves them all and looks where it is. */
export function servePages(server: Hono, options: PagesOptions): void {
  const { folder, demo, schema } = options;
  const html = marked(readFileSync(join(folder, 'index.html'), 'utf8'), options);
  const forFrames = frameCode(folder);
  server.use('/assets/*', compress());
  server.use('/assets/*', async (c, next) => {
    await next();
    // Their names hold a hash of what is in them.
    if (c.res.ok) c.res.headers.set('Cache-Control', 'public, max-age=31536000, immutable');
  });
  server.use('/assets/*', serveStatic({ root: folder }));
  server.get('/favicon.svg', serveStatic({ root: folder }));
  serveSdk(server, folder);

  const answer = (c: Context, host?: string) => {
    const links = [...preload(c.req.query('customer'), schema), ...(host ? forFrames : [])];
    const page = host ? html.replace('<html', () => `<html ${attribute('host', host)}`) : html;
    return c.html(page, 200, {
      'Cache-Control': 'no-cache',
      ...(links.length > 0 && { Link: links.join(', ') }),
    });
  };
  for (const page of ['/', ...(demo ? ['/host'] : [])])
    server.get(page, compress(), (c) => answer(c));
  server.get('/embed', compress(), (c) => {
    const host = hostOf(c, options);
    c.set('framedBy', host);
    return answer(c, host);
  });
}
