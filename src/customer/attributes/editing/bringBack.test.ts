import { expect, it } from 'vitest';
import { bringBack } from './bringBack.ts';
import { newRow, rowFor } from './editRow.ts';
import type { EditRow } from './rowSchema.ts';

const tier = (fields: Partial<EditRow> = {}): EditRow => ({
  ...rowFor('tier', '"gold"'),
  ...fields,
});
const added = (fields: Partial<EditRow>): EditRow => ({ ...newRow(), ...fields });
const asNew = (row: EditRow): EditRow => ({ ...row, from: undefined });

it.each<[string, EditRow[], EditRow[], EditRow[]]>([
  ['where nothing is open', [], [tier({ text: 'x' })], [tier({ text: 'x' })]],
  ['into a row that was only opened', [tier()], [tier({ text: 'x' })], [tier({ text: 'x' })]],
  [
    'into a row opened on what is there since, on its own base, so that a conflict shows',
    [rowFor('tier', '"platinum"')],
    [tier({ text: 'x' })],
    [tier({ text: 'x' })],
  ],
  [
    'beside what was typed since',
    [tier({ text: 'y' })],
    [tier({ text: 'x' })],
    [asNew(tier({ text: 'x' })), tier({ text: 'y' })],
  ],
  [
    'beside a removal',
    [tier({ remove: true })],
    [tier({ text: 'x' })],
    [asNew(tier({ text: 'x' })), tier({ remove: true })],
  ],
  [
    'once, when it was typed again',
    [tier({ text: 'x' })],
    [tier({ text: 'x' })],
    [tier({ text: 'x' })],
  ],
  [
    'no removal against a text',
    [tier({ text: 'y' })],
    [tier({ remove: true })],
    [tier({ text: 'y' })],
  ],
  [
    'a row beside one of the same name that is new',
    [added({ key: 'tier', text: 'y' })],
    [tier({ text: 'x' })],
    [tier({ text: 'x' }), added({ key: 'tier', text: 'y' })],
  ],
  [
    'into the opened one of two',
    [added({ key: 'tier', text: 'y' }), tier()],
    [tier({ text: 'x' })],
    [added({ key: 'tier', text: 'y' }), tier({ text: 'x' })],
  ],
  [
    'every new one that has no name yet',
    [added({ text: 'c' })],
    [added({ text: 'a' }), added({ text: 'b' })],
    [added({ text: 'a' }), added({ text: 'b' }), added({ text: 'c' })],
  ],
  [
    'into the new one that was only begun',
    [newRow()],
    [added({ text: 'a' })],
    [added({ text: 'a' })],
  ],
  [
    'apart from the attribute whose name is empty',
    [rowFor('', '"gold"')],
    [added({ text: 'a' })],
    [added({ text: 'a' }), rowFor('', '"gold"')],
  ],
])('brings back %s', (_case, rows, discarded, expected) => {
  expect(bringBack(rows, discarded)).toEqual(expected);
});
