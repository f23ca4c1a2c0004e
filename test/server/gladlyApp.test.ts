import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createWorld, type WorldOptions } from '#src/dev/createWorld.ts';
import { createGladlyApp } from '#src/server/gladlyApp/createGladlyApp.ts';
import { panel } from './panel.ts';

const secret = 'a-secret-that-nobody-else-has-0123456789';
const nextSecret = 'the-one-that-comes-after-it-0123456789';
const config = { secrets: [secret, nextSecret], mayWrite: true };
const gladlyApp = createGladlyApp(config);

const attributeSchema = JSON.stringify({
  type: 'object',
  'x-groups': ['Loyalty'],
  required: ['tier'],
  properties: {
    manager: { title: 'Manager', type: 'string', maxLength: 20, 'x-glance': true },
    tier: {
      $ref: '#/$defs/tier',
      description: 'Decides on discounts.',
      'x-group': 'Loyalty',
      'x-glance': true,
    },
    points: {
      title: 'Points',
      type: 'integer',
      minimum: 0,
      'x-unit': 'points',
      'x-owned-by-lookup': 'Loyalty system',
      'x-glance': true,
    },
    vip: { title: 'VIP', type: 'boolean', 'x-glance': true },
    spent: {
      title: 'Spent',
      type: 'string',
      'x-currency': 'GBP',
      readOnly: true,
      'x-glance': true,
    },
    tags: { title: 'Tags', type: 'array', items: { type: 'string' }, 'x-glance': true },
    notes: { title: 'Notes', type: 'string', 'x-multiline': true, 'x-glance': true },
    secretNote: { title: 'Not at a glance', type: 'string' },
  },
  $defs: {
    tier: {
      title: 'Membership',
      oneOf: [
        { const: 'G', title: 'Gold: 10 % off' },
        { const: 'S', title: 'Silver: 5 % off' },
      ],
    },
  },
});

const maya = `{"id":"maya","name":"Maya Lindqvist",
  "emails":[{"original":"maya@example.com"}],"phones":[{"original":"+44 7700 900123","type":"HOME"}],
  "customAttributes":{"secretNote":"kept here","tier":"G","points":12345678901234567890,"vip":true,
  "spent":"86.40","tags":["a","b"],"manager":"Jo","other":"x"},
  "createdAt":"2024-01-01T00:00:00Z","updatedAt":"2024-02-03T04:05:06.123456789Z"}`;

const summaryAt = '/gladly/v1/profile-summary';
const formAt = '/gladly/v1/profile-form';
const changesAt = '/gladly/v1/attribute-changes';

function app(options: WorldOptions = {}, profiles: readonly string[] = [maya]) {
  const publicOrigin = 'https://panel.example.com';
  const world = panel({ attributeSchema, gladlyApp, publicOrigin, ...options }, profiles);
  const shown = { Authorization: `Bearer ${secret}` };
  const get = (path: string, headers: Record<string, string> = shown) =>
    world.ask('GET', path, { headers });
  const post = (body: string, headers: Record<string, string> = {}) =>
    world.ask('POST', changesAt, {
      headers: { ...shown, 'Content-Type': 'application/json', ...headers },
      body,
    });
  const change = async (basis: string, entries: Record<string, unknown>) => {
    const response = await post(JSON.stringify({ basis, entries: JSON.stringify(entries) }));
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
    return (await response.json()) as { saved: boolean; detail: string; errors: unknown[] };
  };
  return {
    ...world,
    get,
    post,
    change,
    summary: async (id = 'maya') =>
      (await (await get(`${summaryAt}?customerId=${id}`)).json()) as Record<string, unknown>,
    form: async (id = 'maya') =>
      (await (await get(`${formAt}?customerId=${id}`)).json()) as {
        basis: string;
        fields: Record<string, unknown>[];
        leftOut: number;
        mayWrite: boolean;
      },
    attributes: () => Object.fromEntries(world.control.attributes('maya')),
  };
}

async function expectProblem(response: Response, status: number, code: string) {
  const text = await response.text();
  expect([response.status, response.headers.get('Content-Type'), JSON.parse(text)]).toEqual([
    status,
    'application/problem+json',
    expect.objectContaining({ status, code }),
  ]);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(text).not.toContain(secret);
}

it('answers what the card shows, and nothing else of the customer', async () => {
  const { get } = app();
  const response = await get(`${summaryAt}?customerId=maya`);
  expect(response.headers.get('Content-Type')).toBe('application/json');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await response.json()).toEqual({
    id: 'maya',
    reach: 'Email, Voice, no SMS',
    facts: [
      { label: 'Membership', value: 'Gold: 10 % off' },
      { label: 'Manager', value: 'Jo' },
      { label: 'Points', value: '12345678901234567890 points' },
      { label: 'VIP', value: 'Yes' },
      { label: 'Spent', value: '86.40 GBP' },
      { label: 'Tags', value: 'a, b' },
    ],
    toCheck: 0,
    changedAt: '2024-02-03T04:05:06.123456789Z',
    readAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    profileUrl: 'https://panel.example.com/?customer=maya',
  });
});

it('says that a customer has nothing at all', async () => {
  const { summary } = app({}, ['{"id":"_-1"}']);
  expect(await summary('_-1')).toMatchObject({
    reach: 'No contact point',
    facts: [],
    toCheck: 0,
    changedAt: null,
    profileUrl: 'https://panel.example.com/?customer=_-1',
  });
});

it('counts values that break a rule, and parts that could not be read', async () => {
  const broken =
    '{"id":"maya","emails":[{"original":"a@b.co"}],"customAttributes":{"tier":"X","points":-1,"vip":"?","free":{}}}';
  const { summary, between } = app({}, [broken]);
  expect(await summary()).toMatchObject({ toCheck: 3 });
  between(async () => new Response(broken.replace('[{"original":"a@b.co"}]', '7')));
  expect(await summary()).toMatchObject({ toCheck: 4, reach: 'No contact point' });
});

it.each([
  ['2024-02-03T04:05:06Z', '2024-02-03T04:05:06Z'],
  ['2024-02-03T04:05:06+02:00', '2024-02-03T04:05:06+02:00'],
  ['2024-02-03 04:05:06Z', null],
  ['2024-02-30T04:05:06Z', null],
  ['2016-12-31T23:59:60Z', null],
  ['yesterday', null],
])(
  'passes a moment on only as every reader of ISO 8601 takes it: %s',
  async (updatedAt, changedAt) => {
    const { summary, between } = app();
    between(async () => new Response(JSON.stringify({ id: 'maya', updatedAt })));
    expect(await summary()).toMatchObject({ changedAt });
  },
);

it('puts a value of any form into one line that cannot turn the text behind it', async () => {
  const manager = `  "Jo"\n{{fail}}\t</Text>\u202eoJ\u0000 ${'x'.repeat(90)}`;
  const profile = JSON.stringify({ id: 'maya', customAttributes: { manager } });
  const { summary } = app({}, [profile]);
  const { facts } = await summary();
  const value = `"Jo" {{fail}} </Text> oJ ${'x'.repeat(90)}`.slice(0, 79) + '…';
  expect(facts).toEqual([{ label: 'Manager', value }]);
});

it('encodes whatever Gladly calls the customer', async () => {
  const { summary, between } = app();
  between(async () => new Response('{"id":"a b&customer=c#é"}'));
  const { profileUrl } = await summary();
  expect(profileUrl).toBe('https://panel.example.com/?customer=a%20b%26customer%3Dc%23%C3%A9');
});

it('follows a merge, and a chain of them, and answers with the survivor', async () => {
  const { summary, control } = app({}, [maya, '{"id":"old"}', '{"id":"older"}']);
  control.merge('older', 'old');
  control.merge('old', 'maya');
  for (const id of ['old', 'older'])
    expect(await summary(id)).toMatchObject({
      id: 'maya',
      profileUrl: 'https://panel.example.com/?customer=maya',
    });
});

it('gives up on merges in a circle', async () => {
  const { get, between } = app();
  const moved = '{"errors":[{"code":"moved","detail":"","meta":{"old":"maya","new":"maya2"}}]}';
  let asked = 0;
  between(async () => {
    asked += 1;
    return new Response(moved, { status: 301 });
  });
  await expectProblem(await get(`${summaryAt}?customerId=maya`), 409, 'moved');
  expect(asked).toBe(6);
});

it.each([
  {},
  { Authorization: '' },
  { Authorization: 'Bearer' },
  { Authorization: 'Bearer ' },
  { Authorization: secret },
  { Authorization: `Basic ${secret}` },
  { Authorization: `Bearer ${secret}x` },
  { Authorization: `Bearer ${secret.slice(1)}` },
  { Authorization: `Bearer ${secret.toUpperCase()}` },
  { Authorization: `Bearer ${secret},${nextSecret}` },
  { Authorization: `Bearer ${secret} ${nextSecret}` },
])('tells nobody anything without a secret: %o', async (headers) => {
  const { get, ask, control } = app();
  for (const path of [summaryAt, `${summaryAt}?customerId=maya`, formAt, '/gladly/v2/x']) {
    const response = await get(path, headers);
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
    await expectProblem(response, 401, 'unauthenticated');
  }
  await expectProblem(await ask('POST', changesAt, { headers }), 401, 'unauthenticated');
  expect(control.requests).toEqual([]);
});

it('takes both secrets while one replaces the other', async () => {
  const { get } = app();
  for (const each of [secret, nextSecret])
    for (const scheme of ['Bearer', 'bearer']) {
      const headers = { Authorization: `${scheme} ${each}` };
      expect((await get(`${summaryAt}?customerId=maya`, headers)).status).toBe(200);
    }
});

it('is not there unless it is turned on', async () => {
  const { ask } = panel({ attributeSchema });
  const response = await ask('GET', `${summaryAt}?customerId=maya`, {
    headers: { Authorization: `Bearer ${secret}` },
  });
  expect(response.status).toBe(404);
});

it.each([
  ['', 400],
  ['?', 400],
  ['?customerid=maya', 400],
  ['?customerId=maya&customerId=noor', 400],
  ['?customerId=maya&expand=all', 400],
  ['?customerId=', 404],
  ['?customerId=%2e%2e', 404],
  ['?customerId=a%2Fb', 404],
  ['?customerId=maya%0d%0aX:1', 404],
  [`?customerId=${'x'.repeat(50)}`, 404],
])('refuses %s without asking Gladly', async (query, status) => {
  const { get, control } = app();
  for (const path of [summaryAt, formAt])
    await expectProblem(
      await get(path + query),
      status,
      status === 400 ? 'bad_request' : 'not_found',
    );
  expect(control.requests).toEqual([]);
});

it('says with a problem what went wrong, and logs no id', async () => {
  const { get, ask, control, log } = app();
  await expectProblem(await get(`${summaryAt}?customerId=nobody`), 404, 'not_found');
  control.failNext({ kind: 'status', status: 500, times: 3 });
  await expectProblem(await get(`${summaryAt}?customerId=maya`), 503, 'upstream_unavailable');
  const headers = { Authorization: `Bearer ${secret}` };
  for (const [method, path] of [
    ['POST', summaryAt],
    ['DELETE', formAt],
    ['GET', changesAt],
  ] as const)
    await expectProblem(await ask(method, path, { headers }), 405, 'bad_request');
  const written = JSON.stringify(log);
  expect(written).toContain(summaryAt);
  for (const hidden of ['nobody', 'maya', secret]) expect(written).not.toContain(hidden);
});

it('offers what can be changed in a line or a choice, with what is there now', async () => {
  const { form } = app();
  const { fields, leftOut, mayWrite } = await form();
  expect(mayWrite).toBe(true);
  expect(fields).toEqual([
    {
      attr: 'field1',
      label: 'Membership',
      hint: 'Now: Gold: 10 % off. Decides on discounts.',
      value: '"G"',
      options: [
        { text: 'Gold: 10 % off', value: '"G"' },
        { text: 'Silver: 5 % off', value: '"S"' },
      ],
    },
    { attr: 'field2', label: 'Manager', hint: 'Now: Jo.', value: 'Jo', options: [] },
    {
      attr: 'field3',
      label: 'Points',
      hint: 'Now: 12345678901234567890 points. The next lookup of Loyalty system overwrites it.',
      value: '12345678901234567890',
      options: [],
    },
    {
      attr: 'field4',
      label: 'VIP',
      hint: 'Now: Yes.',
      value: 'true',
      options: [
        { text: 'Yes', value: 'true' },
        { text: 'No', value: 'false' },
      ],
    },
  ]);
  // The list and the text of several lines; what is read-only is no promise that the panel could keep.
  expect(leftOut).toBe(2);
});

it.each([
  ['longer than it can show', JSON.stringify('x'.repeat(81))],
  ['of several lines', '"a\\nb"'],
  ['with white space that would be lost', '" a"'],
  ['of another kind', '7'],
  ['of another kind', '{"a":1}'],
])('leaves a value %s to the panel: %s', async (_, value) => {
  const { form } = app({}, [`{"id":"maya","customAttributes":{"manager":${value}}}`]);
  const { fields, leftOut } = await form();
  expect(fields.map(({ label }) => label)).toEqual(['Membership', 'Points', 'VIP']);
  expect(leftOut).toBe(3);
});

it('saves what was entered, exactly, and nothing else', async () => {
  const { form, change, attributes } = app();
  const before = attributes();
  const { basis } = await form();
  const report = await change(basis, {
    field1: '"S"',
    field2: 'Søren "S" <b>',
    field3: '12345678901234567891',
    field4: 'true',
  });
  expect(report).toEqual({
    saved: true,
    detail:
      'Membership: Gold: 10 % off → Silver: 5 % off; Manager: Jo → Søren "S" <b>; ' +
      'Points: 12345678901234567890 points → 12345678901234567891 points',
    errors: [],
  });
  expect(attributes()).toEqual({
    ...before,
    tier: '"S"',
    manager: JSON.stringify('Søren "S" <b>'),
    points: '12345678901234567891',
  });
});

it('sets what was not there, and leaves an empty field as it is', async () => {
  const { form, change, attributes } = app({}, ['{"id":"maya","customAttributes":{"manager":""}}']);
  const { basis, fields } = await form();
  expect(fields.map(({ value, hint }) => [value, hint])).toEqual([
    [null, 'Now: not set. Decides on discounts.'],
    [null, 'Now: not set.'],
    [null, 'Now: not set. The next lookup of Loyalty system overwrites it.'],
    [null, 'Now: not set.'],
  ]);
  const entries = { field1: '', field2: 'Jo', field3: null, field4: 'false' };
  expect(await change(basis, entries)).toMatchObject({
    saved: true,
    detail: 'Manager: not set → Jo; VIP: not set → No',
  });
  expect(attributes()).toEqual({ manager: '"Jo"', vip: 'false' });
});

it('overwrites nothing that the agent was not shown', async () => {
  const { form, change, attributes, save, asked } = app();
  const { basis } = await form();
  await save('maya', '{"key":"manager","from":"Jo","to":"Ann"},{"key":"vip","from":true}');
  const before = [attributes(), asked().filter((method) => method === 'PATCH').length];
  const report = await change(basis, { field1: '"S"', field2: 'Bo', field4: 'false' });
  expect(report).toEqual({
    saved: false,
    detail: expect.stringContaining('Nothing was saved'),
    errors: [
      { attr: 'field2', detail: 'Manager is now Ann, and was Jo when this form was opened.' },
      { attr: 'field4', detail: 'VIP is now not set, and was Yes when this form was opened.' },
      { attr: 'basis', detail: report.detail },
    ],
  });
  expect([attributes(), asked().filter((method) => method === 'PATCH').length]).toEqual(before);
});

it('waits for a save of the panel, and then compares', async () => {
  const { form, change, save, attributes } = app();
  const { basis } = await form();
  const [, report] = await Promise.all([
    save('maya', '{"key":"manager","from":"Jo","to":"Ann"}'),
    change(basis, { field2: 'Bo' }),
  ]);
  expect(report).toMatchObject({ saved: false });
  expect(attributes()).toMatchObject({ manager: '"Ann"' });
});

it('names every field that breaks a rule, and writes nothing', async () => {
  const { form, change, writes } = app();
  const { basis } = await form();
  const report = await change(basis, {
    field1: '"P"',
    field2: 'x'.repeat(21),
    field3: '1,5',
    field4: 'false',
  });
  expect(report.errors).toEqual([
    { attr: 'field1', detail: 'This is not in the list.' },
    { attr: 'field3', detail: expect.stringContaining('Write a number') },
    { attr: 'field2', detail: expect.stringContaining('20 characters') },
    { attr: 'basis', detail: expect.stringContaining('Nothing was saved') },
  ]);
  expect((await change(basis, { field3: '-1' })).errors).toHaveLength(2);
  expect(writes).toEqual([]);
});

it('says when nothing was changed', async () => {
  const { form, change, writes, control } = app();
  const { basis } = await form();
  const asked = control.requests.length;
  for (const entries of [{}, { field2: 'Jo', field1: '"G"', field3: '12345678901234567890.0' }])
    expect(await change(basis, entries)).toMatchObject({
      saved: false,
      errors: [{ attr: 'basis', detail: 'Nothing was saved: every field is as it was.' }],
    });
  expect([writes.length, control.requests.length]).toEqual([0, asked]);
});

it('saves nothing on a profile that was merged since', async () => {
  const { form, change, control, writes } = app({}, [maya, '{"id":"noor"}']);
  const { basis } = await form();
  control.merge('maya', 'noor');
  expect(await change(basis, { field2: 'Bo' })).toMatchObject({
    saved: false,
    errors: [{ attr: 'basis', detail: expect.stringContaining('merged') }],
  });
  expect(writes).toEqual([]);
});

it('does not say saved where nobody knows, nor where Gladly made something else of it', async () => {
  const { form, change, control, between } = app();
  const { basis } = await form();
  control.failNext({ kind: 'status', status: 400, method: 'PATCH' });
  expect(await change(basis, { field2: 'Bo' })).toMatchObject({
    errors: [{ attr: 'basis', detail: 'Gladly refused this change. Nothing was saved.' }],
  });
  between(async (request, pass) => {
    const body = request.method === 'PATCH' ? await request.text() : undefined;
    return pass(
      body === undefined
        ? request
        : new Request(request, {
            method: 'PATCH',
            body: body.replace('Bo', 'BO').replace('"S"', '"G"'),
          }),
    );
  });
  expect(await change(basis, { field1: '"S"', field2: 'Bo', field4: 'false' })).toEqual({
    saved: false,
    detail: 'Not everything was saved as it was typed. Saved: VIP: Yes → No.',
    errors: [
      { attr: 'field1', detail: 'Gladly made Gold: 10 % off of Membership.' },
      { attr: 'field2', detail: 'Gladly made BO of Manager.' },
      { attr: 'basis', detail: expect.stringContaining('Saved: VIP') },
    ],
  });
});

it('does not say what became of a change when it cannot look', async () => {
  const { form, change, between } = app();
  const { basis } = await form();
  let written = false;
  between(async (request, pass) => {
    if (written) return new Response('', { status: 500 });
    written = request.method === 'PATCH';
    return pass(request);
  });
  expect(await change(basis, { field2: 'Bo' })).toMatchObject({
    saved: false,
    detail: expect.stringContaining('could not be asked whether it arrived'),
  });
});

it.each<[name: string, change: (basis: string) => string]>([
  ['nothing', () => ''],
  ['another text', () => 'abc.def'],
  ['another signature', (basis) => basis.slice(0, -4) + 'AAAA'],
  ['another content', (basis) => `x${basis}`],
  ['no signature', (basis) => basis.split('.')[0] ?? ''],
  ['more behind it', (basis) => `${basis}.x`],
  [
    'another customer',
    (basis) => {
      const [payload = '', signature] = basis.split('.');
      const content = Buffer.from(payload, 'base64url').toString().replace('maya', 'noor');
      return `${Buffer.from(content).toString('base64url')}.${signature}`;
    },
  ],
])('takes no basis that it did not write: %s', async (_, changed) => {
  const { form, change, control, writes } = app({}, [maya, '{"id":"noor"}']);
  const { basis } = await form();
  const asked = control.requests.length;
  expect(await change(changed(basis), { field2: 'Bo' })).toMatchObject({
    saved: false,
    errors: [{ attr: 'basis', detail: expect.stringContaining('out of date') }],
  });
  expect([writes.length, control.requests.length]).toEqual([0, asked]);
});

it('takes the basis of a form that was open while the secret was replaced, and none of an unknown one', async () => {
  const opened = await app().form();
  const later = app({ gladlyApp: createGladlyApp({ ...config, secrets: [nextSecret, secret] }) });
  expect(await later.change(opened.basis, { field2: 'Bo' })).toMatchObject({ saved: true });
  const others = app({
    gladlyApp: createGladlyApp({ ...config, secrets: [secret.replace('a', 'b'), secret] }),
  });
  const foreign = await others.form();
  expect(await later.change(foreign.basis, { field2: 'Bo' })).toMatchObject({ saved: false });
});

it('takes no field that the form did not have', async () => {
  const { form, change, writes } = app();
  const { basis } = await form();
  for (const attr of ['field9', 'secretNote', 'constructor', 'basis'])
    expect(await change(basis, { [attr]: 'x' })).toMatchObject({ saved: false });
  expect(writes).toEqual([]);
});

it('takes no attribute that became read-only or lost its mark while the form was open', async () => {
  const { basis } = await app().form();
  for (const now of ['{"x-glance":true,"readOnly":true}', '{}']) {
    const schema = `{"type":"object","properties":{"manager":${now}}}`;
    const { change, writes } = app({ attributeSchema: schema });
    expect(await change(basis, { field2: 'Bo' })).toMatchObject({ saved: false });
    expect(writes).toEqual([]);
  }
});

it('changes nothing where that is not turned on', async () => {
  const { form, post, writes } = app({
    gladlyApp: createGladlyApp({ ...config, mayWrite: false }),
  });
  const { basis, fields, mayWrite } = await form();
  expect([fields, mayWrite]).toEqual([[], false]);
  await expectProblem(await post(JSON.stringify({ basis, entries: '{}' })), 403, 'forbidden');
  const open = await app().form();
  await expectProblem(
    await post(JSON.stringify({ basis: open.basis, entries: '{"field2":"Bo"}' })),
    403,
    'forbidden',
  );
  expect(writes).toEqual([]);
});

it.each([
  ['', 400],
  ['[]', 400],
  ['{"basis":"x"}', 400],
  ['{"basis":"x","basis":"y","entries":"{}"}', 400],
  ['{"basis":"x","entries":{}}', 400],
  ['{"basis":"x","entries":"{}","more":1}', 400],
])('refuses the body %s', async (body, status) => {
  const { post, control } = app();
  await expectProblem(await post(body), status, 'bad_request');
  expect(control.requests).toEqual([]);
});

it('refuses entries that are no texts, other content types and large bodies', async () => {
  const { form, post, writes } = app();
  const { basis } = await form();
  for (const entries of [
    '',
    '[]',
    '{"field3":12345678901234567891}',
    '{"field2":"a","field2":"b"}',
  ])
    await expectProblem(await post(JSON.stringify({ basis, entries })), 400, 'bad_request');
  await expectProblem(await post('{}', { 'Content-Type': 'text/plain' }), 415, 'bad_request');
  const large = JSON.stringify({ basis, entries: ' '.repeat(65_536) });
  await expectProblem(await post(large), 413, 'too_large');
  expect(writes).toEqual([]);
});

it('shows the demo’s customer at a glance', async () => {
  const example = new URL('../../examples/shop-attributes.schema.json', import.meta.url);
  const { server } = createWorld({ attributeSchema: readFileSync(example, 'utf8'), gladlyApp });
  const response = await server.request(`${summaryAt}?customerId=maya-lindqvist-0001`, {
    headers: { Authorization: `Bearer ${secret}` },
  });
  expect(await response.json()).toMatchObject({
    facts: [
      { label: 'Membership', value: 'Gold: 10 % off' },
      { label: 'Points', value: '1840 points' },
    ],
    toCheck: 2,
  });
});

it('logs a change as the app’s, by the attribute’s name and without its value', async () => {
  const { form, change, log } = app();
  const { basis, fields } = await form();
  const field = fields.find(({ label }) => label === 'Manager')?.['attr'];
  expect(await change(basis, { [String(field)]: 'Somebody Else' })).toMatchObject({ saved: true });
  expect(log.filter(({ event }) => event === 'save')).toEqual([
    {
      level: 'info',
      event: 'save',
      outcome: 'saved',
      proof: 'gladly-app',
      customer: 'maya',
      keys: ['manager'],
    },
  ]);
  expect(JSON.stringify(log)).not.toContain('Somebody');
});
