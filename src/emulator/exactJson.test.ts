import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arrayText, elementsOf, membersOf, objectText } from './json.ts';
import { testClient } from './testClient.ts';

const hostileKeys = [
  '__proto__',
  'constructor',
  '',
  ' spaced ',
  'a.b',
  'x[0]',
  '10',
  '2',
  '007',
  'a"b\\',
  '\ud800',
  '\u0000',
];
const numberText = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(fc.constant('0'), fc.bigInt(1n, 10n ** 30n).map(String)),
    fc.constantFrom('', '.0', '.10', '.000000000000000000001'),
    fc.constantFrom('', 'e5', 'E-400', 'e+21'),
  )
  .map((parts) => parts.join(''));
const stringText = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
  .map((text) => JSON.stringify(text));
const key = fc.oneof(fc.constantFrom(...hostileKeys), fc.string({ unit: 'grapheme' }));
const space = fc.constantFrom('', ' ', '\n\t');

const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('null', 'true', 'false', '""', '[]', '{ }', '-0', '"\\ud800"', '"\\u0041\\/"'),
    numberText,
    stringText,
    fc
      .tuple(fc.array(tie('value')), space)
      .map(([items, gap]) => `[${gap}${items.join(`,${gap}`)}]`),
    fc
      .tuple(fc.uniqueArray(fc.tuple(key, tie('value')), { selector: ([name]) => name }), space)
      .map(
        ([entries, gap]) =>
          `{${entries.map(([name, text]) => `${JSON.stringify(name)}:${gap}${text}`).join(',')}}`,
      ),
  ),
}));
const attributes = fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name });

it.each(['replace', 'merge'] as const)(
  'keeps the text of every value when another key is patched: %s',
  async (customAttributes) => {
    const { control, create, get, patch } = testClient({ customAttributes });
    let count = 0;
    await fc.assert(
      fc.asyncProperty(attributes, value, async (before, changed) => {
        count += 1;
        const id = `p${count}`;
        const body = `{ "id": "${id}", "customAttributes" : ${objectText(before)} }`;
        expect((await create(body)).status).toBe(201);
        expect(control.attributes(id)).toEqual(before);
        const after = new Map(before).set('the one', changed);
        const sent = customAttributes === 'replace' ? after : new Map([['the one', changed]]);
        const patched = await patch(id, `{"customAttributes":${objectText(sent)}}`);
        expect(patched.status).toBe(204);
        const answered = membersOf(await (await get(id)).text()).get('customAttributes') ?? '';
        expect([...membersOf(answered)]).toEqual([...after]);
      }),
    );
  },
);

it('slices arrays into the texts that they were joined from', () => {
  fc.assert(
    fc.property(fc.array(value), (items) => {
      expect(elementsOf(arrayText(items))).toEqual(items);
    }),
  );
});

it('carries five thousand attributes, a megabyte and two hundred levels', async () => {
  const { control, create, get } = testClient();
  const many = Array.from({ length: 5000 }, (_, index): [string, string] => [
    String(5000 - index),
    `"${'x'.repeat(200)}"`,
  ]);
  many.push(['deep', `${'['.repeat(200)}1.0${']'.repeat(200)}`]);
  expect((await create(`{"id":"big","customAttributes":${objectText(many)}}`)).status).toBe(201);
  expect((await (await get('big')).text()).length).toBeGreaterThan(1_000_000);
  expect(control.attributes('big')).toEqual(many);
});
