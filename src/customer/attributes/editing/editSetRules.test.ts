import { expect, it } from 'vitest';
import { readDefinitions } from '#src/contract/definitions/definitions.ts';
import { compileRules } from '#src/contract/definitions/rules.ts';
import { editSetSchemaFor } from './editSetSchema.ts';
import { isChanged, newRow, rowFor, toEdits } from './editRow.ts';
import { rivalOf } from './rival.ts';
import type { EditRow } from './rowSchema.ts';

const document = JSON.stringify({
  type: 'object',
  required: ['code'],
  properties: {
    code: { type: 'string', pattern: '^[A-Z]{2}$', examples: ['GB'] },
    points: { type: 'integer', minimum: 0 },
    born: { type: 'string', format: 'date' },
    seen: { type: 'string', format: 'date-time' },
    fixed: { type: 'string', readOnly: true },
    order: { type: 'object', properties: { number: { type: 'number' } } },
  },
});
const schema = editSetSchemaFor({
  byKey: readDefinitions(document).byKey,
  rules: compileRules(document),
});

const errorOf = (row: EditRow) => {
  const { error } = schema.safeParse({ rows: [row] });
  return error?.issues.find(({ path }) => path[2] === 'text')?.message;
};
const typed = (key: string, from: string, text: string) => ({ ...rowFor(key, from), text });

it.each([
  ['a rule', typed('code', '"GB"', 'gb'), /such as GB/],
  ['a rule inside', typed('order', '{}', '{"number":"1"}'), /^number: Must be a number/],
  ['two rules', typed('points', '1', '-0.5'), /whole number.*At least 0/],
  ['what is no number', typed('points', '1', 'x'), /Write digits alone, such as 1234\.5/],
  ['what could be two numbers', typed('points', '1', '1.234?'), /not a number/],
  ['a day that is empty', typed('born', '"2024-01-01"', ''), /Nothing is filled in/],
  [
    'a time that is left out',
    typed('seen', '"2024-01-01T00:00:00Z"', '2026-03-29T02:30[Europe/Berlin]'),
    /does not exist in Europe\/Berlin/,
  ],
  ['what is read-only', typed('fixed', '"a"', 'b'), /read-only/],
  ['the removal of what is required', { ...rowFor('code', '"GB"'), remove: true }, /required/],
])('refuses %s', (_what, row, message) => {
  expect(errorOf(row)).toMatch(message);
});

it.each([
  ['what was broken before', rowFor('code', '"much too long"')],
  ['what was of another type before', rowFor('points', '"many"')],
  ['what is read-only and as it was', rowFor('fixed', '"a"')],
  [
    'what is still not there',
    { ...newRow(), key: 'points', kind: 'number' as const, remove: true },
  ],
  ['what fits', typed('code', '"GB"', 'FR')],
  ['what the brand says nothing of', typed('other', '1', '2')],
  ['a removal', { ...rowFor('points', '1'), remove: true }],
])('hinders nobody by %s', (_what, row) => {
  expect(errorOf(row)).toBeUndefined();
});

it('takes what is not there and untouched for no edit, and no rival', () => {
  const unset: EditRow = { ...newRow(), key: 'points', kind: 'number', remove: true };
  const added: EditRow = { ...newRow(), key: 'points', kind: 'number', text: '1' };
  expect(isChanged(unset)).toBe(false);
  expect(toEdits([unset])).toEqual([]);
  expect(rivalOf([unset, added], 0)).toBeUndefined();
  expect(rivalOf([unset, added], 1)).toBeUndefined();
  expect(schema.safeParse({ rows: [unset, added] }).success).toBe(true);
});
