import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSchema } from './readSchema.ts';
import { rulesOf } from './rules.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Schema = boolean | { [keyword: string]: Json | Schema | Schema[] | Record<string, Schema> };

const patterns = ['^a', 'b$', '^[a-c]{1,3}$', '^\\p{L}+$', '^.$'];
const formats = ['date', 'date-time', 'time', 'duration', 'email', 'e164', 'uri'];
const texts = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ab', 'abc', '🚀', '\ud800', 'é', 'a@b.cd', 'https://a.bc/d', 'x:'),
  fc.constantFrom(
    '2024-02-29',
    '2023-02-29',
    '2024-02-29T23:59:60Z',
    '14:30:00Z',
    'P1D',
    'PT',
    '+14155550100',
  ),
  fc.string({ maxLength: 3 }),
);
/** Numbers that JavaScript holds exactly: about the others the two differ, and we are right. */
const numbers = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(0.5, 1.5, -0.25, 2 ** 40),
);
const keys = fc.constantFrom('a', 'b', 'c', 'constructor', 'a.b');

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.oneof(texts, numbers, fc.boolean(), fc.constant(null)),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(keys, tie('json'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const count = fc.integer({ min: 0, max: 3 });
const types = fc.constantFrom('string', 'number', 'integer', 'boolean', 'null', 'object', 'array');
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 });

const { schema } = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    fc.boolean(),
    fc
      .record(
        {
          type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 4 })),
          enum: fc.uniqueArray(json, {
            minLength: 1,
            maxLength: 4,
            selector: (value) => JSON.stringify(value),
          }),
          const: json,
          minimum: numbers,
          maximum: numbers,
          exclusiveMinimum: numbers,
          exclusiveMaximum: numbers,
          multipleOf: fc.constantFrom(1, 2, 0.5),
          minLength: count,
          maxLength: count,
          pattern: fc.constantFrom(...patterns),
          format: fc.constantFrom(...formats),
          minItems: count,
          maxItems: count,
          uniqueItems: fc.boolean(),
          items: tie('schema'),
          prefixItems: list(tie('schema')),
          properties: fc.dictionary(keys, tie('schema'), { maxKeys: 3, noNullPrototype: true }),
          required: fc.uniqueArray(keys, { maxLength: 3 }),
          additionalProperties: tie('schema'),
          minProperties: count,
          maxProperties: count,
          allOf: list(tie('schema')),
          anyOf: list(tie('schema')),
          oneOf: list(tie('schema')),
          not: tie('schema'),
          $ref: fc.constantFrom('#/$defs/one', '#/$defs/two'),
        },
        { requiredKeys: [], noNullPrototype: true },
      )
      // Records of many keywords contradict themselves: a few each say more.
      .chain((all) => fc.subarray(Object.entries(all), { maxLength: 4 }))
      .map((entries) => Object.fromEntries(entries) as Schema),
  ),
}));

const ajv = new Ajv({
  strict: false,
  unicodeRegExp: true,
  validateFormats: true,
  ownProperties: true,
  logger: false,
});
addFormats(ajv);
ajv.addFormat('e164', /^\+[1-9]\d{1,14}$/);

const defs = {
  one: { minLength: 2, minimum: 1 },
  two: { type: ['string', 'array'], $ref: '#/$defs/one' },
};

it('agrees with ajv about every keyword that it enforces', () => {
  let judged = 0;
  let refused = 0;
  fc.assert(
    fc.property(schema, fc.array(json, { minLength: 5, maxLength: 5 }), (a, values) => {
      const document = JSON.stringify({ type: 'object', properties: { a }, $defs: defs });
      // What is refused at start-up for contradicting itself is compiled all the same.
      const rules = rulesOf(readSchema(document));
      const validate = ajv.compile<unknown>({ $defs: defs, allOf: [a] });
      for (const value of values) {
        const ours = rules.check('a', JSON.stringify(value));
        judged += 1;
        if (ours.length > 0) refused += 1;
        expect([document, JSON.stringify(value), ours.length === 0]).toEqual([
          document,
          JSON.stringify(value),
          validate(value),
        ]);
      }
    }),
    { numRuns: 600 },
  );
  expect(refused / judged).toBeGreaterThan(0.2);
  expect(refused / judged).toBeLessThan(0.9);
}, 120_000);
