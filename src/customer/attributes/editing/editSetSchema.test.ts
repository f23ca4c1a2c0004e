import { expect, it } from 'vitest';
import { maxValueDepth } from '#src/contract/edits.ts';
import { newRow, rowFor } from './editRow.ts';
import type { EditRow } from './rowSchema.ts';
import { editSetSchema } from './editSetSchema.ts';

function errorsOf(...rows: EditRow[]): Record<string, string> {
  const { error } = editSetSchema.safeParse({ rows });
  return Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );
}

const row = (kind: EditRow['kind'], text: string): EditRow => ({ ...rowFor('k', '1'), kind, text });

it.each(['0', '-1', '12.50', '1e6', ' 7 ', '12345678901234567890'])(
  'takes the number %j',
  (text) => {
    expect(errorsOf(row('number', text))).toEqual({});
  },
);

it.each(['', 'x', '1,5', '.5', '01', '1e', '0x10', 'NaN', 'Infinity', '1 000', '١٢'])(
  'refuses %j as a number, at its field',
  (text) => {
    expect(errorsOf(row('number', text))['rows.0.text']).toMatch(/not a number/);
  },
);

it('says where JSON goes wrong', () => {
  expect(errorsOf(row('json', '{\n  "a": 1,\n}'))['rows.0.text']).toMatch(/^Line 3, column 1: /);
  expect(errorsOf(row('json', '{"a":1,"a":2}'))['rows.0.text']).toMatch(/"a".*second time/);
  expect(errorsOf(row('json', ''))['rows.0.text']).toMatch(/Write a JSON value/);
});

it('refuses only what the server would refuse for its depth', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  expect(errorsOf(row('json', nested(maxValueDepth)))).toEqual({});
  expect(errorsOf(row('json', nested(maxValueDepth + 1)))['rows.0.text']).toMatch(/levels deep/);
});

it('wants a choice, a name, and each name once', () => {
  expect(errorsOf(row('boolean', '1'))['rows.0.text']).toMatch(/Choose/);
  expect(errorsOf({ ...newRow(), text: 'x' })['rows.0.key']).toMatch(/name/);
  const twice = { ...newRow(), key: 'k', text: 'x' };
  expect(errorsOf(rowFor('k', '1'), twice)['rows.1.key']).toMatch(/second time/);
});

it('does not look at the value of an attribute that is to be removed', () => {
  expect(errorsOf({ ...row('number', 'x'), remove: true })).toEqual({});
});
