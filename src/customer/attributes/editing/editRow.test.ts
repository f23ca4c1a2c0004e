import fc from 'fast-check';
import { expect, it } from 'vitest';
import { equalJson } from '#src/contract/json/equalJson.ts';
import { isConflict } from './conflict.ts';
import { isChanged, newRow, rowFor, rowJson, toEdits } from './editRow.ts';
import type { EditRow } from './rowSchema.ts';

const json = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc.constantFrom(
    '12345678901234567890',
    '1.0',
    '-0',
    '1e21',
    '"\\ud800"',
    '"a\\r\\nb"',
    '"\\u0000"',
  ),
);

const edited = (from: string, fields: Partial<EditRow>): EditRow => ({
  ...rowFor('key', from),
  ...fields,
});

it('opens any value without changing it', () => {
  fc.assert(
    fc.property(json, (from) => {
      const row = rowFor('key', from);
      expect(isChanged(row)).toBe(false);
      expect(equalJson(rowJson(row), from)).toBe(true);
      expect(toEdits([row])).toEqual([]);
    }),
  );
});

it('edits any text in a control that keeps it, line breaks included', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', 'x', ' ', '"'),
      (value, added) => {
        const row = rowFor('key', JSON.stringify(value));
        if (row.kind !== 'text') return;
        // A <textarea> normalizes line breaks; what it gives back must be what was put in.
        expect(row.text).not.toMatch(/\r/);
        const typed = { ...row, text: row.text + added };
        expect(JSON.parse(rowJson(typed))).toBe(value + added);
      },
    ),
  );
});

it.each([
  ['"007"', 'text', '007'],
  ['7', 'number', '7'],
  ['12345678901234567890', 'number', '12345678901234567890'],
  ['true', 'boolean', 'true'],
  ['null', 'null', ''],
  ['{"a":1.0}', 'json', '{\n  "a": 1.0\n}'],
  ['"mixed\\r\\nbreaks\\n"', 'json', '"mixed\\r\\nbreaks\\n"'],
  ['"bell\\u0007"', 'json', '"bell\\u0007"'],
])('edits %s as %s', (from, kind, text) => {
  expect(rowFor('key', from)).toEqual({ key: 'key', from, kind, text, remove: false });
});

it('keeps the type that a value had until the agent chooses another', () => {
  expect(toEdits([edited('"007"', { text: '008' })])).toEqual([
    { key: 'key', from: '"007"', to: '"008"' },
  ]);
  expect(toEdits([edited('"007"', { kind: 'number', text: '7' })])).toEqual([
    { key: 'key', from: '"007"', to: '7' },
  ]);
});

it('gives CR LF back to a text that had it', () => {
  expect(rowJson(edited('"a\\r\\nb"', { text: 'a\nb\nc' }))).toBe('"a\\r\\nb\\r\\nc"');
});

it('tells a new, a changed and a removed attribute apart', () => {
  const added = { ...newRow(), key: 'new', text: 'x' };
  const removed = edited('1', { remove: true });
  expect(toEdits([added, removed, newRow()])).toEqual([
    { key: 'new', to: '"x"' },
    { key: 'key', from: '1' },
  ]);
});

it('counts a text that is not JSON yet as changed, so that it is kept', () => {
  expect(isChanged(edited('1', { text: '1x' }))).toBe(true);
  expect(isChanged(edited('{}', { text: '{' }))).toBe(true);
  expect(isChanged(edited('1', { text: ' 1.0 ' }))).toBe(false);
});

it('opens what no request could send, such as a key that stands twice, without calling it changed', () => {
  expect(isChanged(rowFor('key', '{"a":1,"a":2}'))).toBe(false);
});

it.each([
  ['nothing typed', edited('1', {}), '2', false],
  ['nobody else changed it', edited('1', { text: '3' }), '1', false],
  ['the same value otherwise written', edited('1', { text: '3' }), '1.0', false],
  ['changed elsewhere', edited('1', { text: '3' }), '2', true],
  ['changed elsewhere to the same', edited('1', { text: '3' }), '3.0', false],
  ['removed elsewhere', edited('1', { text: '3' }), undefined, true],
  ['removed here and elsewhere', edited('1', { remove: true }), undefined, false],
  ['removed here, changed elsewhere', edited('1', { remove: true }), '2', true],
  ['added here and elsewhere', { ...newRow(), key: 'key', text: 'x' }, '"y"', true],
  ['added here and elsewhere alike', { ...newRow(), key: 'key', text: 'x' }, '"x"', false],
  ['changed elsewhere while the text is no JSON yet', edited('{}', { text: '{' }), '[]', true],
])('sees a conflict or none: %s', (_case, row, current, expected) => {
  expect(isConflict(row, current, { clearWithEmptyString: false })).toBe(expected);
});

it.each([
  [true, false],
  [false, true],
])(
  'takes an empty text for the removal where that is the rule: %s',
  (clearWithEmptyString, expected) => {
    const removed = edited('1', { remove: true });
    expect(isConflict(removed, '""', { clearWithEmptyString })).toBe(expected);
  },
);
