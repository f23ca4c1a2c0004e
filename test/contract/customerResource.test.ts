import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { channelTypes, customerResource, phoneTypes } from '#src/contract/customerResource.ts';
import seed from './gladly-customer-schema.json' with { type: 'json' };

const ajv = new Ajv2020({ strict: true, allErrors: false });
addFormats(ajv, { mode: 'full' });
const exported = z.toJSONSchema(customerResource);
const bySeed = ajv.compile(seed);
const byExport = ajv.compile(exported);

/** What each of the three readers says of a JSON text. */
function verdicts(json: string) {
  const value: unknown = JSON.parse(json);
  return {
    seed: bySeed(value),
    exported: byExport(value),
    zod: customerResource.safeParse(value).success,
  };
}
const all = (valid: boolean) => ({ seed: valid, exported: valid, zod: valid });

const emails: [string, boolean][] = [
  ['a@b.co', true],
  ['A.B+tag@EXAMPLE.Com', true],
  ["o'brien!#$%&*+/=?^_`{|}~-@x-y.z9", true],
  ['a@b', false],
  ['a..b@c.de', false],
  ['.a@c.de', false],
  ['a@-c.de', false],
  ['a@c-.de', false],
  ['"quoted"@c.de', false],
  ['a@[127.0.0.1]', false],
  ['ä@c.de', false],
  ['a@ç.de', false],
  ['a@c.de\n', false],
  ['a@c.de ', false],
  ['\u212a@c.de', false],
  ['', false],
];

const dateTimes: [string, boolean][] = [
  ['2019-02-21T07:15:18.07272933Z', true],
  ['2019-02-21t07:15:18z', true],
  ['2019-02-21 07:15:18+0200', true],
  ['2019-02-21\u00a007:15:18+02', true],
  ['2024-02-29T00:00:00-00:00', true],
  ['2000-02-29T00:00:00Z', true],
  ['1900-02-29T00:00:00Z', false],
  ['2023-02-29T00:00:00Z', false],
  ['2024-04-31T00:00:00Z', false],
  ['2024-00-10T00:00:00Z', false],
  ['2024-01-00T00:00:00Z', false],
  ['2024-12-31T23:59:60Z', true],
  ['2025-01-01T00:59:60.5+01:00', true],
  ['2024-12-31T22:59:60Z', false],
  ['2024-12-31T23:59:61Z', false],
  ['2024-12-31T24:00:00Z', false],
  ['2024-12-31T24:59:60+01:00', true],
  ['2024-12-31T24:59:00+01:00', true],
  ['2024-12-31T24:58:00+01:00', false],
  ['2024-12-31T10:00:00+24:00', false],
  ['2024-12-31T10:00:00', false],
  ['2024-12-31T10:00Z', false],
  ['2024-12-31', false],
  ['2024-12-31T10:00:00Z\n', false],
  ['yesterday', false],
];

const customers: [string, boolean][] = [
  ['{"id":""}', true],
  ['{}', false],
  ['{"id":1}', false],
  ['{"id":null}', false],
  ['[]', false],
  ['null', false],
  ['"id"', false],
  ['{"id":"a","name":null}', false],
  ['{"id":"a","unknown":[1],"emails":[{"more":1}],"channels":[{}],"phones":[{"x":null}]}', true],
  ['{"id":"a","emails":{}}', false],
  ['{"id":"a","emails":[null]}', false],
  ['{"id":"a","emails":[[]]}', false],
  ['{"id":"a","emails":[{"primary":"true"}]}', false],
  ['{"id":"a","phones":[{"type":"OFFICE"}]}', false],
  ['{"id":"a","phones":[{"type":""}]}', false],
  ['{"id":"a","phones":[{"original":"not a number"}]}', true],
  ['{"id":"a","channels":[{"type":"TELEGRAM"}]}', false],
  ['{"id":"a","channels":[{"type":"email"}]}', false],
  ['{"id":"a","customAttributes":null}', false],
  ['{"id":"a","customAttributes":[]}', false],
  ['{"id":"a","customAttributes":"{}"}', false],
  ['{"id":"a","customAttributes":{"__proto__":1,"":[{}],"10":null}}', true],
  ['{"id":"a","__proto__":{"name":1}}', true],
  ['{"__proto__":{"id":"a"}}', false],
  ...phoneTypes.map((type): [string, boolean] => [
    `{"id":"a","phones":[{"type":"${type}"}]}`,
    true,
  ]),
  ...channelTypes.map((type): [string, boolean] => [
    `{"id":"a","channels":[{"type":"${type}"}]}`,
    true,
  ]),
  ...emails.flatMap(([email, valid]): [string, boolean][] =>
    ['original', 'normalized'].map((field) => [
      `{"id":"a","emails":[${JSON.stringify({ [field]: email })}]}`,
      valid,
    ]),
  ),
  ...dateTimes.flatMap(([text, valid]): [string, boolean][] =>
    ['createdAt', 'modifiedAt'].map((field) => [JSON.stringify({ id: 'a', [field]: text }), valid]),
  ),
];

it.each(customers)('%s is a customer for everybody or for nobody', (json, valid) => {
  expect(verdicts(json)).toEqual(all(valid));
});

const json = (value: fc.Arbitrary<unknown>) => value.map((it_) => JSON.stringify(it_));
const one = <T>(cases: [T, boolean][]) => fc.constantFrom(...cases.map(([value]) => value));
const digits = (limit: number) => fc.nat(limit).map((value) => String(value).padStart(2, '0'));
const dateTime = fc
  .tuple(
    fc.constantFrom('2024-02-29', '2023-02-29', '1999-12-31', '2020-06-31'),
    fc.constantFrom('T', 't', ' ', '\t', '_', ''),
    fc.oneof(digits(25), fc.constantFrom('23', '00')),
    fc.oneof(digits(99), fc.constant('59')),
    fc.constantFrom('00', '59', '60', '60.25', '61', '7'),
    fc.constantFrom('Z', 'z', '', '+01:00', '-0130', '+2', '-23', '+05:60', '+24:00', '-00:59'),
  )
  .map(([date, between, hour, minute, second, zone]) => {
    return `${date}${between}${hour}:${minute}:${second}${zone}`;
  });
const emailText = fc.oneof(
  one(emails),
  fc.emailAddress(),
  fc.stringMatching(/^[aB9."+ é_-]{0,9}@?[aB9."+ é_-]{0,9}$/),
);
const odd = fc.oneof(fc.jsonValue(), fc.constantFrom('', null, [], {}));
const optional = (...known: fc.Arbitrary<unknown>[]) => fc.oneof(...known, odd);
const list = (item: fc.Arbitrary<unknown>) => optional(fc.array(item, { maxLength: 3 }));
const record = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(fields, { requiredKeys: [] });

const customer = record({
  id: fc.oneof({ weight: 9, arbitrary: fc.string() }, odd),
  name: optional(fc.string()),
  emails: list(
    record({ original: emailText, normalized: emailText, primary: fc.boolean(), extra: odd }),
  ),
  phones: list(
    record({
      original: fc.string(),
      type: fc.constantFrom(...phoneTypes, 'OFFICE', '', 'mobile', null),
      primary: fc.boolean(),
      regionCode: fc.string(),
    }),
  ),
  channels: list(record({ type: fc.constantFrom(...channelTypes, 'FAX'), address: fc.string() })),
  customAttributes: optional(fc.dictionary(fc.string(), fc.jsonValue())),
  externalCustomerId: optional(fc.string()),
  createdAt: fc.oneof(dateTime, one(dateTimes)),
  modifiedAt: dateTime,
  extra: odd,
});

it('agrees with the published schema on customers of every kind', () => {
  const seen = { true: 0, false: 0 };
  const sparse = fc
    .tuple(customer, fc.subarray(Object.keys(seed.properties).filter((key) => key !== 'id')))
    .map(([value, dropped]) =>
      Object.fromEntries(Object.entries(value).filter(([key]) => !dropped.includes(key))),
    );
  fc.assert(
    fc.property(json(sparse), (text) => {
      const { seed: valid, ...ours } = verdicts(text);
      seen[valid ? 'true' : 'false'] += 1;
      expect(ours).toEqual({ exported: valid, zod: valid });
    }),
    { numRuns: 3_000 },
  );
  // Otherwise it would agree on nothing but noise.
  expect(Math.min(seen.true, seen.false)).toBeGreaterThan(300);
}, 30_000);

it('agrees with the published schema on dates and e-mail addresses alone', () => {
  const field = fc.oneof(
    dateTime.map((createdAt) => ({ id: 'a', createdAt })),
    emailText.map((original) => ({ id: 'a', emails: [{ original }] })),
  );
  fc.assert(
    fc.property(json(field), (text) => {
      const { seed: valid, ...ours } = verdicts(text);
      expect(ours).toEqual({ exported: valid, zod: valid });
    }),
    { numRuns: 3_000 },
  );
}, 30_000);

it('has the fields of the published schema and no others', () => {
  expect(Object.keys(exported.properties ?? {})).toEqual(Object.keys(seed.properties));
  expect(exported).toMatchObject({ $schema: seed.$schema, required: ['id'], title: seed.title });
});

it('hands on every attribute, an own __proto__ included', () => {
  const text = '{"id":"a","customAttributes":{"__proto__":{"x":1},"b":null}}';
  expect(JSON.stringify(customerResource.parse(JSON.parse(text)))).toBe(text);
});

it('prints the schema and nothing else', async () => {
  const script = fileURLToPath(new URL('../../src/contract/printSchema.ts', import.meta.url));
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', script]);
  const { stdout, stderr } = await run;
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(exported)));
}, 30_000);
