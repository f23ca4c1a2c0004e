import { expect, it } from 'vitest';
import { newRow, rowFor, toEdits } from './editRow.ts';
import type { EditRow } from './rowSchema.ts';
import { settleRows } from './settleRows.ts';

const row = (key: string, from: string, text: string): EditRow => ({ ...rowFor(key, from), text });

it('closes what was saved and keeps everything else that was typed', () => {
  const rows = [row('a', '1', '2'), row('b', '"x"', 'y'), row('c', '"x"', 'y'), row('d', '1', '9')];
  const edits = toEdits(rows.slice(0, 3));
  expect(
    settleRows(rows, edits, [
      { key: 'a', outcome: 'saved' },
      { key: 'b', outcome: 'altered', value: '"Y"' },
      { key: 'c', outcome: 'missing' },
    ]),
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
  expect(settleRows([typedOn], toEdits([sent]), [{ key: 'a', outcome: 'saved' }])).toEqual({
    done: [],
    changed: [{ index: 0, row: { ...typedOn, from: '2' } }],
  });
});

it('keeps a row open in which the agent typed back what was there while it was saved', () => {
  const sent = row('a', '"x"', 'y');
  const typedBack = { ...sent, text: 'x' };
  expect(settleRows([typedBack], toEdits([sent]), [{ key: 'a', outcome: 'saved' }])).toEqual({
    done: [],
    changed: [{ index: 0, row: { ...typedBack, from: '"y"' } }],
  });
});

it('gives no second row the value that was saved, which would stand for the same attribute twice', () => {
  const sent = row('a', '"x"', 'y');
  const rival = { ...newRow(), key: 'a', text: 'z' };
  const unnamed = { ...newRow(), text: 'z' };
  const results = [{ key: 'a', outcome: 'saved' as const }];
  expect(settleRows([rival, sent], toEdits([sent]), results)).toEqual({ done: [1], changed: [] });
  const empty = row('', '"x"', 'y');
  const ofEmpty = [{ key: '', outcome: 'saved' as const }];
  expect(settleRows([unnamed, empty], toEdits([empty]), ofEmpty)).toEqual({
    done: [1],
    changed: [],
  });
});

it('leaves a row as it is that nobody typed into, beside the one that was saved', () => {
  const rows = [row('a', '"x"', 'y'), row('a', '"x"', 'x')];
  expect(settleRows(rows, toEdits(rows), [{ key: 'a', outcome: 'saved' }])).toEqual({
    done: [0],
    changed: [],
  });
});
