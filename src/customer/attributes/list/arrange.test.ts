import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDefinitions } from '#src/contract/definitions/definitions.ts';
import { arrange, entriesOf, isEmpty } from './arrange.ts';
import type { View } from './viewStore.ts';

const plain: View = { pins: [], hidden: [], collapsed: [], showEmpty: false, showHidden: false };
const none: ReadonlySet<string> = new Set();

const definitions = readDefinitions(
  JSON.stringify({
    'x-groups': ['Loyalty', 'Orders'],
    required: ['tier'],
    properties: {
      order: { 'x-group': 'Orders' },
      points: { 'x-group': 'Loyalty', 'x-order': 2 },
      tier: { 'x-group': 'Loyalty', 'x-order': 1 },
      secret: { 'x-group': 'Loyalty', 'x-hidden': true },
      birthday: {},
    },
  }),
);

function arranged(attributes: Record<string, string>, view: Partial<View> = {}) {
  const entries = entriesOf(
    Object.entries(attributes).map(([key, json]) => ({ key, json })),
    definitions,
  );
  const { groups, empty, hidden } = arrange(entries, {
    definitions,
    view: { ...plain, ...view },
    kept: none,
  });
  const named = groups.map(
    ({ kind, name, entries: inGroup }) =>
      [name || kind, inGroup.map(({ key }) => key).join(' ')] as const,
  );
  return { empty, hidden, groups: Object.fromEntries(named) };
}

const all = { free: '1', order: '2', points: '3', tier: '"gold"', secret: '4', birthday: '""' };

describe('arranging attributes', () => {
  it('follows the brand: its groups, its order in them, the undefined last', () => {
    expect(arranged(all)).toEqual({
      groups: { Loyalty: 'tier points', Orders: 'order', other: 'free' },
      empty: 1,
      hidden: 1,
    });
  });

  it('shows what is empty or hidden when it is asked to, and goes on counting it', () => {
    expect(arranged(all, { showEmpty: true, showHidden: true })).toEqual({
      groups: { Loyalty: 'tier points secret', Orders: 'order', other: 'birthday free' },
      empty: 1,
      hidden: 1,
    });
  });

  it('shows a required attribute that is not set, and counts other defined ones among the empty', () => {
    expect(arranged({})).toEqual({ groups: { Loyalty: 'tier' }, empty: 3, hidden: 1 });
  });

  it('puts pins first in the agent’s order, hidden or empty as they are', () => {
    const view = { pins: ['secret', 'birthday', 'gone', 'tier'], hidden: ['tier', 'free'] };
    expect(arranged(all, view)).toEqual({
      groups: { pinned: 'secret birthday tier', Loyalty: 'points', Orders: 'order' },
      empty: 0,
      hidden: 1,
    });
  });

  it('leaves nothing out that is looked for, and nothing in that is not; what merely stays is not counted', () => {
    const entries = entriesOf(
      [
        { key: 'birthday', json: '""' },
        { key: 'a', json: '1' },
      ],
      definitions,
    );
    const { groups, found } = arrange(entries, {
      definitions,
      view: plain,
      kept: new Set(['a']),
      isWanted: ({ key }) => key === 'birthday' || key === 'secret',
    });
    expect(groups.flatMap((group) => group.entries.map(({ key }) => key))).toEqual([
      'secret',
      'birthday',
      'a',
    ]);
    expect(found).toBe(2);
  });

  it('loses no attribute, whatever its key, and shows none twice', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'tier', 'points', '10', ''));
    const attributes = fc.uniqueArray(
      fc.record({ key, json: fc.constantFrom('1', '""', 'null') }),
      {
        selector: (attribute) => attribute.key,
      },
    );
    const view = fc.record({
      pins: fc.uniqueArray(key),
      hidden: fc.array(key),
      collapsed: fc.array(key),
      showEmpty: fc.boolean(),
      showHidden: fc.boolean(),
    });
    fc.assert(
      fc.property(attributes, view, (list, chosen) => {
        const { groups, empty, hidden } = arrange(entriesOf(list, definitions), {
          definitions,
          view: chosen,
          kept: none,
        });
        const shown = groups.flatMap((group) => group.entries.map((entry) => entry.key));
        expect(new Set(shown).size).toBe(shown.length);
        const left = (chosen.showEmpty ? 0 : empty) + (chosen.showHidden ? 0 : hidden);
        const known = new Set([
          ...list.map((attribute) => attribute.key),
          ...definitions.byKey.keys(),
        ]);
        expect(shown.length + left).toBe(known.size);
      }),
    );
  });
});

it.each([
  [undefined, true],
  ['null', true],
  ['""', true],
  ['[ ]', true],
  ['{}', true],
  ['" "', false],
  ['0', false],
  ['false', false],
  ['[null]', false],
])('says whether %s is empty', (json, empty) => {
  expect(isEmpty(json)).toBe(empty);
});
