import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { build } from 'vite';
import { browserBuild, browserPlugins } from '../../vite.browser.ts';

const repository = join(import.meta.dirname, '../..');
const built = join(repository, 'dist/bench');

export const candidates = ['app', 'floor-b', 'floor-a'] as const;
export type Candidate = (typeof candidates)[number];

/** The script that every page gets before its own. */
export const probe = join(built, 'probe/probe.js');

const common = { configFile: false, logLevel: 'warn' } as const;

/** Builds each page on its own, as a product would be, and the probe. */
export async function buildSite(names: readonly Candidate[]): Promise<void> {
  for (const name of names)
    await build({
      ...common,
      root: join(import.meta.dirname, 'pages', name),
      base: './',
      plugins: browserPlugins(),
      build: { ...browserBuild, outDir: join(built, name), emptyOutDir: true },
    });
  await build({
    ...common,
    root: import.meta.dirname,
    build: {
      outDir: join(built, 'probe'),
      emptyOutDir: true,
      target: 'es2022',
      lib: { entry: 'probe.ts', formats: ['iife'], name: 'benchProbe', fileName: () => 'probe.js' },
    },
  });
}

export interface Site {
  addressOf: (name: Candidate) => string;
  close: () => void;
}

/** Serves the built pages on this machine, compressed as the product's server does it. */
export async function serveSite(port: number): Promise<Site> {
  const site = new Hono();
  site.use(compress());
  site.use(serveStatic({ root: built }));
  return new Promise((resolve) => {
    const server = serve({ fetch: site.fetch, port, hostname: '127.0.0.1' }, (address) =>
      resolve({
        addressOf: (name) => `http://127.0.0.1:${address.port}/${name}/`,
        close: () => server.close(),
      }),
    );
  });
}
