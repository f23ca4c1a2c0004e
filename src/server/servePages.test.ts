import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld } from '#src/dev/createWorld.ts';
import { servePages, type PagesOptions } from './servePages.ts';
import { readHosts, type Host } from './signIn/hosts.ts';

let dist = '';
let folder = '';
beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'pages-'));
  folder = join(dist, 'client');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"><title>Panel</title>');
});
afterAll(() => rmSync(dist, { recursive: true }));

interface Options {
  demo?: boolean;
  hosts?: Host[];
  storeDrafts?: boolean;
  rule?: PagesOptions['rule'];
  links?: string;
  schema?: string;
}

async function answerWith(
  { hosts = [], ...options }: Options,
  address = '/embed',
  headers: Record<string, string> = {},
): Promise<Response> {
  const { server, authentication } = createWorld({ hosts });
  const rule = { clearWithEmptyString: false };
  const plain = { demo: false, storeDrafts: true, rule, links: undefined, schema: '{}' };
  servePages(server, { folder, authentication, ...plain, ...options });
  return server.request(address, { headers });
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
  const rule = { clearWithEmptyString: true };
  const page = await pageWith({ storeDrafts: false, rule, links });
  expect(page).toContain(
    '<html data-drafts="memory" data-removal="empty" data-links="[{&quot;label&quot;',
  );
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

const desk = 'https://desk.example.com';
const own = 'http://localhost';

async function framing(address: string, options: Options) {
  const response = await answerWith(options, address);
  return {
    ancestors: /frame-ancestors ([^;]*)/.exec(
      response.headers.get('Content-Security-Policy') ?? '',
    )?.[1],
    host: /data-host="([^"]*)"/.exec(await response.text())?.[1],
  };
}

it('may be framed by the configured desktop that the address names, and by nobody else', async () => {
  const hosts = readHosts(JSON.stringify([{ origin: desk }, { origin: 'http://127.0.0.1:5000' }]));
  const at = (host: string) => `/embed?customer=a&host=${encodeURIComponent(host)}`;
  const nobody = { ancestors: "'none'", host: undefined };
  expect(await framing(at(desk), { hosts })).toEqual({ ancestors: desk, host: desk });
  for (const host of [
    'https://desk.example.com.evil.example',
    'https://desk.example.com/',
    'https://DESK.example.com',
    'http://desk.example.com',
    'https://example.com',
    '*',
    "'self'",
    `${desk} https://evil.example`,
    `${desk};`,
    own,
    '',
  ])
    expect(await framing(at(host), { hosts })).toEqual(nobody);
  expect(await framing('/embed', { hosts })).toEqual(nobody);
  expect(await framing(`${at('https://evil.example')}&host=${desk}`, { hosts })).toEqual(nobody);
  expect(await framing(`/?host=${desk}`, { hosts })).toEqual(nobody);
  expect(await framing(`/?host=${desk}`, { hosts, demo: true })).toEqual(nobody);
});

it('may be framed by our own pages in a demo', async () => {
  const self = { ancestors: "'self'", host: own };
  expect(await framing('/embed', { demo: true })).toEqual(self);
  expect(await framing(`/embed?host=${own}`, { demo: true })).toEqual(self);
  const evil = '/embed?host=https://evil.example';
  expect(await framing(evil, { demo: true })).toEqual({ ancestors: "'none'", host: undefined });
});

it('gives the script for desktops to pages of every site, and announces the code of frames', async () => {
  writeFileSync(join(folder, '../host.js'), 'code');
  mkdirSync(join(folder, '.vite'));
  const chunk = { 'src/app/framed/startFrame.ts': { file: 'assets/frame-1.js' } };
  writeFileSync(join(folder, '.vite/manifest.json'), JSON.stringify(chunk));
  const script = await answerWith({}, '/host.js');
  expect(await script.text()).toBe('code');
  expect(Object.fromEntries(script.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=300',
  });
  const framed = await answerWith({ demo: true }, '/embed');
  expect(framed.headers.get('Link')).toBe('</assets/frame-1.js>; rel=modulepreload');
  expect(framed.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  expect((await answerWith({ demo: true }, '/')).headers.get('Link')).toBeNull();
  // Nobody frames it: nothing to talk to.
  expect((await answerWith({}, '/embed')).headers.get('Link')).toBeNull();
  const alone = await answerWith({ demo: true }, '/embed', { 'Sec-Fetch-Dest': 'document' });
  expect(alone.headers.get('Link')).toBeNull();
});
