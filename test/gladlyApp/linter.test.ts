import { expect, it } from 'vitest';
import { lintApp } from './lint/lintApp.ts';
import { fileOf, readApp, type AppFiles } from './readApp.ts';

const ours = readApp();

/** Our app with one file written otherwise, taken away (`undefined`), or added. */
function without(changes: Record<string, string | undefined>): AppFiles {
  const files = new Map(ours);
  for (const [path, text] of Object.entries(changes))
    if (text === undefined) files.delete(path);
    else files.set(path, text);
  return files;
}

/** A file of our app with a passage replaced, which must be there. */
function altered(path: string, from: string, to: string): AppFiles {
  const text = fileOf(ours, path);
  expect(text).toContain(from);
  return without({ [path]: text.replace(from, () => to) });
}

const card = 'ui/templates/customer_profile/flexible.card';
const dataSchema = 'data/data_schema.graphql';
const actionsSchema = 'actions/actions_schema.graphql';
const pull = 'data/pull/profile_summary';
const form = 'ui/forms/change_attributes';

it('passes our app', () => {
  expect(lintApp(ours)).toEqual([]);
});

it.each([
  'manifest.json',
  dataSchema,
  `${pull}/config.json`,
  `${pull}/request_url.gtpl`,
  `${pull}/external_id.gtpl`,
  actionsSchema,
  'actions/profile_form/config.json',
  'actions/profile_form/response_transformation.gtpl',
  'actions/change_attributes/request_body.gtpl',
  card,
  'ui/templates/customer_profile/config.json',
  'ui/templates/customer_profile/_edit_/default.json',
  `${form}/config.json`,
  `${form}/form.gtpl`,
  `${form}/action_result.gtpl`,
])('misses %s', (path) => {
  expect(lintApp(without({ [path]: undefined }))).toContainEqual(
    expect.stringMatching(new RegExp(`^${path}: is (missing|there exactly)`)),
  );
});

it.each([
  ['README.md', 'has no place'],
  ['data/pull/profile_summary/request-url.gtpl', 'has no place'],
  ['ui/templates/customer_profile/card.xml', 'has no place'],
  ['authentication/headers/X Y.gtpl', 'has no place'],
  [`${pull}/_test_/success/expected_request_uri.txt`, 'expects something of request_uri.gtpl'],
  [`${pull}/_test_/expected_request_url.txt`, 'stands outside of a data set'],
  [`${pull}/_test_/success/costumer.json`, 'is named after no attribute'],
  ['authentication/headers/X-Other.gtpl', 'has no test data'],
  ['actions/profile_form/request_body.gtpl', 'is there exactly when the method has a body'],
])('has no use for %s', (path, message) => {
  expect(lintApp(without({ [path]: '{}' }))).toContainEqual(
    expect.stringContaining(`${path}: ${message}`),
  );
});

it.each<[name: string, files: () => AppFiles, message: string]>([
  ['no JSON', () => without({ 'manifest.json': '{' }), 'manifest.json: is not JSON'],
  ['no author', () => altered('manifest.json', '"example.com"', '""'), 'manifest.json: author'],
  ['no version', () => altered('manifest.json', '"1.0.0"', '"1.0"'), 'manifest.json: version'],
  ['another field', () => altered('manifest.json', '{', '{"x":1,'), 'Unrecognized key: "x"'],
  ['another method', () => altered(`${pull}/config.json`, 'GET', 'get'), 'config.json: httpMethod'],
  [
    'a content type without a body',
    () => altered(`${pull}/config.json`, '"GET"', '"GET","contentType":"application/json"'),
    'has a contentType exactly when',
  ],
  [
    'a form without a field’s name',
    () => altered('ui/admin/form.json', '"attr": "secrets.appSecret",', ''),
    'ui/admin/form.json: sections.2',
  ],
  [
    'a setting without a place',
    () => altered('ui/admin/form.json', 'secrets.appSecret', 'appSecret'),
    'neither "configuration." nor "secrets."',
  ],
  [
    'a name twice',
    () => altered('ui/admin/form.json', 'secrets.appSecret', 'configuration.panelOrigin'),
    'has an attr twice',
  ],
  [
    'a button of the admin form',
    () => altered('ui/admin/form.json', '"title"', '"submitButton":"Go","title"'),
    'Unrecognized key: "submitButton"',
  ],
  [
    'an expected form that is none',
    () =>
      altered(`${form}/_test_/success/expected_form.json`, '"type": "select"', '"type": "date"'),
    'expected_form.json: sections.0',
  ],
  [
    'a result that is neither record nor errors',
    () => altered(`${form}/_test_/success/expected_action_result.json`, '"detail"', '"details"'),
    'expected_action_result.json: ',
  ],
])('finds in JSON: %s', (_, files, message) => {
  expect(lintApp(files())).toContainEqual(expect.stringContaining(message));
});

it.each<[name: string, files: () => AppFiles, message: string]>([
  ['no GraphQL', () => altered(dataSchema, 'type Query', 'tpye Query'), 'Syntax Error'],
  [
    'a type before its declaration',
    () => without({ [dataSchema]: `type A { b: B } type B { c: ID } ${fileOf(ours, dataSchema)}` }),
    'A.b uses B before it is declared',
  ],
  ['a type that is not there', () => altered(dataSchema, 'reach: String!', 'reach: Text!'), 'Text'],
  [
    'a union',
    () => altered(dataSchema, 'type Query', 'union U = ProfileFact\ntype Query'),
    'UnionTypeDefinition',
  ],
  [
    'a scalar of its own',
    () => altered(dataSchema, 'type Query', 'scalar DateTime\ntype Query'),
    'ScalarTypeDefinition',
  ],
  [
    'a field twice',
    () => altered(dataSchema, 'reach: String!', 'reach: String!\nreach: Int'),
    'reach',
  ],
  ['an unknown directive', () => altered(dataSchema, '@dataType', '@datatype'), '@datatype'],
  [
    'a directive without its name',
    () => altered(actionsSchema, '@action(name: "profile_form")', '@action'),
    '"name"',
  ],
  [
    'a directive in the wrong place',
    () => altered(dataSchema, 'type ProfileFact {', 'type ProfileFact @parentId(template: "x") {'),
    'may not be used on OBJECT',
  ],
  [
    'another data type',
    () => altered(`${pull}/config.json`, 'customer_profile_summary', 'customer_summary'),
    'no type in data/data_schema.graphql is @dataType(name: "customer_summary")',
  ],
  ['another version', () => altered(dataSchema, '"1.0"', '"1.1"'), 'has version 1.0 of'],
  [
    'a data type that nothing pulls',
    () =>
      altered(
        dataSchema,
        'type ProfileFact {',
        'type ProfileFact @dataType(name: "f", version: "1.0") {',
      ),
    'nothing pulls the data type f',
  ],
  [
    'a dependency that nothing pulls',
    () =>
      altered(`${pull}/config.json`, '"httpMethod"', '"dependsOnDataTypes":["order"],"httpMethod"'),
    'depends on order, which nothing pulls',
  ],
  ['no query', () => altered(dataSchema, 'type Query', 'type Queries'), 'has no type Query'],
  [
    'a mutation of data',
    () => altered(dataSchema, 'type Query', 'type Mutation { a: ID }\ntype Query'),
    'has a Mutation',
  ],
  [
    'a field without an action',
    () => altered(actionsSchema, '@action(name: "profile_form")', ''),
    'profileForm has no @action',
  ],
  [
    'an action that is not there',
    () => altered(actionsSchema, '"profile_form"', '"profile_from"'),
    'has the action profile_from, which is not there',
  ],
  [
    'an action without a field',
    () => altered(actionsSchema, '"profile_form"', '"profile_from"'),
    'no field has the action actions/profile_form',
  ],
  [
    'an action of two fields',
    () => altered(actionsSchema, '"profile_form"', '"change_attributes"'),
    'two fields have the action change_attributes',
  ],
  [
    'an input that the field has not',
    () =>
      altered('actions/profile_form/request_url.gtpl', '.inputs.customerId', '.inputs.customerID'),
    'profileForm has no input customerID',
  ],
  [
    'a card of another type',
    () => altered('ui/templates/customer_profile/config.json', 'ProfileSummary', 'Profile'),
    'there is no type Profile in data',
  ],
  [
    'a form with another action',
    () => altered(`${form}/config.json`, '"changeAttributes"', '"changeAttribute"'),
    'there is no mutation changeAttribute',
  ],
  [
    'a form with other data',
    () => altered(`${form}/config.json`, '"profileForm"', '"profileSummary"'),
    'there is no query profileSummary in actions',
  ],
  [
    'form data without its inputs',
    () => altered(actionsSchema, 'profileForm(customerId: ID!)', 'profileForm'),
    'profileForm has an inputsTemplate exactly when it has inputs',
  ],
])('finds in GraphQL and what names it: %s', (_, files, message) => {
  expect(lintApp(files())).toContainEqual(expect.stringContaining(message));
});

it.each<[from: string, to: string, message: string]>([
  ['</Card>', '', 'is not well-formed XML'],
  ['label="Reach by"', 'label="Reach by" label="x"', 'is not well-formed XML'],
  ['{{ label }}', '{{ label & value }}', 'is not well-formed XML'],
  ['<?Template languageVersion="1.1" ?>', '', 'begins with <?Template'],
  ['languageVersion="1.1"', 'languageVersion="1.0"', 'begins with <?Template'],
  ['<Card title', '<!DOCTYPE Card><Card title', 'DOCTYPE'],
  ['<Link ', '<Button>Save</Button><Link ', 'Button is no element'],
  ['<Link ', '<script src="https://a.example/x.js" /><Link ', 'script is no element'],
  ['<Link ', '<constructor /><Link ', 'constructor is no element'],
  ['<Link ', '<Card title="x" /><Link ', 'Card cannot stand in Card'],
  ['<Link ', '<Fixed /><Link ', 'Fixed cannot stand in Card'],
  ['<Link ', 'Text<Link ', 'Card takes no text'],
  ['<Text fontWeight', '<Text when="label" fontWeight', 'Text has no attribute when'],
  ['<Link ', '<Link onclick="x" ', 'Link has no attribute onclick'],
  ['fontWeight="medium"', 'fontWeight="heavy"', 'is none of light, regular'],
  ['maxLines="2"', 'maxLines="two"', 'is no whole number'],
  ['label="Reach by"', 'label="{{ reach }}"', 'label takes no {{ }}'],
  ['<StringValue dataSource="reach"', '<StringValue', 'StringValue needs dataSource'],
  ['dataSource="reach"', 'dataSource="reaches"', 'dataSource="reaches" is not in the data'],
  ['dataSource="reach"', 'dataSource="reach.length.x"', 'is not in the data'],
  ['dataSource="reach"', 'dataSource="__proto__"', 'is not in the data'],
  ['dataSource="reach"', 'dataSource="toCheck"', 'cannot show "toCheck", which is Int'],
  ['dataSource="reach"', 'dataSource="facts"', 'cannot show "facts", which is [ProfileFact]'],
  [
    '<DateTimeValue dataSource="readAt"',
    '<DateTimeValue dataSource="reach"',
    'cannot show "reach"',
  ],
  ['<NumericValue dataSource="toCheck"', '<NumericValue dataSource="id"', 'cannot show "id"'],
  ['<List dataSource="facts">', '<List dataSource="reach">', '"reach" is no list'],
  ['{{ label }}', '{{ reach }}', '"reach" is not in the data'],
  ['{{ label }}', '{{ __index.x }}', 'is not in the data'],
  ['{{ label }}', '{{ label | escape }}', '"escape" is no filter'],
  ['{{ label }}', '{{ label | }}', 'does not end'],
  ['{{ label }}', '{{ }}', 'does not end'],
  ['{{ label }}', '{{ (label }}', 'bracket without its pair'],
  ['{{ label }}', '{{ label; }}', 'cannot be read from'],
  ['{{ value }}', '{{ value', 'braces without their pair'],
  ['{{ value }}', '{{ value }}}}', 'braces without their pair'],
  ['{{ label }}', '{{ label }', 'cannot be read from'],
  ['toCheck > 0', 'toCheck > 0 AND reach', '"AND" is not in the data'],
  ['toCheck > 0', 'hints > 0', '"hints" is not in the data'],
  ['title="Customer profile"', 'title="{{ name }}"', '"name" is not in the data'],
  ['dataSource="profileUrl" linkText', 'linkText', 'either a dataSource or a linkUrl'],
  [
    'dataSource="profileUrl"',
    'dataSource="profileUrl" linkUrl="https://a.example"',
    'either a dataSource',
  ],
  ['dataSource="profileUrl"', 'linkUrl="https://a.example/{{ id }}"', 'puts data into an address'],
])('finds in a card: %s → %s', (from, to, message) => {
  expect(lintApp(altered(card, from, to))).toContainEqual(
    expect.stringMatching(
      new RegExp(`^${card}: .*${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 's'),
    ),
  );
});

it.each([
  '{{ label | upper }}',
  "{{ value is not null and (value != 'x' or not label) ? value : '' }}",
  '{{ __data.label }} {{ __root.reach }} {{ __parent.facts.length }} {{ __parent.facts[0].value }} {{ __index + 1 }}',
  '{{- [label, value] | join(", ") -}}',
])('knows the card language: %s', (expression) => {
  expect(lintApp(altered(card, '{{ label }}', expression))).toEqual([]);
});

it.each<[name: string, files: () => AppFiles, message: string]>([
  [
    'a function for debugging',
    () =>
      altered(
        `${form}/form.gtpl`,
        '{{- $form := dict -}}',
        '{{ consolePrintln . }}{{- $form := dict -}}',
      ),
    'form.gtpl: calls a function that is for debugging',
  ],
  [
    'a secret that nobody is asked for',
    () => altered('authentication/headers/Authorization.gtpl', '.appSecret', '.apiToken'),
    'reads secrets.apiToken, which the admin form does not ask for',
  ],
  [
    'a setting that nobody is asked for',
    () =>
      without({
        'data/pull/profile_summary/external_id.gtpl': '{{ .integration.configuration.org }}',
      }),
    'reads configuration.org',
  ],
  [
    'a setting that nobody reads',
    () => altered('authentication/headers/Authorization.gtpl', '.appSecret', '.apiToken'),
    'asks for secrets.appSecret, which no template reads',
  ],
])('finds in templates: %s', (_, files, message) => {
  expect(lintApp(files())).toContainEqual(expect.stringContaining(message));
});

const edit = 'ui/templates/customer_profile/_edit_/default.json';

it.each<[path: string, from: string, to: string, message: string]>([
  [edit, '"toCheck": 2', '"toCheck": "2"', 'toCheck: Int cannot represent'],
  [edit, '"toCheck": 2', '"toCheck": 2.5', 'toCheck: Int cannot represent'],
  [edit, '"toCheck": 2', '"toCheck": null', 'toCheck must not be null'],
  [edit, '"toCheck": 2,', '', 'toCheck must not be null'],
  [edit, '"toCheck": 2', '"toCheck": 2, "name": "x"', 'has name, which ProfileSummary has not'],
  [edit, '2026-11-22T09:30:00.000Z', '22 Nov 2026', 'readAt: is no DateTime of ISO 8601'],
  [edit, '"label": "Points"', '"label": 7', 'facts[1].label: String cannot represent'],
  [edit, '"facts": [', '"facts": {}, "x": [', 'facts is no list'],
  [`${pull}/_test_/success/externalData.json`, '"toCheck": 0', '"toCheck": []', '[0].toCheck'],
  [
    'actions/profile_form/_test_/success/expected_response_transformation.json',
    '"mayWrite": true',
    '"mayWrite": "yes"',
    'mayWrite: Boolean cannot represent',
  ],
  [`${form}/_test_/actions.json`, '"leftOut": 1', '"leftOut": {}', 'leftOut'],
  [`${form}/_test_/conflict/action.json`, '"saved": false', '"saved": 0', 'saved'],
])('finds test data that is not of its type: %s %s', (path, from, to, message) => {
  expect(lintApp(altered(path, from, to))).toContainEqual(expect.stringContaining(message));
});
