import { expect, it } from 'vitest';
import { readDefinitions } from '#src/contract/definitions/definitions.ts';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import { isChanged, toEdits } from './editRow.ts';
import { changesOf, receiptText, rowOf, undoOf, type SaveRecord } from './saveRecord.ts';

const edits = [
  { key: 'tier', from: '"gold"', to: '"silver"' },
  { key: 'new', to: '1.0' },
  { key: 'old', from: '{"a":1}' },
  { key: 'rounded', from: '1', to: '1.239' },
  { key: 'kept', from: '"x"', to: '"y"' },
  { key: 'dropped', to: '"z"' },
  { key: 'found', from: '1', to: '2' },
];

const answer: SaveResult = {
  customer: {
    id: 'maya-1',
    customAttributes: [
      { key: 'tier', json: '"silver"' },
      { key: 'new', json: '1.0' },
      { key: 'rounded', json: '1.24' },
      { key: 'kept', json: '"x"' },
      { key: 'found', json: '2' },
    ],
  },
  results: [
    { key: 'tier', outcome: 'saved' },
    { key: 'new', outcome: 'saved' },
    { key: 'old', outcome: 'saved' },
    { key: 'rounded', outcome: 'altered', value: '1.24' },
    { key: 'kept', outcome: 'altered', value: '"x"' },
    { key: 'dropped', outcome: 'missing' },
    { key: 'found', outcome: 'saved' },
  ],
  otherChanges: [],
  found: ['found'],
};

const record: SaveRecord = {
  customerId: 'maya-1',
  customerName: 'Maya',
  savedAt: 0,
  changes: changesOf(edits, answer),
};

it('remembers what the save changed, and takes exactly that back', () => {
  expect(undoOf(record)).toEqual([
    { key: 'tier', from: '"silver"', to: '"gold"' },
    { key: 'new', from: '1.0' },
    { key: 'old', to: '{"a":1}' },
  ]);
});

it('remembers what Gladly has instead of what was sent, and takes it back from nobody', () => {
  expect(record.changes.at(-1)).toEqual({
    key: 'rounded',
    before: '1',
    after: '1.239',
    instead: { json: '1.24' },
  });
});

it('calls nobody’s value a change of this save where the write had no clear answer', () => {
  const keys = changesOf(edits, { ...answer, unclear: true }).map(({ key }) => key);
  expect(keys).toEqual(['tier', 'new', 'old']);
});

it('goes on in the editor with an edit that could not be saved', () => {
  for (const edit of undoOf(record)) {
    const row = rowOf(edit);
    expect(isChanged(row)).toBe(true);
    expect(toEdits([row])).toMatchObject([{ key: edit.key }]);
  }
});

it('writes a receipt to paste into a conversation', () => {
  const words = {
    title: (name: string, id: string) => `Changed for ${name} (${id})`,
    saved: (time: string, by = 'somebody') => `Saved ${time} by ${by}`,
    absent: 'not there',
    instead: (value: string) => `(then ${value})`,
  };
  const { byKey } = readDefinitions(
    '{"properties":{"tier":{"title":"Tier","oneOf":[{"const":"gold","title":"Gold member"}]}}}',
  );
  expect(receiptText(record, words, '12:00', byKey)).toBe(
    [
      'Changed for Maya (maya-1)',
      'Saved 12:00 by somebody',
      'Tier (tier): Gold member ("gold") → "silver"',
      'new: not there → 1.0',
      'old: {\n  "a": 1\n} → not there',
      'rounded: 1 → 1.239 (then 1.24)',
    ].join('\n'),
  );
  expect(receiptText({ ...record, savedBy: 'Ada Agent' }, words, '12:00', byKey)).toContain(
    'Saved 12:00 by Ada Agent\n',
  );
});
