import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { ServerEnv } from './serverEnv.ts';

/**
 * The script for desktops, `/host.js` and `/host.mjs`, which pages of any site may load. Its name has no hash, so it
 * is not kept for long. `folder` is where the build put it; a build without it serves none.
 */
export function serveSdk(server: Hono<ServerEnv>, folder: string): void {
  for (const file of ['host.js', 'host.mjs']) {
    const path = join(folder, file);
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
