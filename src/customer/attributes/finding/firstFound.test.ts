import { expect, it } from 'vitest';
import { readDefinitions } from '#src/contract/definitions/definitions.ts';
import { noMarks } from '../../marks/MarksContext.ts';
import { entriesOf } from '../list/arrange.ts';
import type { View } from '../list/viewStore.ts';
import { firstFound } from './firstFound.ts';

const definitions = readDefinitions(
  JSON.stringify({
    properties: {
      tier: { title: 'Tier', readOnly: true },
      tierSince: { title: 'Tier since' },
      tierNote: { title: 'Tier note' },
    },
  }),
);
const entries = entriesOf([{ key: 'other', json: '"gold tiers"' }], definitions);
const plain: View = { pins: [], hidden: [], collapsed: [], showEmpty: false, showHidden: false };

const first = (words: string, view: Partial<View> = {}, filter = 'all') =>
  firstFound(entries, {
    finding: { words, filter },
    definitions,
    marks: noMarks,
    view: { ...plain, ...view },
  });

it('leads to the first that is looked for and can be edited, in the order of showing', () => {
  expect(first('tier')).toBe('tierSince');
  expect(first('tier', { pins: ['tier', 'tierNote'] })).toBe('tierNote');
  expect(first('gold')).toBe('other');
  expect(first('', {}, 'empty')).toBe('tierSince');
});

it('leads nowhere while nothing is looked for, and where nothing is found', () => {
  expect(first(' ')).toBeUndefined();
  expect(first('nobody')).toBeUndefined();
});
