import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const client = join(import.meta.dirname, '../../dist/client');
const assets = readdirSync(join(client, 'assets'));

interface Chunk {
  file: string;
  imports?: string[];
}

const manifest = JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** The files that an entry of the manifest needs before it can run. */
function filesOf(name: string): Set<string> {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`The build has no ${name}.`);
  const files = new Set([chunk.file]);
  for (const imported of chunk.imports ?? []) for (const file of filesOf(imported)) files.add(file);
  return files;
}

function kilobytes(files: Iterable<string>): number {
  const sizes = [...files].map(
    (file) => gzipSync(readFileSync(join(client, file)), { level: 9 }).length,
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

const firstLoad = filesOf('index.html');
const more = (name: string) => [...filesOf(name)].filter((file) => !firstLoad.has(file));

it('needs at most 100 kB of JavaScript, gzipped, to read a profile', () => {
  expect(kilobytes(firstLoad)).toBeLessThanOrEqual(100);
});

it('fetches what it needs to read a profile in one request', () => {
  expect([...firstLoad]).toHaveLength(1);
});

it('needs at most 45 kB more to edit, the controls for described attributes included', () => {
  const editing = 'src/customer/attributes/editing';
  const files = [
    ...more(`${editing}/AttributeEditor.tsx`),
    ...more(`${editing}/inputs/TypedInput.tsx`),
  ];
  expect(kilobytes(new Set(files))).toBeLessThanOrEqual(45);
});

it('needs at most 5 kB more to talk to a desktop around it, in one more request', () => {
  expect(kilobytes(more('src/app/framed/startFrame.ts'))).toBeLessThanOrEqual(5);
  expect(more('src/app/framed/startFrame.ts')).toHaveLength(1);
});

it('gives desktops a script of at most 2.5 kB', () => {
  expect(kilobytes(['../host.js'])).toBeLessThanOrEqual(2.5);
  expect(readFileSync(join(client, '../host.js'), 'utf8')).toMatch(/^var CustomerProfile=/);
});

it.each([
  'app/desktop/AgentDesktop.tsx',
  'app/framed/startFrame.ts',
  'customer/Later.tsx',
  'customer/attributes/editing/AttributeEditor.tsx',
  'customer/reach/insight.tsx',
  'customer/search/SearchPage.tsx',
])('leaves %s out of the first load', (name) => {
  // What the first load holds already has no file of its own.
  expect(more(`src/${name}`)).not.toHaveLength(0);
});

it('gives the browser nothing of the server, of the emulator, or of the credentials', () => {
  const code = assets.map((file) => readFileSync(join(client, 'assets', file), 'utf8')).join('\n');
  expect(code).not.toMatch(/GLADLY_|emulator-token|customer-profiles|api\/v1|Basic /);
});

it('asks for no script or style that the Content-Security-Policy would refuse', () => {
  const html = readFileSync(join(client, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/i);
  expect(html).not.toMatch(/https?:\/\//);
});
