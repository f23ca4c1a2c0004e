import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkJson } from './checkJson.ts';
import { equalJson } from './equalJson.ts';
import { JsonError } from './JsonError.ts';
import { kindOf } from './kindOf.ts';
import { elements, members, objectText } from './members.ts';

const key = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', '', '10', '2', '007', 'a.b', 'x[0]', '\ud800'),
);
const json = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.constantFrom(
    '12345678901234567890',
    '1.0',
    '-0',
    '1e21',
    '0.1000',
    '"\\ud800"',
    ' [ 1 , {} ] ',
  ),
);
const memberList = fc.uniqueArray(fc.record({ key, json }), { selector: (member) => member.key });

it('keeps keys, their order and every value as text', () => {
  fc.assert(
    fc.property(memberList, (list) => {
      const trimmed = list.map((member) => ({ ...member, json: member.json.trim() }));
      expect(members(objectText(trimmed))).toEqual(trimmed);
    }),
  );
});

it('tells in one walk what a second one over each value would', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ key, json })), (list) => {
      const told = new Map<string, unknown>();
      const found = members(objectText(list), (name, inside) => told.set(name, inside));
      expect(found).toEqual(members(objectText(list)));
      for (const member of found ?? []) expect(told.get(member.key)).toEqual(members(member.json));
    }),
  );
});

it('slices the elements of an array', () => {
  fc.assert(
    fc.property(fc.array(json), (list) => {
      expect(elements(` [${list.join(' , ')}] `)).toEqual(list.map((text) => text.trim()));
    }),
  );
});

it('tells that something is not an object or not an array', () => {
  expect(members('[]')).toBeUndefined();
  expect(members('"{}"')).toBeUndefined();
  expect(elements('{}')).toBeUndefined();
  expect(elements('[]')).toEqual([]);
  expect(members(' { } ')).toEqual([]);
});

it('takes a duplicate key as JSON.parse does, when nobody refused it before', () => {
  expect(members('{"a":1,"b":2,"a":3}')).toEqual([
    { key: 'a', json: '3' },
    { key: 'b', json: '2' },
  ]);
});

it('accepts exactly the texts that JSON.parse accepts, but for duplicates and depth', () => {
  const almostJson = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '0', '\\', '\n', '/', '\ufeff'))
    .map(([text, at, extra]) => text.slice(0, at % (text.length + 1)) + extra);
  fc.assert(
    fc.property(almostJson, (text) => {
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      let fault: string | undefined;
      try {
        checkJson(text);
      } catch (error) {
        fault = error instanceof JsonError ? error.fault : 'other';
      }
      expect(fault === undefined || fault === 'duplicate').toBe(valid);
    }),
  );
});

it.each([
  ['{"a":1,"a":1}', 'duplicate', 1, 8],
  ['{"a":{"b":1},\n "c":{"d":1,"d":2}}', 'duplicate', 2, 13],
  ['{"a":1\n"b":2}', 'syntax', 2, 1],
  ['[1,]', 'syntax', 1, 4],
  ['{"a":01}', 'syntax', 1, 7],
  ['// no\n1', 'syntax', 1, 1],
  ['{"a":1,\r\n\r\n"b":x}', 'syntax', 3, 5],
  ['{"a":1,\r\r"b":x}', 'syntax', 3, 5],
  ['{\r"a":1,\n\r"b":x}', 'syntax', 4, 5],
  ['{"a":1,\r "a":2}', 'duplicate', 2, 2],
  ['"a\tb"', 'syntax', 1, 3],
  ['', 'syntax', 1, 1],
  ['NaN', 'syntax', 1, 1],
  ['['.repeat(201), 'depth', 1, 201],
  ['['.repeat(100_000), 'depth', 1, 201],
])('says what is wrong and where: %.30j', (text, fault, line, column) => {
  expect(() => checkJson(text)).toThrow(
    expect.objectContaining({ name: 'JsonError', fault, line, column }),
  );
});

it('lets 200 levels through, and the same key in different objects', () => {
  expect(() => checkJson('['.repeat(200) + ']'.repeat(200))).not.toThrow();
  expect(() => checkJson('[{"a":1},{"a":1},{"b":{"a":1,"b":2}}]')).not.toThrow();
});

it.each([
  ['1', '1.0'],
  ['100', '1e2'],
  ['-0', '0'],
  ['1E-400', '10e-401'],
  ['0.10', '1e-1'],
  ['"\\u0041"', '"A"'],
  ['{"a":1,"b":[2]}', '{ "b":[2.0], "a":1 }'],
  ['{"__proto__":1}', '{"__proto__":1.0}'],
])('%s equals %s', (a, b) => {
  expect(equalJson(a, b)).toBe(true);
});

it.each([
  ['12345678901234567890', '12345678901234567891'],
  ['1', '"1"'],
  ['1', '-1'],
  ['null', '0'],
  ['""', 'null'],
  ['[]', '{}'],
  ['[1,2]', '[2,1]'],
  ['[1]', '[1,1]'],
  ['{"a":1}', '{"a":1,"b":1}'],
  ['{"a":1}', '{"__proto__":1}'],
  ['1e400', '1e401'],
  ['"\\ud800"', '"\\ud801"'],
])('%s differs from %s', (a, b) => {
  expect(equalJson(a, b)).toBe(false);
});

it('compares as JSON values do, whatever the order of keys', () => {
  fc.assert(
    fc.property(memberList, (list) => {
      expect(equalJson(objectText(list), objectText(list.toReversed()))).toBe(true);
    }),
  );
});

it('compares huge numbers and deep values in time that grows with their length only', () => {
  const start = performance.now();
  expect(equalJson(`1${'0'.repeat(400_000)}1`, '1')).toBe(false);
  let [deep, otherOrder] = ['1', '1.0'];
  for (let level = 0; level < 197; level += 1) {
    const wide = `"wide":"${'x'.repeat(5_000)}"`;
    deep = `{"deep":${deep},${wide}}`;
    otherOrder = `{${wide},"deep":${otherOrder}}`;
  }
  expect(equalJson(deep, otherOrder)).toBe(true);
  expect(performance.now() - start).toBeLessThan(1_000);
});

it('knows the kind of a value', () => {
  const kinds = ['""', '-1', ' true', 'false', 'null', '{}', '[]'].map(kindOf);
  expect(kinds).toEqual(['string', 'number', 'boolean', 'boolean', 'null', 'object', 'array']);
});
