import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';
import { idPattern, paths } from '#src/contract/paths.ts';

export interface PagesOptions {
  /** The folder that the browser's build was written to. */
  folder: string;
  /** Whether the demo desktop is there. */
  demo: boolean;
  /** Whether panels may keep unsaved edits in the tab's session storage. */
  storeDrafts: boolean;
  /** The brand's own links as JSON. */
  links: string | undefined;
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
function preload(customerId: string | undefined, schema: string): Record<string, string> {
  if (customerId === undefined || !idPattern.test(customerId)) return {};
  const wanted = [
    paths.customer(customerId),
    ...(schema.length > mostInPage ? [paths.attributeDefinitions] : []),
  ];
  return { Link: wanted.map((path) => `<${path}>; rel=preload; as=fetch; crossorigin`).join(', ') };
}

/** Adds the built pages: `/`, `/embed`, and `/host` in a demo. One document serves them all and looks where it is. */
export function servePages(server: Hono, options: PagesOptions): void {
  const { folder, demo } = options;
  const html = marked(readFileSync(join(folder, 'index.html'), 'utf8'), options);
  server.use('/assets/*', compress());
  server.use('/assets/*', async (c, next) => {
    await next();
    // Their names hold a hash of what is in them.
    if (c.res.ok) c.res.headers.set('Cache-Control', 'public, max-age=31536000, immutable');
  });
  server.use('/assets/*', serveStatic({ root: folder }));
  server.get('/favicon.svg', serveStatic({ root: folder }));
  for (const page of ['/', '/embed', ...(demo ? ['/host'] : [])])
    server.get(page, compress(), (c) =>
      c.html(html, 200, {
        'Cache-Control': 'no-cache',
        ...preload(c.req.query('customer'), options.schema),
      }),
    );
}
