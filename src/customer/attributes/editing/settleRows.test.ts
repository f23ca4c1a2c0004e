import { expect, it } from 'vitest';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import { newRow, rowFor, toEdits } from './editRow.ts';
import type { EditRow } from './rowSchema.ts';
import { settleRows } from './settleRows.ts';

const row = (key: string, from: string, text: string): EditRow => ({ ...rowFor(key, from), text });
/** A save's answer: what became of each key, and what Gladly has now, as JSON texts. */
const answer = (
  outcomes: Record<string, SaveResult['results'][number]['outcome']>,
  now: Record<string, string>,
): SaveResult => ({
  customer: {
    id: 'a',
    customAttributes: Object.entries(now).map(([key, json]) => ({ key, json })),
  },
  results: Object.entries(outcomes).map(([key, outcome]) => ({ key, outcome })),
  otherChanges: [],
});

it('closes what was saved and keeps everything else that was typed', () => {
  const rows = [row('a', '1', '2'), row('b', '"x"', 'y'), row('c', '"x"', 'y'), row('d', '1', '9')];
  const edits = toEdits(rows.slice(0, 3));
  expect(
    settleRows(
      rows,
      edits,
      answer({ a: 'saved', b: 'altered', c: 'missing' }, { a: '2', b: '"Y"', d: '1' }),
    ),
  ).toEqual({
    done: [0],
    changed: [
      { index: 1, row: { ...rows[1], from: '"Y"' } },
      { index: 2, row: { ...rows[2], from: undefined } },
    ],
  });
});

it('keeps a row open in which the agent typed on while it was saved', () => {
  const sent = row('a', '1', '2');
  const typedOn = { ...sent, text: '23' };
  expect(settleRows([typedOn], toEdits([sent]), answer({ a: 'saved' }, { a: '2' }))).toEqual({
    done: [],
    changed: [{ index: 0, row: { ...typedOn, from: '2' } }],
  });
});

it('keeps a row open in which the agent typed back what was there while it was saved', () => {
  const sent = row('a', '"x"', 'y');
  const typedBack = { ...sent, text: 'x' };
  expect(settleRows([typedBack], toEdits([sent]), answer({ a: 'saved' }, { a: '"y"' }))).toEqual({
    done: [],
    changed: [{ index: 0, row: { ...typedBack, from: '"y"' } }],
  });
});

it('gives no second row the value that was saved, which would stand for the same attribute twice', () => {
  const sent = row('a', '"x"', 'y');
  const rival = { ...newRow(), key: 'a', text: 'z' };
  const unnamed = { ...newRow(), text: 'z' };
  const saved = answer({ a: 'saved' }, { a: '"y"' });
  expect(settleRows([rival, sent], toEdits([sent]), saved)).toEqual({ done: [1], changed: [] });
  const empty = row('', '"x"', 'y');
  const ofEmpty = answer({ '': 'saved' }, { '': '"y"' });
  expect(settleRows([unnamed, empty], toEdits([empty]), ofEmpty)).toEqual({
    done: [1],
    changed: [],
  });
});

it('leaves a row as it is that nobody typed into, beside the one that was saved', () => {
  const rows = [row('a', '"x"', 'y'), row('a', '"x"', 'x')];
  expect(settleRows(rows, toEdits(rows), answer({ a: 'saved' }, { a: '"y"' }))).toEqual({
    done: [0],
    changed: [],
  });
});

it('lets a row begin from what the agent saw, not from somebody else’s value, when nobody knows what the save did', () => {
  const rows = [row('a', '1', '2'), row('b', '"x"', 'y'), row('c', '"x"', 'y')];
  const lost = answer({ a: 'saved', b: 'altered', c: 'missing' }, { a: '2', b: '"theirs"' });
  expect(settleRows(rows, toEdits(rows), { ...lost, unclear: true })).toEqual({
    done: [0],
    changed: [],
  });
});
