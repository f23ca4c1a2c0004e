import { expect, it } from 'vitest';
import { initials } from './initials.ts';

it.each([
  ['Maya Lindqvist', 'ML'],
  ['martha j williams', 'MW'],
  ['Cher', 'C'],
  ['  Ana-María  de la Cruz ', 'AC'],
  ['佐藤 花子', '佐花'],
  ['ليلى حسن', 'لح'],
  ['Zoë', 'Z'],
  ['"Q" (test)', ''],
  ['', ''],
])('takes the initials of %j', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
