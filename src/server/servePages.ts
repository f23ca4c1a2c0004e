import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';

export interface PagesOptions {
  /** The folder that the browser's build was written to. */
  folder: string;
  /** Whether the demo desktop is there. */
  demo: boolean;
  /** Whether panels may keep unsaved edits in the tab's session storage. */
  storeDrafts: boolean;
}

/** Adds the built pages: `/`, `/embed`, and `/host` in a demo. One document serves them all and looks where it is. */
export function servePages(server: Hono, { folder, demo, storeDrafts }: PagesOptions): void {
  const built = readFileSync(join(folder, 'index.html'), 'utf8');
  const html = storeDrafts ? built : built.replace('<html', '<html data-drafts="memory"');
  server.use('/assets/*', compress());
  server.use('/assets/*', async (c, next) => {
    await next();
    // Their names hold a hash of what is in them.
    if (c.res.ok) c.res.headers.set('Cache-Control', 'public, max-age=31536000, immutable');
  });
  server.use('/assets/*', serveStatic({ root: folder }));
  server.get('/favicon.svg', serveStatic({ root: folder }));
  for (const page of ['/', '/embed', ...(demo ? ['/host'] : [])])
    server.get(page, (c) => c.html(html, 200, { 'Cache-Control': 'no-cache' }));
}
