import { expect, it } from 'vitest';
import { readDefinitions } from '#src/contract/definitions/definitions.ts';
import { noMarks } from '../../marks/MarksContext.ts';
import type { View } from '../list/viewStore.ts';
import { selectBy } from './select.ts';

const definitions = readDefinitions(
  JSON.stringify({
    properties: {
      day: { format: 'date' },
      price: { type: 'number', 'x-currency': 'EUR' },
      weight: { type: 'number', 'x-unit': 'kg' },
      paid: { type: 'boolean' },
      plan: {
        enum: [{ id: 1 }, { id: 2 }],
        'x-enum-labels': ['Gold plan', 'Silver plan'],
        properties: { id: {} },
      },
      order: {
        properties: {
          '': {},
          at: { title: 'Placed', format: 'date' },
          total: { title: 'Total', properties: { sum: { title: 'Amount', 'x-currency': 'EUR' } } },
        },
      },
      sizes: {
        type: 'array',
        items: {
          oneOf: [
            { const: 'L', title: 'Large' },
            { const: 'S', title: 'Small' },
          ],
        },
      },
    },
  }),
);
const view: View = { pins: [], hidden: [], collapsed: [], showEmpty: false, showHidden: false };

const isFound = (words: string, key: string, json: string) =>
  selectBy(
    { words, filter: 'all' },
    noMarks,
    view,
  )({
    key,
    json,
    definition: definitions.byKey.get(key),
  });

it.each([
  ['3 may', 'day', '"2024-05-03"', 'May 3, 2024'],
  ['2024-05', 'day', '"2024-05-03"', 'as it is written, too'],
  ['€1,234.50', 'price', '1234.50', '€1,234.50'],
  ['1234.5', 'price', '1234.50', 'as it is written, too'],
  ['12 kg', 'weight', ' 12', '12 kg'],
  ['yes', 'paid', 'true', 'Yes'],
  ['yes', 'of no definition', ' true ', 'Yes'],
  ['placed 3 may', 'order', '{"at":"2024-05-03"}', 'Placed May 3, 2024'],
  ['gold', 'plan', '{"id":1}', 'Gold plan'],
  ['empty name', 'order', '{"":1}', '(empty name)'],
  ['total amount €1.50', 'order', '{"total":{"sum":1.5}}', 'Total › Amount €1.50'],
  ['small large', 'sizes', '["L","S"]', 'Large, Small'],
])('finds %j in %s %s, shown as %s', (words, key, json) => {
  expect(isFound(words, key, json)).toBe(true);
});

it.each([
  ['yes', 'paid', 'false'],
  ['medium', 'sizes', '["L"]'],
])('does not find %j in %s %s', (words, key, json) => {
  expect(isFound(words, key, json)).toBe(false);
});
