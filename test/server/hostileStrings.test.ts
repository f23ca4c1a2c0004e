import { expect, it } from 'vitest';
import { createCustomerApi } from '#src/customer/api.ts';
import { newRow, rowFor, toEdits } from '#src/customer/attributes/editing/editRow.ts';
import { saveEdits } from '#src/customer/attributes/editing/saveEdits.ts';
import { createWorld } from '#src/dev/createWorld.ts';

/** Strings that have broken forms, objects, parsers or displays somewhere. */
const hostile = [
  [
    '',
    ' ',
    '  both ends  ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    'a\r\nb\nc',
    '\u0000',
    '\u0007\u001b[31m',
    '\u007f',
  ],
  [
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'length',
    'then',
    'ref',
    '_f',
  ],
  [
    '0',
    '10',
    '007',
    '-1',
    '1e3',
    '4294967294',
    '4294967295',
    'NaN',
    'Infinity',
    'null',
    'true',
    'undefined',
  ],
  [
    'a.b',
    'a..b',
    '.a',
    'a.',
    'x[0]',
    '[0]',
    'rows.0.text',
    "it's",
    '"quoted"',
    '`',
    '\\',
    '\\u0041',
    '/',
    '//',
  ],
  [
    '\ud800',
    '\udc00',
    'a\ud800b',
    '😀',
    '👩‍👩‍👧',
    'e\u0301',
    '\u00e9',
    'ﬁ',
    '\ufeff',
    '\u200b',
    '\u00a0',
    '\u2028',
    '\u2029',
  ],
  ['\u202ertl\u202c', 'شركة', '東京', 'ZALGO\u0335\u0321', '\ufffe', '\uffff', 'İ', 'ß'],
  [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    "' OR 1=1 --",
    '${7*7}',
    '{{7*7}}',
    '%s%n',
    '../../etc/passwd',
    '%2e%2e%2f',
    '=1+1',
    '{"a":1}',
    '[1,2',
    'a'.repeat(5_000),
  ],
].flat();

const members = hostile.map((text) => `${JSON.stringify(text)}:${JSON.stringify(text)}`);

function setUp(customAttributes: 'replace' | 'merge') {
  const world = createWorld({
    rateLimit: false,
    customAttributes,
    profiles: `[{"id":"somebody","customAttributes":{"other":1,${members.join(',')}}},{"id":"empty"}]`,
  });
  return { api: createCustomerApi(world.fetch), control: world.emulator.control };
}

it.each(['replace', 'merge'] as const)(
  'carries every hostile string as a key and as a value while another attribute is edited (%s)',
  async (mode) => {
    const { api, control } = setUp(mode);
    const before = control.attributes('somebody');
    await saveEdits(api, 'somebody', toEdits([{ ...rowFor('other', '1'), text: '2' }]));
    expect(control.attributes('somebody')).toEqual([['other', '2'], ...before.slice(1)]);
  },
);

it.each(hostile)('adds and edits %j as a key and as a value', async (text) => {
  const { api, control } = setUp('replace');
  const value = JSON.stringify(text);
  // A control can hold it, or it is typed as JSON; an empty name is refused for a new attribute only.
  const added = { ...newRow(), key: text, kind: 'json' as const, text: value };
  const { results } = await saveEdits(api, 'empty', toEdits([added]));
  expect(results).toEqual([{ key: text, outcome: 'saved' }]);
  const [[key, json] = ['', '']] = control.attributes('empty');
  expect([key, JSON.parse(json)]).toEqual([text, text]);

  const row = rowFor(text, value);
  const edit = toEdits([{ ...row, text: row.kind === 'json' ? `"${'x'}"` : `${row.text}!` }]);
  await saveEdits(api, 'empty', edit);
  const [[, changed] = ['', '']] = control.attributes('empty');
  expect(JSON.parse(changed)).toBe(row.kind === 'json' ? 'x' : `${text}!`);
});
