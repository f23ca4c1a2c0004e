import { expect, it } from 'vitest';
import { HostsError, readHosts } from './hosts.ts';

const origin = 'https://desk.example.com';
const read = (...hosts: unknown[]) => readHosts(JSON.stringify(hosts));

it('reads desktops that may frame the panel, with what their backends sign by', () => {
  const jwks = { keys: [{ kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }] };
  const signing = { origin, issuer: origin, algorithms: ['ES256'], jwks, write: true };
  const extension = { origin: `chrome-extension://${'a'.repeat(32)}` };
  expect(read(signing, extension, { origin: 'http://127.0.0.1:5000' })).toEqual([
    signing,
    extension,
    { origin: 'http://127.0.0.1:5000' },
  ]);
  expect(read()).toEqual([]);
});

it.each([
  'desk.example.com',
  'http://desk.example.com',
  'https://desk.example.com/',
  'https://DESK.example.com',
  'https://desk.example.com:443',
  'https://*.example.com',
  'https://user@desk.example.com',
  'https://a.example https://b.example',
  "https://a.example; script-src 'unsafe-inline'",
  'chrome-extension://short',
  'javascript:alert(1)',
  'null',
  '*',
  '',
])('refuses %j as the origin of a desktop', (wrong) => {
  expect(() => read({ origin: wrong })).toThrow(HostsError);
});

it('says what else is wrong', () => {
  expect(() => readHosts('[')).toThrow('is not JSON');
  expect(() => read({ origin }, { origin })).toThrow('names an origin twice');
  expect(() => read({ origin, algorithms: ['HS256'] })).toThrow('/0/algorithms/0');
  expect(() => read({ origin, algorithm: 'ES256' })).toThrow(HostsError);
});
