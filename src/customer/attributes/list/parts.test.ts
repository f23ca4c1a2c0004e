import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDefinitions } from '#src/contract/definitions/definitions.ts';
import { partsOf } from './parts.ts';

function definitionOf(schema: object) {
  const definition = readDefinitions(JSON.stringify({ properties: { it: schema } })).byKey.get(
    'it',
  );
  if (!definition) throw new Error('unreachable');
  return definition;
}

const lines = (json: string, schema: object) =>
  partsOf(json, definitionOf(schema))?.map((part) => [part.path.join('/'), part.json]);

const order = {
  type: 'object',
  properties: {
    number: { title: 'Order no.' },
    total: { title: 'Total', properties: { amount: { title: 'Amount' }, currency: {} } },
    tags: { title: 'Tags', type: 'array', items: { type: 'string' } },
    items: { title: 'Items', type: 'array', items: { title: 'Item', properties: { sku: {} } } },
  },
};

it('names each value by the brand’s words, in the brand’s order', () => {
  const json =
    '{"extra": [1, {"a":1.0}], "total":{"currency":"GBP","amount": 86.40}, "number":"EO-1"}';
  expect(lines(json, order)).toEqual([
    ['Order no.', '"EO-1"'],
    ['Total/Amount', '86.40'],
    ['Total/currency', '"GBP"'],
    // As it is written: nothing is said about it.
    ['extra', '[1, {"a":1.0}]'],
  ]);
});

it('counts the items of a list that are more than one value, and leaves other lists whole', () => {
  expect(lines('{"items":[{"sku":"A"},"B",{}],"tags":["x","y"]}', order)).toEqual([
    ['Tags', '["x","y"]'],
    ['Items/1/sku', '"A"'],
    ['Items/2', '"B"'],
    ['Items/3', '{}'],
  ]);
  expect(
    lines('[[1],[2,3]]', { type: 'array', items: { type: 'array', items: { type: 'number' } } }),
  ).toEqual([
    ['1', '[1]'],
    ['2', '[2,3]'],
  ]);
});

it('leaves to JSON what is not described, empty, of another kind, or more than anybody reads', () => {
  expect(lines('{"a":1}', { type: 'object' })).toBeUndefined();
  expect(lines('["a"]', { type: 'array', items: { type: 'string' } })).toBeUndefined();
  for (const json of ['{}', '[]', '"{}"', 'null', '1']) expect(lines(json, order)).toBeUndefined();
  const items = Array.from({ length: 201 }, () => '{"sku":"A"}');
  expect(lines(`{"items":[${items.slice(1).join()}]}`, order)).toHaveLength(200);
  expect(lines(`{"items":[${items.join()}]}`, order)).toBeUndefined();
});

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom('a', '1', '', 'b'), fc.string()), tie('tree'), {
      maxKeys: 4,
    }),
  ),
}));

/** A schema that describes some of a value: every other key. */
function schemaOf(value: unknown): object {
  if (Array.isArray(value)) return { type: 'array', items: schemaOf(value[0]) };
  if (typeof value !== 'object' || value === null) return {};
  const known = Object.entries(value).filter((_, index) => index % 2 === 0);
  return { properties: Object.fromEntries(known.map(([key, each]) => [key, schemaOf(each)])) };
}

/** How many single values are in a value. */
const count = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, each) => sum + count(each), 0)
    : 1;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What stands where the way leads, in words that are the keys themselves here. */
const at = (value: unknown, path: readonly string[]) =>
  path.reduce((inner: unknown, word) => {
    if (Array.isArray(inner)) return inner[Number(word) - 1] as unknown;
    return isObject(inner) && Object.hasOwn(inner, word) ? inner[word] : undefined;
  }, value);

it('leads to each value once, whatever the value is', () => {
  let told = 0;
  fc.assert(
    fc.property(tree, tree, (value, other) => {
      for (const described of [value, other]) {
        const json = JSON.stringify(value);
        const parts = partsOf(json, definitionOf(schemaOf(described)));
        if (!parts) continue;
        told += 1;
        const held = JSON.parse(json) as unknown;
        for (const part of parts) expect(at(held, part.path)).toEqual(JSON.parse(part.json));
        const ways = parts.map(({ path }) => JSON.stringify(path));
        expect(new Set(ways).size).toBe(ways.length);
        expect(parts.reduce((sum, part) => sum + count(JSON.parse(part.json)), 0)).toBe(
          count(held),
        );
      }
    }),
    { numRuns: 300 },
  );
  expect(told).toBeGreaterThan(50);
});
