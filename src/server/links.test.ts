import { expect, it } from 'vitest';
import { LinksError, readLinks } from './links.ts';

const link = (url: string, subject = 'email') => ({ label: 'Open in shop', url, for: subject });
const read = (...links: unknown[]) => JSON.parse(readLinks(JSON.stringify(links))) as unknown;

it.each([
  ['no link', []],
  ['a value in the query', [link('https://shop.example/find?email={email}&id={id}')]],
  ['a value in the path', [link('https://shop.example/{externalId}/{phone}', 'phone')]],
  ['no value', [link('https://shop.example:8443/help#top', 'customer')]],
  ['a map', [link('https://map.example/?q={address}', 'address')]],
])('takes %s', (_, links) => {
  expect(read(...links)).toEqual(links);
});

it.each([
  ['http', link('http://shop.example/{email}'), 'https'],
  ['a script', link('javascript:alert({email})'), 'https'],
  ['a path alone', link('/customers/{email}'), 'web address'],
  ['no slashes', link('https:shop.example'), 'https'],
  ['a password', link('https://me:secret@shop.example/'), 'password'],
  ['a user name that is a value', link('https://{email}@shop.example/'), 'user name'],
  ['a value in the host', link('https://{name}.shop.example/'), 'path and query'],
  ['a value for a host', link('https://{name}'), 'path and query'],
  ['a value in the port', link('https://shop.example:{id}/'), 'web address'],
  ['a value in the fragment', link('https://shop.example/#{email}'), 'path and query'],
  ['an unknown value', link('https://shop.example/{token}'), '\\{token\\}'],
  ['a value of another subject', link('https://shop.example/{phone}'), '\\{phone\\}'],
  ['an open brace', link('https://shop.example/{email'), 'brace'],
  ['no label', { ...link('https://shop.example/'), label: ' ' }, 'label'],
  ['another subject', link('https://shop.example/', 'order'), 'one of'],
  ['one thing more', { ...link('https://shop.example/'), icon: 'x' }, 'nothing else'],
  ['a text', 'https://shop.example/', 'label'],
])('refuses %s, and says why', (_, wrong, reason) => {
  expect(() => read(link('https://shop.example/'), wrong)).toThrow(LinksError);
  expect(() => read(link('https://shop.example/'), wrong)).toThrow(
    new RegExp(`link 2 .*(${reason})`),
  );
});

it('refuses what is no list, or no JSON', () => {
  expect(() => readLinks('{}')).toThrow('JSON array');
  expect(() => readLinks('[')).toThrow('not JSON');
});
