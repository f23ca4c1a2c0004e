import fc from 'fast-check';
import { expect, it } from 'vitest';
import { equalJson } from '../json/equalJson.ts';
import { canonicalJson } from './canonicalJson.ts';
import { compileRules } from './rules.ts';
import { ofOneAttribute } from './testDocument.ts';

/** What an agent is told about a value, each with its path where that is not the value itself. */
function problems(schema: string, json: string | undefined, more?: string): string[] {
  const found = compileRules(ofOneAttribute(schema, more)).check('a', json);
  return found.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
}

const rocket = '"\\ud83d\\ude80"';

it.each<[schema: string, fitting: string[], other: [json: string, message: string][]]>([
  ['{"type":"string"}', ['""', '"\\ud800"'], [['1', 'Must be text.']]],
  ['{"type":"number"}', ['-0', '1e400'], [['"1"', 'Must be a number.']]],
  [
    '{"type":"integer"}',
    ['1', '1.0', '12e1', '1e400', '-10.00'],
    [
      ['1.5', 'Must be a whole number.'],
      ['1e-1', 'Must be a whole number.'],
    ],
  ],
  [
    '{"type":"boolean"}',
    ['true', 'false'],
    [
      ['"true"', 'Must be true or false.'],
      ['null', 'Must be true or false.'],
    ],
  ],
  ['{"type":"null"}', ['null'], [['0', 'Must be null.']]],
  ['{"type":"object"}', ['{}'], [['[]', 'Must be an object.']]],
  ['{"type":["array","null"]}', ['[]', 'null'], [['{}', 'Must be a list or null.']]],
  [
    '{"enum":["a",1,null,{"x":[1]}]}',
    ['"a"', '1.0', 'null', '{"x":[10e-1]}'],
    [['"b"', 'Must be one of a, 1, null or {"x":[1]}.']],
  ],
  [
    '{"enum":["a","b"],"x-enum-labels":["First","Second"]}',
    ['"b"'],
    [['"First"', 'Must be one of First or Second.']],
  ],
  [
    '{"oneOf":[{"const":"a","title":"One, first"},{"const":"b","title":"Two"}]}',
    ['"a"'],
    [['1', 'Must be one of One, first or Two.']],
  ],
  [
    '{"const":12345678901234567890,"title":"Long"}',
    ['12345678901234567890.0'],
    [['12345678901234567891', 'Must be Long.']],
  ],
  [
    '{"minimum":0.1}',
    ['0.1', '0.10', '1e-1', '"x"'],
    [['0.09999999999999999999999', 'At least 0.1.']],
  ],
  [
    '{"maximum":12345678901234567890}',
    ['12345678901234567890', '-1e400'],
    [['12345678901234567891', 'At most 12345678901234567890.']],
  ],
  [
    '{"exclusiveMinimum":0}',
    ['1e-400'],
    [
      ['0', 'Must be more than 0.'],
      ['-0.0', 'Must be more than 0.'],
    ],
  ],
  ['{"exclusiveMaximum":-1}', ['-1.0000000000000000000001'], [['-1', 'Must be less than -1.']]],
  [
    '{"multipleOf":0.01}',
    ['0.29', '19.99', '1e400', '0', '-0.10'],
    [['0.295', 'Must be a multiple of 0.01.']],
  ],
  ['{"minLength":2}', ['"ab"', '7'], [[rocket, 'At least 2 characters; this has 1.']]],
  ['{"maxLength":1}', [rocket, '"\\ud800"', '""'], [['"ab"', 'At most 1 character; this has 2.']]],
  [
    '{"pattern":"^[A-Z]{2}$"}',
    ['"AB"', '1'],
    [['"ABC"', 'Not in the expected form (^[A-Z]{2}$).']],
  ],
  [
    '{"pattern":"^\\\\p{Lu}.$","examples":["Äß"]}',
    ['"Äß"', '"A\\ud83d\\ude80"'],
    [['"a"', 'Not in the expected form, such as Äß.']],
  ],
  ['{"pattern":"b"}', ['"abc"'], [['"ac"', 'Not in the expected form (b).']]],
  ['{"maxLength":2,"pattern":"^a"}', ['"a"'], [['"bbb"', 'At most 2 characters; this has 3.']]],
  [
    '{"prefixItems":[{"type":"string"}],"items":{"type":"number"}}',
    ['["a",1,2]', '[]', '{}'],
    [['[1,"a"]', '[0]: Must be text. / [1]: Must be a number.']],
  ],
  [
    '{"minItems":1,"maxItems":2}',
    ['[1]', '[1,2]'],
    [
      ['[]', 'At least 1 item; this has 0.'],
      ['[1,2,3]', 'At most 2 items; this has 3.'],
    ],
  ],
  [
    '{"uniqueItems":true}',
    ['[1,"1",{"a":1},{"a":2}]'],
    [
      ['[1,2,1.0]', '[2]: The same as item 1: each may stand here once.'],
      ['[{"a":1,"b":2},{"b":2,"a":1}]', '[1]: The same as item 1: each may stand here once.'],
    ],
  ],
  ['{"uniqueItems":false}', ['[1,1]'], []],
  [
    '{"properties":{"n":{"type":"number"}},"required":["n","constructor"]}',
    ['{"n":1,"constructor":2}', '[]'],
    [['{"n":"1"}', 'n: Must be a number. / constructor: This is missing.']],
  ],
  [
    '{"properties":{"n":true,"__proto__":false},"additionalProperties":false}',
    ['{"n":1}'],
    [
      ['{"n":1,"toString":2}', 'toString: This is not allowed here.'],
      ['{"__proto__":1}', '__proto__: This is not allowed here.'],
    ],
  ],
  [
    '{"additionalProperties":{"type":"number"}}',
    ['{"a b":1}'],
    [['{"a b":"1"}', '["a b"]: Must be a number.']],
  ],
  [
    '{"minProperties":1,"maxProperties":1}',
    ['{"a":1}'],
    [
      ['{}', 'At least 1 field; this has 0.'],
      ['{"a":1,"b":2}', 'At most 1 field; this has 2.'],
    ],
  ],
  ['{"allOf":[{"minimum":1},{"maximum":2}]}', ['1', '2'], [['3', 'At most 2.']]],
  [
    '{"anyOf":[{"type":"number"},{"type":"null"}]}',
    ['1', 'null'],
    [['"a"', 'None of the allowed forms fits: Must be a number. / Must be null.']],
  ],
  [
    '{"oneOf":[{"minimum":1},{"maximum":2}]}',
    ['0', '3'],
    [['1.5', 'This fits more than one of the forms of which it must be exactly one.']],
  ],
  ['{"not":{"const":0}}', ['1'], [['0', 'This is not allowed here.']]],
  ['true', ['1'], []],
  ['false', [], [['1', 'This is not allowed here.']]],
])('%s', (schema, fitting, other) => {
  for (const json of fitting) expect([json, problems(schema, json)]).toEqual([json, []]);
  for (const [json, message] of other)
    expect([json, problems(schema, json).join(' / ')]).toEqual([json, message]);
});

it.each<[format: string, fitting: string[], other: string[]]>([
  [
    'date',
    ['2024-02-29', '0001-01-01'],
    ['2024-02-30', '2023-02-29', '2024-13-01', '24-01-01', '2024-1-1', '2024-02-29T00:00:00Z', ''],
  ],
  [
    'date-time',
    ['2024-02-29T14:30:00Z', '2024-02-29T14:30:00.123456789+05:30', '1990-12-31T23:59:60Z'],
    ['2024-02-30T14:30:00Z', '2024-02-29T14:30:00', '2024-02-29', '2024-02-29T24:00:00Z'],
  ],
  ['time', ['14:30:00Z', '14:30:00.5+02:00'], ['14:30', '14:30:00', '25:00:00Z', '1T14:30:00Z']],
  [
    'duration',
    ['P3DT4H', 'P2W', 'PT0S', 'P1Y10D'],
    ['P', 'PT', '3D', 'P1W2D', 'P1D2H', 'P-1D', 'P1.5D'],
  ],
  [
    'email',
    ['a@b.cd', "o'hara+x@mail.example.com"],
    ['a@b', 'a b@c.de', 'a@-b.cd', '@b.cd', 'a@b.cd\n', 'a..b@c.de'],
  ],
  [
    'uri',
    ['https://example.com/a?b=c#d', 'mailto:a@b.cd', 'urn:isbn:0451450523', 'https://[::1]/'],
    [
      'example.com',
      '/path',
      'https://exa mple.com',
      'https://example.com/%zz',
      'https://example.com/ü',
      'https://a#b#c',
      'https://',
    ],
  ],
  [
    'e164',
    ['+14155550100', '+12'],
    ['14155550100', '+0155550100', '+1 415 555 0100', '+1234567890123456', '+'],
  ],
])('knows the format %s', (format, fitting, other) => {
  const schema = `{"format":"${format}"}`;
  for (const text of fitting)
    expect([text, problems(schema, JSON.stringify(text))]).toEqual([text, []]);
  for (const text of other) {
    const [message, ...more] = problems(schema, JSON.stringify(text));
    expect([text, message, more]).toEqual([text, expect.stringMatching(/^Not an? .*: use /), []]);
  }
  expect(problems(schema, '1')).toEqual([]);
});

it('says where in a nested value it is wrong', () => {
  const schema = `{"properties":{"items":{"items":{"required":["name"],"properties":{"size.eu":{"$ref":"#/$defs/size"}}}}}}`;
  const json = '{"items":[{"name":1},{"name":1},{"size.eu":-1}]}';
  expect(problems(schema, json, '"$defs":{"size":{"minimum":0}}')).toEqual([
    'items[2].name: This is missing.',
    'items[2]["size.eu"]: At least 0.',
  ]);
});

it('reads a definition with what stands beside its reference', () => {
  const defs = '"$defs":{"tier":{"type":"string","$ref":"#/$defs/short"},"short":{"maxLength":3}}';
  const schema = '{"$ref":"#/$defs/tier","minLength":2}';
  expect(problems(schema, '"abc"', defs)).toEqual([]);
  expect(problems(schema, '"abcd"', defs)).toEqual(['At most 3 characters; this has 4.']);
  expect(problems(schema, '"a"', defs)).toEqual(['At least 2 characters; this has 1.']);
  expect(problems(schema, '1', defs)).toEqual(['Must be text.']);
});

it('lets a required attribute be anything but removed', () => {
  const required = '"required":["a"]';
  expect(problems('true', undefined, required)).toEqual([
    'This attribute is required and cannot be removed.',
  ]);
  expect(problems('true', '""', required)).toEqual([]);
  expect(problems('false', undefined)).toEqual([]);
});

it('knows what is read-only, by its definition or its reference', () => {
  const document = `{"type":"object","properties":{"a":{"readOnly":true},"b":{"$ref":"#/$defs/x"},"c":{"$ref":"#/$defs/x","readOnly":false},"d":{}},
    "$defs":{"x":{"readOnly":true}}}`;
  const rules = compileRules(document);
  expect(['a', 'b', 'c', 'd', 'unknown'].map((key) => rules.isReadOnly(key))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

it('says nothing about attributes without a definition, whatever their name', () => {
  const rules = compileRules('{"type":"object","properties":{"a":false,"__proto__":false}}');
  for (const key of ['constructor', 'toString', '', 'A']) {
    expect(rules.check(key, '1')).toEqual([]);
    expect(rules.isReadOnly(key)).toBe(false);
  }
  expect(rules.check('__proto__', '1')).toHaveLength(1);
});

it('reports some of a million problems', () => {
  const json = `[${'1,'.repeat(999_999)}1]`;
  expect(problems('{"items":{"type":"string"}}', json).length).toBe(20);
});

it('is done in time with numbers and lists of any size', () => {
  const digits = '9'.repeat(1_000_000);
  const wide = `[${Array.from({ length: 100_000 }, (_, index) => `{"n":${index}}`).join(',')}]`;
  const start = performance.now();
  expect(problems('{"multipleOf":0.07}', digits)).toHaveLength(1);
  expect(problems('{"minimum":1e999999999999}', '1e1000000000000')).toEqual([]);
  expect(problems('{"multipleOf":3}', '3e999999999999')).toEqual([]);
  expect(problems('{"uniqueItems":true}', wide)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(10_000);
});

it('never throws, whatever the value', () => {
  const rules = compileRules(
    ofOneAttribute(
      '{"format":"date","pattern":"^.$","uniqueItems":true,"required":["x"],"multipleOf":0.3,"minLength":1,"not":{"enum":[{},[],""]},"additionalProperties":{"format":"uri"},"items":{"format":"email"}}',
    ),
  );
  const values = fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  );
  fc.assert(
    fc.property(values, (json) => {
      expect(rules.check('a', json)).toBeInstanceOf(Array);
    }),
  );
});

it('has the same canonical text for equal values alone', () => {
  const numbers = fc.constantFrom(
    '0',
    '-0',
    '1',
    '1.0',
    '10e-1',
    '100',
    '1e2',
    '1E+02',
    '12345678901234567890',
    '12345678901234567891',
  );
  const { json } = fc.letrec<{ json: string }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 3 },
      numbers,
      fc.constantFrom('"a"', '"\\u0061"', '"1"', 'null', 'true', '"\\ud800"'),
      fc.array(tie('json'), { maxLength: 3 }).map((list) => `[${list.join(' , ')}]`),
      fc
        .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', '__proto__', '1'), tie('json')), {
          selector: ([key]) => key,
          maxLength: 3,
        })
        .map((list) => `{${list.map(([key, value]) => `"${key}":${value}`).join(',')}}`),
    ),
  }));
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(canonicalJson(a) === canonicalJson(b)).toBe(equalJson(a, b));
    }),
    { numRuns: 1_000 },
  );
});
