import { expect, it } from 'vitest';
import { readableDuration } from './duration.ts';

it.each([
  ['P3DT4H', '3 days, 4 hours'],
  ['P1Y2M3W4DT5H6M7S', '1 year, 2 months, 3 weeks, 4 days, 5 hours, 6 minutes, 7 seconds'],
  ['PT0S', '0 seconds'],
  ['P', undefined],
  ['PT', undefined],
  ['3 days', undefined],
])('reads the duration %s as %s', (text, expected) => {
  expect(readableDuration(text, 'en')).toBe(expected);
});
