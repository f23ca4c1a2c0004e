import { expect, it } from 'vitest';
import { compileRules } from './rules.ts';
import { SchemaError } from './SchemaError.ts';
import { ofOneAttribute } from './testDocument.ts';

/** Where a document is wrong, by JSON Pointer. */
function pointers(document: string): string[] {
  try {
    compileRules(document);
    return [];
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return error.problems.map(({ pointer }) => pointer);
  }
}

const inAttribute = (schema: string, more?: string) =>
  pointers(ofOneAttribute(schema, more)).map((pointer) => pointer.replace('/properties/a/', ''));

const unsupported = `
  if then else dependentSchemas dependentRequired unevaluatedItems unevaluatedProperties
  contains minContains patternProperties propertyNames $anchor $dynamicRef $dynamicAnchor
  $vocabulary contentMediaType writeOnly definitions dependencies additionalItems nullable
  x-colour constructor __proto__ $defs $schema $id maxlength
`;

it.each(unsupported.trim().split(/\s+/))('refuses the keyword %s wherever it stands', (keyword) => {
  const schema = (text: string) => text.replaceAll('KEYWORD', keyword);
  expect(inAttribute(schema('{"KEYWORD":{}}'))).toEqual([keyword]);
  expect(
    inAttribute(
      schema('{"items":{"KEYWORD":1},"properties":{"x/y":{"KEYWORD":1}},"anyOf":[{"KEYWORD":1}]}'),
      schema('"$defs":{"n~":{"KEYWORD":true}}'),
    ),
  ).toEqual([
    `/$defs/n~0/${keyword}`,
    `items/${keyword}`,
    `properties/x~1y/${keyword}`,
    `anyOf/0/${keyword}`,
  ]);
});

it.each([
  ['{"type":"text"}', ['type']],
  ['{"type":[]}', ['type']],
  ['{"type":["string","string"]}', ['type']],
  ['{"enum":[]}', ['enum']],
  ['{"enum":[1,1.0]}', ['enum']],
  ['{"enum":"a"}', ['enum']],
  ['{"minLength":"3"}', ['minLength']],
  ['{"minLength":-1}', ['minLength']],
  ['{"maxItems":1.5}', ['maxItems']],
  ['{"minimum":"1"}', ['minimum']],
  ['{"multipleOf":0}', ['multipleOf']],
  ['{"multipleOf":-1}', ['multipleOf']],
  ['{"pattern":"("}', ['pattern']],
  ['{"pattern":"\\\\-"}', ['pattern']],
  ['{"pattern":1}', ['pattern']],
  ['{"format":"ipv4"}', ['format']],
  ['{"format":"constructor"}', ['format']],
  ['{"items":[]}', ['items']],
  ['{"prefixItems":[]}', ['prefixItems']],
  ['{"uniqueItems":"yes"}', ['uniqueItems']],
  ['{"properties":[]}', ['properties']],
  ['{"properties":{"x":1}}', ['properties/x']],
  ['{"required":"x"}', ['required']],
  ['{"required":["x","x"]}', ['required']],
  ['{"additionalProperties":"no"}', ['additionalProperties']],
  ['{"anyOf":[]}', ['anyOf']],
  ['{"not":1}', ['not']],
  ['{"title":1}', ['title']],
  ['{"readOnly":"yes"}', ['readOnly']],
  ['{"examples":"a"}', ['examples']],
  ['{"x-order":"1"}', ['x-order']],
  ['{"x-group":" "}', ['x-group']],
  ['{"x-hidden":1}', ['x-hidden']],
  ['{"x-personal":"yes"}', ['x-personal']],
  ['{"x-glance":"yes"}', ['x-glance']],
  ['{"x-owned-by-lookup":true}', ['x-owned-by-lookup']],
  ['{"x-currency":"€"}', ['x-currency']],
  ['{"x-enum-labels":["A"]}', ['x-enum-labels']],
  ['{"enum":[1,2],"x-enum-labels":["A"]}', ['x-enum-labels']],
  ['{"enum":[1,2],"x-enum-labels":["A",2]}', ['x-enum-labels']],
  ['3', ['/properties/a']],
])('refuses a keyword of the wrong type: %s', (schema, expected) => {
  expect(inAttribute(schema)).toEqual(expected);
});

it.each([
  ['{"minimum":2,"maximum":1}', ['minimum']],
  ['{"minimum":2,"exclusiveMaximum":2.0}', ['minimum']],
  ['{"exclusiveMinimum":1,"maximum":1}', ['exclusiveMinimum']],
  ['{"minimum":12345678901234567891,"maximum":12345678901234567890}', ['minimum']],
  ['{"minimum":1,"maximum":1.0}', []],
  ['{"minLength":2,"maxLength":1}', ['minLength']],
  ['{"minItems":2,"maxItems":1}', ['minItems']],
  ['{"type":"string","default":1}', ['default']],
  ['{"type":"string","const":1}', ['const']],
  ['{"type":"string","enum":["a",1,"b"]}', ['enum/1']],
  ['{"maxLength":1,"oneOf":[{"const":"a"},{"const":"bb"}]}', ['oneOf/1/const']],
  ['{"oneOf":[{"const":1},{"const":1.0}]}', ['oneOf/0/const', 'oneOf/1/const']],
  ['{"format":"date","default":"2024-02-30"}', ['default']],
  ['{"type":"string","maximum":5}', ['maximum']],
  ['{"type":["number","null"],"pattern":"a","items":{}}', ['pattern', 'items']],
  ['{"type":"integer","minimum":0}', []],
])('refuses what contradicts itself: %s', (schema, expected) => {
  expect(inAttribute(schema)).toEqual(expected);
});

it.each([
  ['{"$ref":"https://example.com/x.json"}', ['$ref']],
  ['{"$ref":"#/properties/b"}', ['$ref']],
  ['{"$ref":"#"}', ['$ref']],
  ['{"$ref":"#/$defs/nothing"}', ['$ref']],
  ['{"$ref":1}', ['$ref']],
  ['{"$ref":"#/$defs/loop"}', ['/$defs/loop/items/$ref']],
  ['{"$ref":"#/$defs/ping"}', ['/$defs/pong/$ref']],
  ['{"items":{"$ref":"#/$defs/mine"}}', ['items/$ref']],
  ['{"items":{"readOnly":true}}', ['items/readOnly']],
  ['{"properties":{"x":{"x-order":1}}}', ['properties/x/x-order']],
  ['{"$ref":"#/$defs/mine"}', []],
  ['{"$ref":"#/$defs/usual","minLength":2}', ['$ref']],
  ['{"$ref":"#/$defs/usual","maximum":2}', ['maximum']],
  ['{"$ref":"#/$defs/usual","minLength":2,"default":"ab"}', []],
])('refuses references that it cannot follow: %s', (schema, expected) => {
  const all: Record<string, string> = {
    loop: '{"items":{"$ref":"#/$defs/loop"}}',
    ping: '{"$ref":"#/$defs/pong"}',
    pong: '{"$ref":"#/$defs/ping"}',
    mine: '{"readOnly":true}',
    usual: '{"type":"string","default":"a"}',
  };
  const needed = Object.entries(all).filter(
    ([name]) => schema.includes(`/${name}"`) || (schema.includes('ping') && name === 'pong'),
  );
  const defs = needed.map(([name, text]) => `"${name}":${text}`).join(',');
  expect(inAttribute(schema, `"$defs":{${defs}}`)).toEqual(expected);
});

it.each([
  ['[]', ['']],
  ['true', ['']],
  ['{}', ['', '']],
  ['{"type":"object"}', ['']],
  ['{"type":"array","properties":{}}', ['/type']],
  ['{"type":"object","properties":[]}', ['/properties']],
  ['{"type":"object","properties":{},"$defs":1}', ['/$defs']],
  ['{"type":"object","properties":{},"additionalProperties":false}', ['/additionalProperties']],
  [
    '{"type":"object","properties":{},"additionalProperties":{"type":"string"}}',
    ['/additionalProperties'],
  ],
  ['{"type":"object","properties":{},"additionalProperties":true}', []],
  [
    '{"type":"object","properties":{},"$schema":"http://json-schema.org/draft-07/schema#"}',
    ['/$schema'],
  ],
  [
    '{"type":"object","properties":{},"$schema":"https://json-schema.org/draft/2020-12/schema"}',
    [],
  ],
  [
    '{"type":"object","properties":{},"minProperties":1,"allOf":[],"x-foo":1}',
    ['/minProperties', '/allOf', '/x-foo'],
  ],
  ['{"type":"object","properties":{},"required":["a"]}', ['/required']],
  ['{"type":"object","properties":{"a":{"x-group":"A"}},"x-groups":["B"]}', ['/x-groups']],
  ['{"type":"object","properties":{"a":{"x-group":"A"}},"x-groups":["A","A"]}', ['/x-groups']],
  ['{"type":"object","properties":{"a":{"x-group":"A"},"b":{"x-group":"B"}},"x-groups":["B"]}', []],
])('refuses at the top: %s', (document, expected) => {
  expect(pointers(document)).toEqual(expected);
});

it('names everything that is wrong in one message, with its place', () => {
  const document = ofOneAttribute('{"if":{},"minLength":"3","enum":[]}', '"then":{}');
  expect(() => compileRules(document)).toThrow(
    [
      '/then is not supported at the top of the file.',
      '/properties/a/if is a keyword that is not supported, so it could not be enforced.',
      '/properties/a/minLength must be a whole number, 0 or more.',
      '/properties/a/enum must be a list of at least one value, all of them different.',
    ].join('\n'),
  );
});

it('refuses a document that is no JSON, or says the same key twice', () => {
  expect(() => compileRules('{"type":}')).toThrow('Line 1, column 9');
  expect(() => compileRules(ofOneAttribute('{"type":"string","type":"null"}'))).toThrow(
    'a second time',
  );
});
