import fc from 'fast-check';
import { expect, it } from 'vitest';
import { equalJson } from '#src/contract/json/equalJson.ts';
import { newRow, rowFor, rowJson } from './editRow.ts';
import { asKind, kindLoss } from './rowKind.ts';
import { rowKinds, type EditRow, type RowKind } from './rowSchema.ts';

const row = (from: string, fields: Partial<EditRow> = {}): EditRow => ({
  ...rowFor('key', from),
  ...fields,
});

it.each<[string, EditRow, RowKind, string]>([
  ['the digits of a text', row('"12"'), 'number', '12'],
  ['words in a number, to be put right', row('"12 kg"'), 'number', '12 kg'],
  ['a text as JSON', row('"gold"'), 'json', '"gold"'],
  ['a JSON text as a text', row('"gold"', { kind: 'json', text: '"gold"' }), 'text', 'gold'],
  ['an object as the text that it is', row('{"b":1.0,"10":2}'), 'text', '{"b":1.0,"10":2}'],
  ['what is no JSON yet as a text', row('{}', { text: '{"a":' }), 'text', '{"a":'],
  ['what is no number yet', row('1', { text: 'not yet' }), 'json', 'not yet'],
  ['an answer as a text', row('true'), 'text', 'true'],
  ['an answer in words', row('"yes"'), 'boolean', 'true'],
  ['nothing', newRow(), 'boolean', ''],
  ['no value as JSON', row('null'), 'json', 'null'],
])('keeps %s', (_case, from, kind, text) => {
  expect(kindLoss(from, kind)).toBeUndefined();
  expect(asKind(from, kind)).toEqual({ kind, text });
});

it.each<[EditRow, RowKind, string, string]>([
  [row('"gold"'), 'boolean', 'the text “gold”', ''],
  [row('"gold"'), 'null', 'the text “gold”', ''],
  [row('"one\\ntwo"'), 'number', 'the text “one two”', ''],
  [row('12'), 'null', 'the number 12', ''],
  [row('false'), 'number', 'the answer No', ''],
  [row('1', { text: 'not yet' }), 'null', 'the text “not yet”', ''],
  [row('{"a":1,"b":2}'), 'number', '2 fields', ''],
  [row('[1]'), 'boolean', '1 item', ''],
  [row('{}', { text: '{"a":' }), 'boolean', 'the text “{"a":”', ''],
  [row('"a\\r\\nb\\n"'), 'text', 'characters that no text field keeps', 'a\nb\n'],
])('says before what %j loses as %s', (from, kind, loss, text) => {
  expect(kindLoss(from, kind)).toBe(loss);
  expect(asKind(from, kind)).toEqual({ kind, text });
});

it('shows another type and goes back without a loss when it said that there is none', () => {
  const json = fc.oneof(fc.json({ maxDepth: 3 }), fc.constantFrom('12345678901234567890', '1.0'));
  fc.assert(
    fc.property(json, fc.constantFrom(...rowKinds), (from, kind) => {
      const before = row(from);
      const isEmpty = ['""', 'null', '{}', '[]'].some((empty) => equalJson(empty, from));
      fc.pre(!isEmpty && kindLoss(before, kind) === undefined);
      const there = { ...before, ...asKind(before, kind) };
      const back = { ...there, ...asKind(there, 'text') };
      // Through a text, in which every value can stand.
      const words = { ...before, ...asKind(before, 'text') };
      const typed = (text: string) =>
        text.trim().toLowerCase().replace(/^yes$/, 'true').replace(/^no$/, 'false');
      expect(typed(back.text)).toBe(typed(words.text));
      expect(kind !== 'json' || equalJson(rowJson(there), from)).toBe(true);
    }),
  );
});
