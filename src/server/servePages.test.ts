import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld } from '#src/dev/createWorld.ts';
import { servePages } from './servePages.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"><title>Panel</title>');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Options {
  storeDrafts?: boolean;
  links?: string;
  schema?: string;
}

async function answerWith(options: Options, address = '/embed'): Promise<Response> {
  const { server, authentication } = createWorld();
  const plain = { demo: false, storeDrafts: true, links: undefined, schema: '{}' };
  servePages(server, { folder, authentication, ...plain, ...options });
  return server.request(address);
}

const pageWith = async (options: Options) => (await answerWith(options)).text();

it('serves the document as it was built where nothing is configured', async () => {
  expect(await pageWith({})).toBe(
    '<!doctype html><html data-definitions="{}" lang="en"><title>Panel</title>',
  );
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

it('names the data of the customer who is asked for, and of nobody else', async () => {
  const link = async (address: string, schema = '{}') =>
    (await answerWith({ schema }, address)).headers.get('Link');
  const preload = '; rel=preload; as=fetch; crossorigin';
  expect(await link('/embed?customer=maya-1')).toBe(`</api/customers/maya-1>${preload}`);
  expect(await link('/')).toBeNull();
  for (const id of ['a%2Fb', '%3E%3B', '..', 'x'.repeat(50)])
    expect(await link(`/?customer=${id}`)).toBeNull();
  const long = JSON.stringify({ title: 'x'.repeat(100_000) });
  expect(await link('/?customer=maya-1', long)).toBe(
    `</api/customers/maya-1>${preload}, </api/attribute-definitions>${preload}`,
  );
  expect(await pageWith({ schema: long })).not.toContain('data-definitions');
});
