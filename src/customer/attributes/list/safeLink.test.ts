import { expect, it } from 'vitest';
import { safeLink } from './safeLink.ts';

it.each([
  ['uri', 'https://example.com/a', 'https://example.com/a'],
  ['uri', 'HTTP://example.com', 'HTTP://example.com'],
  ['uri', 'mailto:a@example.com', 'mailto:a@example.com'],
  ['uri', 'javascript:alert(1)', undefined],
  ['uri', ' javascript:alert(1)', undefined],
  ['uri', 'data:text/html,x', undefined],
  ['uri', 'https://', undefined],
  ['uri', 'example.com', undefined],
  ['email', 'a@example.com', 'mailto:a@example.com'],
  ['email', 'a?bcc=b@example.com', 'mailto:a%3Fbcc%3Db@example.com'],
  ['email', 'nobody', undefined],
  ['email', '\ud83d@example.com', undefined],
  ['email', 'a@\ud83d.com', undefined],
  ['email', '😀@example.com', 'mailto:%F0%9F%98%80@example.com'],
  ['uri', 'https://example.com/\ud83d', 'https://example.com/\ud83d'],
  ['e164', '+14155550100', undefined],
])('opens %s %s as %s', (input, text, expected) => {
  expect(safeLink(input, text)).toBe(expected);
});
