import { readFileSync } from 'node:fs';
import { getRequestListener } from '@hono/node-server';
import type { Plugin } from 'vite';
import type * as worlds from './createWorld.ts';

const example = new URL('../../examples/shop-attributes.schema.json', import.meta.url);

const ours = /^\/(api\/|healthz$)/;

/** `npm run dev`: answers the API from the source, on the emulator, beside Vite's own pages, which may frame the panel. */
export function apiInDevServer(): Plugin {
  return {
    name: 'api-in-dev-server',
    apply: 'serve',
    transformIndexHtml(html, { server }) {
      const own = server?.resolvedUrls?.local[0];
      if (own === undefined) return html;
      return html.replace('<html', `<html data-host="${new URL(own).origin}"`);
    },
    configureServer(vite) {
      if (process.env['VITEST'] || process.env['STORYBOOK']) return;
      const world = vite.ssrLoadModule('/src/dev/createWorld.ts').then((module) => {
        const { createWorld } = module as typeof worlds;
        return createWorld({ attributeSchema: readFileSync(example, 'utf8') });
      });
      const listener = getRequestListener(async (request) => (await world).server.fetch(request));
      vite.middlewares.use((request, response, next) => {
        if (ours.test(request.url?.split('?')[0] ?? '')) void listener(request, response);
        else next();
      });
    },
  };
}
