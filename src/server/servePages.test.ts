import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { servePages } from './servePages.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"><title>Panel</title>');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function pageWith(options: { storeDrafts?: boolean; links?: string }): Promise<string> {
  const server = new Hono();
  servePages(server, { folder, demo: false, storeDrafts: true, links: undefined, ...options });
  return (await server.request('/embed')).text();
}

it('serves the document as it was built where nothing is configured', async () => {
  expect(await pageWith({})).toBe('<!doctype html><html lang="en"><title>Panel</title>');
});

it('marks the document with what is configured, as text that cannot leave its attribute', async () => {
  const links = JSON.stringify([
    { label: `"><script>'&$&$1`, url: 'https://a.example', for: 'email' },
  ]);
  const page = await pageWith({ storeDrafts: false, links });
  expect(page).toContain('<html data-drafts="memory" data-links="[{&quot;label&quot;');
  expect(page).not.toContain('<script');
  const written = /data-links="([^"]*)"/.exec(page)?.[1] ?? '';
  const signs: Record<string, string> = { quot: '"', lt: '<', gt: '>', amp: '&' };
  expect(written.replace(/&(\w+);/g, (_, name: string) => signs[name] ?? '')).toBe(links);
});
