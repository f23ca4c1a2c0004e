import { expect, it } from 'vitest';
import { allowedOrigin } from './allowedOrigin.ts';

it.each([
  ['https://example.gladly.com', 'https://example.gladly.com'],
  ['https://example.us-1.gladly.com/', 'https://example.us-1.gladly.com'],
  ['https://us-uat.gladly.qa', 'https://us-uat.gladly.qa'],
  ['HTTPS://Example.GLADLY.com:443', 'https://example.gladly.com'],
  ['https://example.gladly.com:8443', 'https://example.gladly.com:8443'],
  ['http://localhost:4180', 'http://localhost:4180'],
  ['http://127.0.0.1:4180', 'http://127.0.0.1:4180'],
  ['https://[::1]:4180/', 'https://[::1]:4180'],
  ['http://[0:0:0:0:0:0:0:1]', 'http://[::1]'],
])('lets the token go to %s', (text, origin) => {
  expect(allowedOrigin(text)).toEqual({ origin });
});

it.each([
  'https://evilgladly.com',
  'https://gladly.com',
  'https://gladly.com.evil.com',
  'https://example.gladly.com.evil.com',
  'https://example.gladly.com@evil.com',
  'https://evil.com\\@example.gladly.com',
  'https://evil.com#.gladly.com',
  'https://evil.com?.gladly.com',
  'https://user:pass@example.gladly.com',
  'https://user@example.gladly.com',
  'https://example.gladly.com/api/v1',
  'https://example.gladly.com/?a=b',
  'https://example.gladly.com/#a',
  'http://example.gladly.com',
  'ftp://localhost',
  'ws://example.gladly.com',
  'http://localhost.evil.com',
  'http://127.0.0.1.evil.com',
  'http://192.168.0.1',
  'http://[::2]',
  'http://user@localhost',
  'example.gladly.com',
  'localhost:4180',
  '',
])('keeps the token from %s', (text) => {
  expect(allowedOrigin(text)).toEqual({ problem: expect.any(String) });
});
