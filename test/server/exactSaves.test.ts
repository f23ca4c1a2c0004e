import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCustomer, writeCustomer } from '#src/contract/customer.ts';
import { writeEdits } from '#src/contract/edits.ts';
import { objectText, type Member } from '#src/contract/json/members.ts';
import { readConflictCustomer, readSaveResult } from '#src/contract/saveAnswer.ts';
import { panel } from './panel.ts';

const key = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '',
    ' spaced ',
    'a.b',
    'x[0]',
    '10',
    '2',
    '007',
    '4294967295',
    'a"b\\',
    '\ud800',
    '\u0000',
    'id',
    'customAttributes',
  ),
  fc.string({ unit: 'binary' }),
);
const numberText = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(fc.constant('0'), fc.bigInt(1n, 10n ** 30n).map(String)),
    fc.constantFrom('', '.0', '.10', '.000000000000000000001'),
    fc.constantFrom('', 'e5', 'E-400', 'e+21'),
  )
  .map((parts) => parts.join(''));
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('null', 'true', 'false', '""', '[]', '{}', '"\\ud800"', '"\\u0041\\/"', '{ }'),
    numberText,
    fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
    fc.array(tie('value')).map((items) => `[ ${items.join(' , ')} ]`),
    fc
      .uniqueArray(fc.tuple(key, tie('value')), { selector: ([name]) => name })
      .map((entries) =>
        objectText(entries.map(([name, json]): Member => ({ key: name, json }))).replace(
          '{',
          '{\n',
        ),
      ),
  ),
}));
const attributes = fc.uniqueArray(fc.record({ key, json: value }), {
  selector: (member) => member.key,
  minLength: 1,
  maxLength: 8,
});

it.each(['replace', 'merge'] as const)(
  'leaves every other attribute the same text in the same place: %s',
  async (customAttributes) => {
    await fc.assert(
      fc.asyncProperty(attributes, fc.nat(), value, fc.boolean(), async (before, at, to, isNew) => {
        const chosen = before[at % before.length];
        const { send, ask, control, writes } = panel({ customAttributes }, [
          `{"customAttributes":${objectText(before)},"id":"p"}`,
        ]);
        const newKey = before.map((member) => member.key).join('+') + '!';
        const edit =
          isNew || !chosen ? { key: newKey, to } : { key: chosen.key, from: chosen.json, to };
        const expected = isNew
          ? [...before, { key: edit.key, json: to }]
          : before.map((member) => (member.key === edit.key ? { ...member, json: to } : member));

        const response = await send('p', writeEdits([edit]));
        const result = readSaveResult(await response.text());
        const stored = control.attributes('p').map(([name, json]) => ({ key: name, json }));
        const read = await (await ask('GET', '/api/customers/p')).text();

        expect(result.results).toEqual([{ key: edit.key, outcome: 'saved' }]);
        expect(result.otherChanges).toEqual([]);
        // An equal value counts as there already, and keeps the text that it has.
        const kept = writes.length === 0 ? before : expected;
        expect(stored).toEqual(kept);
        expect(result.customer.customAttributes).toEqual(kept);
        expect(readCustomer(read).customAttributes).toEqual(kept);
        expect(readCustomer(writeCustomer(readCustomer(read)))).toEqual(readCustomer(read));
      }),
      { numRuns: 200 },
    );
  },
  30_000,
);

it('shows in a conflict what is there, exactly', async () => {
  await fc.assert(
    fc.asyncProperty(attributes, async (before) => {
      const { send } = panel({}, [`{"id":"p","customAttributes":${objectText(before)}}`]);
      const edit = { key: before[0]?.key ?? '', from: '"never"', to: '"never this"' };
      const response = await send('p', writeEdits([edit]));
      expect(response.status).toBe(409);
      expect(readConflictCustomer(await response.text()).customAttributes).toEqual(before);
    }),
  );
}, 30_000);
