import fc from 'fast-check';
import type { RowKind } from '#src/customer/attributes/editing/rowSchema.ts';

/** Few keys, so that agents meet at the same ones; most of them are such as break objects, paths and forms. */
export const key = fc.constantFrom(
  'tier',
  'points',
  '10',
  '2',
  '__proto__',
  'constructor',
  'a.b',
  ' x[0] ',
  '\ud800"',
);

/** What stands in Gladly, as JSON texts; some are equal and written differently. */
const value = fc.constantFrom(
  '"gold"',
  '"silver"',
  '"a\\r\\nb"',
  '"\\ud800\\u0041"',
  '""',
  '1',
  '1.0',
  '12345678901234567890',
  '-0.10e2',
  'true',
  'null',
  '[]',
  '{"b":1.0,"10":[null],"__proto__":{}}',
  '{ "10":[null], "__proto__":{ }, "b":1 }',
);

const texts: Record<RowKind, readonly string[]> = {
  text: ['gold', 'silver', 'bronze', '007', 'a\nb', ''],
  number: ['1', '1.00', '12345678901234567891', '1e400', '-'],
  boolean: ['true', 'false', ''],
  null: [''],
  json: ['[]', '{"b":1,"10":[null],"__proto__":{}}', '{"__proto__":[2.0]}', '"gold"', '[1,'],
};

/** What an agent types into a control of this kind, `[1,` and other unfinished things included. */
export function typed(kind: RowKind, choice: number): string {
  const list = texts[kind];
  return list[choice % list.length] ?? '';
}

/** The attributes of one customer before anything happens. */
export const attributes = fc.uniqueArray(fc.tuple(key, value), {
  selector: ([name]) => name,
  minLength: 1,
  maxLength: 5,
});

/** What somebody else does to a key, without one to remove it. */
export const foreignChange = fc.record(
  { key, json: fc.option(value, { nil: undefined }) },
  { noNullPrototype: true },
);
export type ForeignChange = typeof foreignChange extends fc.Arbitrary<infer T> ? T : never;
