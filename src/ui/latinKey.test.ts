import { expect, it } from 'vitest';
import { latinKey } from './latinKey.ts';

it.each([
  ['f', 'KeyF', 'f'],
  ['S', 'KeyS', 'S'],
  ['а', 'KeyF', 'f'],
  ['Ы', 'KeyS', 's'],
  ['φ', 'KeyF', 'f'],
  ['ب', 'KeyF', 'f'],
  ['כ', 'KeyF', 'f'],
  // Where letters stand elsewhere, what is written counts.
  ['q', 'KeyA', 'q'],
  ['ö', 'Semicolon', 'ö'],
  ['/', 'Slash', '/'],
  ['Enter', 'Enter', 'Enter'],
  ['f', '', 'f'],
])('%s on the key %s is %s', (key, code, latin) => {
  expect(latinKey({ key, code })).toBe(latin);
});
