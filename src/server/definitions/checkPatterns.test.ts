import { expect, it } from 'vitest';
import { checkPatterns } from './checkPatterns.ts';

const refused = (source: string, maxLength?: number) =>
  checkPatterns([{ pointer: '/p', source, maxLength }]).map(({ message }) => message);

it.each([
  '(a+)+$',
  '^(a|a)*b$',
  '^(\\w+\\s?)*$',
  '(x+x+)+y',
  '(a|aa)+$',
  '(?=(a+)+$)',
  '^(\\p{L}+\\s*)+$',
  '^(?:a?){30}a{30}$',
])('refuses what hangs on a short text: %s', (source) => {
  expect(refused(source)).toEqual([expect.stringContaining('for years')]);
  expect(refused(source, 100)).toHaveLength(1);
});

it.each([
  '(.*a){20}',
  '\\d+\\d+\\d+$',
  '^\\s*(.*?)\\s*$',
  '^.*,.*,.*$',
  '[a-z]+[a-z]+@',
  '\\s+$',
  '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
])('refuses what hangs on a long text: %s', (source) => {
  expect(refused(source)).toEqual([expect.stringContaining('can hang on a long text')]);
});

it.each(['^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', '\\s+$', '\\d{6,}$'])(
  'takes %s where texts are short',
  (source) => {
    expect(refused(source, 254)).toEqual([]);
    expect(refused(source, 1_001)).toEqual([expect.stringContaining('add a "maxLength"')]);
  },
);

it.each([
  '^[A-Z]{2}\\d{6}$',
  '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$',
  '^[^@]+@[^@.]+(\\.[^@.]+)+$',
  '^EO-\\d{5}$',
  '^https://',
  '^(gold|silver)$',
  '^\\+?[0-9 ()-]{6,20}$',
  "^[\\p{L} '-]+$",
  '^[a-z0-9]+(-[a-z0-9]+)*$',
  '^\\d{4}-\\d{2}-\\d{2}$',
  '^\\S+(?: \\S+)*$',
  '^#[0-9a-fA-F]{6}$',
  '^(?:\\d{1,3}\\.){3}\\d{1,3}$',
  '^.{1,50}$',
  '^\\u{1F600}+$',
])('takes %s', (source) => {
  expect(refused(source)).toEqual([]);
});

it('refuses what it cannot decide', () => {
  const patterns = [{ pointer: '/p', source: '^.{0,5000}$', maxLength: undefined }];
  expect(checkPatterns(patterns, 10)).toEqual([
    { pointer: '/p', message: expect.stringContaining('could not be shown') },
  ]);
  expect(refused(`^${'a'.repeat(2_000)}$`)).toEqual([expect.stringContaining('too long')]);
});

it('names each place of a pattern that stands twice', () => {
  const patterns = ['/a', '/b'].map((pointer) => ({
    pointer,
    source: '(a+)+$',
    maxLength: undefined,
  }));
  expect(checkPatterns(patterns).map(({ pointer }) => pointer)).toEqual(['/a', '/b']);
});
