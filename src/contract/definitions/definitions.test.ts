import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDefinitions } from './definitions.ts';
import { ofOneAttribute } from './testDocument.ts';

const read = (schema: string, more?: string) =>
  readDefinitions(ofOneAttribute(schema, more)).byKey.get('a');

it('reads what is shown about an attribute', () => {
  const schema = `{"title":"Points","description":"Help","type":["integer","null"],"default":1.0,"readOnly":true,
    "x-group":"Loyalty","x-order":2,"x-hidden":true,"x-unit":"pt","x-currency":"EUR","x-multiline":true,"x-owned-by-lookup":"The shop"}`;
  expect(read(schema, '"required":["a"]')).toEqual({
    key: 'a',
    label: 'Points',
    help: 'Help',
    types: ['number', 'null'],
    format: undefined,
    options: undefined,
    group: 'Loyalty',
    order: 2,
    hidden: true,
    personal: true,
    unit: 'pt',
    currency: 'EUR',
    multiline: true,
    ownedByLookup: 'The shop',
    readOnly: true,
    required: true,
    default: '1.0',
    properties: [],
    items: undefined,
  });
});

it.each([
  [
    '{"enum":["a",12345678901234567890]}',
    [
      ['"a"', 'a'],
      ['12345678901234567890', '12345678901234567890'],
    ],
  ],
  [
    '{"enum":["a","b"],"x-enum-labels":["First"]}',
    [
      ['"a"', 'First'],
      ['"b"', 'b'],
    ],
  ],
  [
    '{"oneOf":[{"const":"a","title":"First"},{"const":null}]}',
    [
      ['"a"', 'First'],
      ['null', 'null'],
    ],
  ],
  ['{"anyOf":[{"const":"a"}]}', [['"a"', 'a']]],
  ['{"oneOf":[{"const":"a"},{"type":"null"}]}', undefined],
  ['{"type":"string"}', undefined],
])('reads the values of %s', (schema, expected) => {
  expect(read(schema)?.options?.map(({ json, label }) => [json, label])).toEqual(expected);
});

it('takes the kinds of the values where no type is given', () => {
  expect(read('{"enum":["a","b",null]}')?.types).toEqual(['string', 'null']);
  expect(read('{}')?.types).toEqual([]);
  expect(read('{"type":["number","integer"]}')?.types).toEqual(['number']);
});

it('orders by group, then by x-order, then as the file does; attributes without a group come last', () => {
  const attributes = {
    z: {},
    b1: { 'x-group': 'B' },
    a1: { 'x-group': 'A' },
    b2: { 'x-group': 'B', 'x-order': 2 },
    b3: { 'x-group': 'B', 'x-order': -1.5 },
    a2: { 'x-group': 'A' },
  };
  const document = { type: 'object', properties: attributes };
  const order = (more: object) => {
    const { groups, byKey } = readDefinitions(JSON.stringify({ ...document, ...more }));
    return [groups.join(' '), [...byKey.keys()].join(' ')];
  };
  expect(order({})).toEqual(['B A', 'b3 b2 b1 a1 a2 z']);
  expect(order({ 'x-groups': ['A'] })).toEqual(['A B', 'a1 a2 b3 b2 b1 z']);
});

it('keeps keys that are no names for JavaScript, in the order of the file', () => {
  const { byKey } = readDefinitions(
    '{"properties":{"b":{"title":"B"},"10":{},"2":{},"__proto__":{"title":"P"},"":{},"constructor":{}}}',
  );
  expect([...byKey.keys()]).toEqual(['b', '10', '2', '__proto__', '', 'constructor']);
  expect(byKey.get('__proto__')?.label).toBe('P');
  expect(byKey.get('toString')).toBeUndefined();
});

it('reads what is inside of objects and lists, and follows references', () => {
  const defs = `"$defs":{"money":{"title":"Money","x-currency":"EUR","$ref":"#/$defs/text"},"text":{"type":"string","title":"Text"}}`;
  const definition = read(
    '{"required":["total"],"properties":{"total":{"$ref":"#/$defs/money","title":"Total"},"lines":{"items":{"type":"number"}}}}',
    defs,
  );
  expect(definition?.properties).toMatchObject([
    { key: 'total', label: 'Total', currency: 'EUR', types: ['string'], required: true },
    { key: 'lines', required: false, items: { types: ['number'] } },
  ]);
});

it('says nothing of items that differ by their place', () => {
  const list =
    '{"properties":{"pair":{"prefixItems":[{"title":"Weight"}],"items":{"title":"Price"}}}}';
  expect(readDefinitions(list).byKey.get('pair')?.items).toBeUndefined();
});

it('ends where references lead back to themselves', () => {
  const defs = '"$defs":{"tree":{"title":"Tree","items":{"$ref":"#/$defs/tree"}}}';
  expect(read('{"$ref":"#/$defs/tree"}', defs)).toMatchObject({
    label: 'Tree',
    items: { label: undefined },
  });
  expect(read('{"$ref":"#/$defs/a"}', '"$defs":{"a":{"$ref":"#/$defs/a"}}')?.label).toBeUndefined();
});

it('never throws over what it does not understand, and always over what is no JSON', () => {
  const schemas = fc.json();
  fc.assert(
    fc.property(schemas, schemas, (schema, defs) => {
      readDefinitions(schema);
      readDefinitions(ofOneAttribute(schema, `"$defs":${defs},"x-groups":${schema}`));
      readDefinitions(
        ofOneAttribute(
          `{"type":${schema},"enum":${defs},"oneOf":[${schema}],"items":${defs},"x-order":${schema},"$ref":${defs}}`,
        ),
      );
    }),
  );
  for (const document of ['[]', 'null', '"a"', '3', '{"properties":3}'])
    expect(readDefinitions(document)).toEqual({ byKey: new Map(), groups: [] });
  for (const text of ['', '<html>', '{"a":}']) expect(() => readDefinitions(text)).toThrow('JSON');
});

it.each([
  ['{"type":"string"}', true],
  ['{"type":["boolean","null"]}', true],
  ['{"type":"object"}', true],
  ['{}', true],
  ['{"type":"number","x-currency":"EUR"}', true],
  ['{"type":"boolean"}', false],
  ['{"type":"string","enum":["a","b"]}', false],
  ['{"oneOf":[{"const":"a"},{"const":"b"}]}', false],
  ['{"type":"string","x-personal":false}', false],
  ['{"type":"boolean","x-personal":true}', true],
  ['{"type":"string","enum":["a"],"x-personal":true}', true],
])('takes %s for personal: %s', (schema, personal) => {
  expect(read(schema)?.personal).toBe(personal);
});
