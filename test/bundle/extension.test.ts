import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createManifest, readBuiltIn } from '../../extension/manifest.ts';

const folder = join(import.meta.dirname, '../../dist/extension');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const files = readdirSync(folder);
const code = files.filter((file) => file.endsWith('.js'));

const policyOf = (frames: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; frame-src ${frames}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

it('asks for a side panel and a memory, and for a site only when somebody names it', () => {
  const manifest = JSON.parse(read('manifest.json')) as Record<string, unknown>;
  expect(manifest).toMatchObject({
    manifest_version: 3,
    permissions: ['sidePanel', 'storage'],
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    content_security_policy: {
      extension_pages: policyOf('https: http://127.0.0.1:* http://localhost:*'),
    },
  });
  for (const power of [
    'host_permissions',
    'optional_permissions',
    'content_scripts',
    'web_accessible_resources',
    'externally_connectable',
  ])
    expect(manifest).not.toHaveProperty(power);
});

it('has the id that its documentation names', () => {
  const { key } = JSON.parse(read('manifest.json')) as { key: string };
  // Chromium: the first 128 bits of the key's SHA-256, in the letters a to p.
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  const id = hash.replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
  const documentation = readFileSync(join(import.meta.dirname, '../../docs/extension.md'), 'utf8');
  expect(documentation).toContain(`chrome-extension://${id}`);
});

it('built for one panel and one desktop, asks for those alone', () => {
  const built = readBuiltIn({
    PANEL_ORIGIN: 'https://panel.example.com',
    CUSTOMER_ADDRESSES:
      'https://acme.gladly.com/customer/:customer{/*}?\nhttps://acme.gladly.com/c/:customer',
  });
  const manifest = createManifest('1.2.3', built);
  expect(manifest).toMatchObject({
    host_permissions: ['https://acme.gladly.com/*'],
    content_security_policy: { extension_pages: policyOf('https://panel.example.com') },
  });
  expect(manifest).not.toHaveProperty('optional_host_permissions');
});

it.each([
  [{ PANEL_ORIGIN: 'panel.example.com' }, 'PANEL_ORIGIN'],
  [{ PANEL_ORIGIN: 'https://panel.example.com/embed' }, 'PANEL_ORIGIN'],
  [{ CUSTOMER_ADDRESSES: 'https://*.gladly.com/:customer' }, 'CUSTOMER_ADDRESSES'],
  [{ CUSTOMER_ADDRESSES: 'http://acme.gladly.com/:customer' }, 'CUSTOMER_ADDRESSES'],
])('is not built with %j', (env, variable) => {
  expect(() => readBuiltIn(env)).toThrow(variable);
});

it('has no network of its own, and makes no code and no markup out of text', () => {
  const all = code.map(read).join('\n');
  expect(all).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|importScripts/);
  expect(all).not.toMatch(/\beval\(|innerHTML|insertAdjacentHTML|document\.write/);
  expect(all).not.toMatch(/chrome\.(scripting|cookies|webRequest|history|debugger)/);
  for (const page of ['sidepanel.html', 'options.html'])
    expect(read(page)).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|https?:\/\//i);
});

it('needs at most 14 kB of JavaScript, gzipped', () => {
  const sizes = code.map((file) => gzipSync(read(file), { level: 9 }).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(14_000);
});
