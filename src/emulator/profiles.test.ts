import { expect, it } from 'vitest';
import { testClient } from './testClient.ts';

const now = () => new Date('2026-01-02T03:04:05.678Z');
const problemsOf = async (response: Response) => {
  const body = (await response.json()) as {
    errors: { attr?: string; code: string; detail: string }[];
  };
  return [
    response.status,
    ...body.errors.map(({ attr, code, detail }) => `${attr}/${code}: ${detail}`),
  ];
};

it('creates with an empty 201, and answers what the server filled in and nothing that is unset', async () => {
  const { create, get } = testClient({ now });
  const created = await create({
    emails: [{ original: 'Nia <Nia.Cole@Example.com>', primary: false }],
    phones: [
      { original: '650 123 4567' },
      {
        original: '020 7946 0018',
        regionCode: 'GB',
        type: 'HOME',
        extension: '9',
        smsPreference: 'ON',
        primary: true,
      },
      { original: '+81 90 1234 0000' },
    ],
    name: 'Nia Cole',
    externalCustomerIds: { a: 'b' },
    createdAt: 'x',
    channels: [],
  });
  expect([created.status, await created.text()]).toEqual([201, '']);
  const location = created.headers.get('Location') ?? '';
  expect(location).toMatch(/^\/api\/v1\/customer-profiles\/[\w-]{22}$/);
  const id = location.slice(-22);
  expect(await (await get(id)).json()).toEqual({
    name: 'Nia Cole',
    emails: [{ normalized: 'nia.cole@example.com', original: 'Nia.Cole@Example.com' }],
    phones: [
      { normalized: '+16501234567', original: '650 123 4567', regionCode: 'US', type: '' },
      {
        extension: '9',
        normalized: '+442079460018',
        original: '020 7946 0018',
        primary: true,
        regionCode: 'GB',
        smsPreference: 'ON',
        type: 'HOME',
      },
      { normalized: '+819012340000', original: '+81 90 1234 0000', regionCode: 'JP', type: '' },
    ],
    id,
    createdAt: '2026-01-02T03:04:05.678Z',
  });
});

it('takes an id of the client once, when it is URL-safe and short', async () => {
  const { create } = testClient();
  expect((await create({ id: 'a'.repeat(49) })).status).toBe(201);
  expect(await problemsOf(await create({ id: 'a'.repeat(49) }))).toEqual([
    409,
    'id/taken: customer ID exists',
  ]);
  expect((await create({ id: 'merged-away-0007' })).status).toBe(409);
  expect(await problemsOf(await create({ id: 'a'.repeat(50) }))).toEqual([
    400,
    'id/too_long: id must be shorter than 50 characters',
  ]);
  for (const id of ['', 'a/b', '..', 'ä', 7]) {
    expect([id, (await create({ id })).status]).toEqual([id, 400]);
  }
});

it('keeps e-mails and MOBILE numbers unique, and only those', async () => {
  const { create, patch, remove } = testClient();
  const sent = {
    emails: [{ original: 'MAYA@example.org' }],
    phones: [
      { original: '+447700900123', type: 'MOBILE' },
      { original: '(415) 555-0133', type: 'HOME' },
    ],
  };
  const taken = [
    409,
    'emails/taken: maya@example.org is taken',
    'phones/taken: +447700900123 is taken',
  ];
  expect(await problemsOf(await create(sent))).toEqual(taken);
  expect(await problemsOf(await patch('cust-suharto', sent))).toEqual(taken);
  expect((await patch('maya-lindqvist-0001', sent)).status).toBe(204);
  expect((await remove('maya-lindqvist-0001')).status).toBe(204);
  expect((await create(sent)).status).toBe(201);
});

it('names every problem of a body', async () => {
  const { patch, control } = testClient();
  const before = control.profileText('cust-suharto');
  const response = await patch('cust-suharto', {
    name: null,
    image: 1,
    emails: [
      {},
      { original: 'nobody' },
      'x',
      { original: 'a@b.co', primary: true },
      { original: 'c@d.co', primary: true },
    ],
    phones: [
      { original: 5 },
      { original: '12' },
      {
        original: '+442079460018',
        type: 'FAX',
        smsPreference: 'MAYBE',
        extension: 4,
        primary: 'yes',
      },
      { original: '1', regionCode: 'XX' },
      { original: '1', regionCode: 1 },
    ],
    customAttributes: [],
    externalCustomerId: {},
  });
  expect(await problemsOf(response)).toEqual([
    400,
    'name/invalid: name must be a string',
    'image/invalid: image must be a string',
    'emails/blank: emails[0].original must be present',
    'emails/invalid: emails[1]: invalid email address',
    'emails/invalid: emails[2] must be an object',
    'emails/invalid: only one of emails may be primary',
    'phones/invalid: phones[0].original must be a string',
    'phones/invalid: phones[1]: invalid phone number',
    'phones/invalid: phones[2].primary must be true or false',
    'phones/invalid: phones[2].extension must be a string',
    'phones/invalid: phones[2].type must be HOME, MOBILE or OFFICE',
    'phones/invalid: phones[2].smsPreference must be ON, OFF or FORBIDDEN',
    'phones/invalid: phones[3]: invalid phone number',
    'phones/invalid: phones[4].regionCode must be a string',
    'customAttributes/invalid: customAttributes must be an object',
    'externalCustomerId/invalid: externalCustomerId must be a string',
  ]);
  expect(control.profileText('cust-suharto')).toBe(before);
  expect(await problemsOf(await patch('cust-suharto', { emails: {} }))).toEqual([
    400,
    'emails/invalid: emails must be an array',
  ]);
});

it('refuses bodies that are no JSON object, too deep, ambiguous or no UTF-8', async () => {
  const { patch } = testClient();
  const nested = (levels: number) =>
    `{"customAttributes":${'{"a":'.repeat(levels - 1)}1${'}'.repeat(levels)}`;
  for (const body of [
    '',
    '{',
    '[]',
    '"x"',
    '{"name":"a",}',
    "{'name':1}",
    '\ufeff{}',
    '{"a":1,"\\u0061":2}',
    '{"customAttributes":{"a":[{"b":1,"b":1}]}}',
    nested(513),
    '['.repeat(200_000) + ']'.repeat(200_000),
    new Blob([new Uint8Array([0x22, 0xff, 0x22])]),
  ]) {
    const response = await patch('cust-suharto', body);
    const answer = Object.keys((await response.json()) as object);
    expect([body, response.status, answer]).toEqual([body, 400, ['errors']]);
  }
  expect((await patch('cust-suharto', nested(512))).status).toBe(204);
});

it('updates what is sent, replaces lists whole, and ignores what only the server sets', async () => {
  const { patch, get } = testClient({ now });
  const response = await patch('XRJvp8lSS5aD2RucjY5zkw', {
    id: 'other',
    createdAt: 'x',
    updatedAt: 'x',
    externalCustomerIds: {},
    phones: [{ original: '650 123 4571', normalized: '+1', type: '' }],
  });
  expect([response.status, await response.text()]).toEqual([204, '']);
  expect(await (await get('XRJvp8lSS5aD2RucjY5zkw')).json()).toEqual({
    address: 'Address 1, CA, 12345',
    customAttributes: { attr1: 'hello', attr3: 'world' },
    emails: [{ normalized: 'person1@person.com', original: 'person1@person.com' }],
    name: "Person 1's New Name",
    phones: [{ normalized: '+16501234571', original: '650 123 4571', regionCode: 'US', type: '' }],
    id: 'XRJvp8lSS5aD2RucjY5zkw',
    createdAt: '2021-09-28T21:10:10.262Z',
    updatedAt: '2026-01-02T03:04:05.678Z',
  });
});

it.each([
  ['replace', '{"10":null,"attr3":{"x":1.0}}'],
  ['merge', '{"attr1":"hello","attr3":{"x":1.0},"10":null}'],
] as const)('PATCH of customAttributes: %s', async (customAttributes, expected) => {
  const { patch, get } = testClient({ customAttributes });
  await patch('XRJvp8lSS5aD2RucjY5zkw', '{"customAttributes":{"10":null,"attr3":{"x":1.0}}}');
  expect(await (await get('XRJvp8lSS5aD2RucjY5zkw')).text()).toContain(
    `"customAttributes":${expected}`,
  );
});

it('merges into attributes that are missing or broken', async () => {
  const { patch, control } = testClient({ customAttributes: 'merge' });
  control.setField('cust-suharto', 'customAttributes', '"broken"');
  for (const id of ['cust-suharto', 'only-an-id-0002']) {
    expect((await patch(id, '{"customAttributes":{"a":1}}')).status).toBe(204);
    expect(control.attributes(id)).toEqual([['a', '1']]);
  }
});

it('refuses null and nested attribute values when only scalars are allowed', async () => {
  const { patch, create } = testClient({ attributeValues: 'scalars' });
  const customAttributes = { a: null, b: [], c: {}, d: '', e: 0, f: false };
  const refused = ['a', 'b', 'c'].map(
    (key) =>
      `customAttributes/invalid: customAttributes["${key}"] must be a string, number or boolean`,
  );
  expect(await problemsOf(await patch('cust-suharto', { customAttributes }))).toEqual([
    400,
    ...refused,
  ]);
  expect(await problemsOf(await create({ customAttributes }))).toEqual([400, ...refused]);
  expect((await create({ customAttributes: { d: '', e: 0, f: false } })).status).toBe(201);
});

it('answers 404 for unknown ids, with errors as a list or, on request, as one object', async () => {
  const error = { code: 'not_exist', detail: 'customer profile [no-one] does not exist' };
  const { get, patch, remove } = testClient();
  for (const response of [await get('no-one'), await patch('no-one', {}), await remove('no-one')]) {
    expect([response.status, await response.json()]).toEqual([404, { errors: [error] }]);
  }
  const object = testClient({ errorsAs: 'object' });
  expect(await (await object.get('no-one')).json()).toEqual({ errors: error });
});

it('answers 301 for a merged id, without Location unless asked, and does not write through it', async () => {
  const { get, patch, remove } = testClient();
  const response = await get('merged-away-0007');
  expect([response.status, response.headers.get('Location'), await response.json()]).toEqual([
    301,
    null,
    {
      errors: [
        {
          attr: 'customerId',
          code: 'moved',
          detail: 'customer id has changed',
          meta: { old: 'merged-away-0007', new: 'maya-lindqvist-0001' },
        },
      ],
    },
  ]);
  expect((await patch('merged-away-0007', {})).status).toBe(404);
  expect((await remove('merged-away-0007')).status).toBe(404);
  const located = await testClient({ movedLocation: true }).get('merged-away-0007');
  expect(located.headers.get('Location')).toBe('/api/v1/customer-profiles/maya-lindqvist-0001');
});

it('deletes unless a conversation is open', async () => {
  const { control, remove, get } = testClient({ errorsAs: 'object' });
  control.openConversation('cust-suharto');
  const refused = await remove('cust-suharto');
  expect([refused.status, await refused.json()]).toEqual([
    400,
    {
      errors: {
        attr: 'conversation',
        code: 'invalid_state',
        detail: 'customer has conversations that are not closed',
      },
    },
  ]);
  expect((await remove('cust-priya-raman')).status).toBe(204);
  expect((await get('cust-priya-raman')).status).toBe(404);
});

it('finds by one normalized value, the latest change first', async () => {
  const { find } = testClient();
  const ids = async (query: string) => {
    const found = (await (await find(query)).json()) as { id: string }[];
    return found.map(({ id }) => id);
  };
  expect(await ids('email=MAYA.lindqvist%40example.com')).toEqual(['maya-lindqvist-0001']);
  expect(await ids('email=m.lindqvist%2Borders@example.com')).toEqual(['maya-lindqvist-0001']);
  expect(await ids('phoneNumber=%2B14155550133')).toEqual([
    'shared-line-0010b',
    'shared-line-0010a',
  ]);
  expect(await ids('phoneNumber=14155550133')).toHaveLength(2);
  expect(await ids('phoneNumber=%2B447700900456')).toEqual(['broken-0009']);
  expect(await ids('externalCustomerId=shop-100482')).toEqual(['maya-lindqvist-0001']);
  expect(await ids('email=bruno@example.com')).toEqual([]);
});

it('refuses to find by nothing, by several, by other or by wrong values', async () => {
  const { find } = testClient();
  const exactly =
    'undefined/invalid: exactly one of email, phoneNumber, externalCustomerId must be present';
  for (const query of [
    '',
    'name=Maya',
    'email=a@b.co&email=a@b.co',
    'email=a@b.co&phoneNumber=%2B14155550133',
  ]) {
    expect(await problemsOf(await find(query))).toEqual([400, exactly]);
  }
  expect(await (await find('email=nobody')).json()).toEqual({
    errors: [{ attr: 'email', code: 'invalid', detail: 'invalid email address' }],
  });
  for (const query of [
    'phoneNumber=+14155550133',
    'phoneNumber=',
    'phoneNumber=abc',
    'externalCustomerId=',
  ]) {
    expect([query, (await find(query)).status]).toEqual([query, 400]);
  }
});

it('finds at most 50, and those without updatedAt by createdAt', async () => {
  const profiles = Array.from({ length: 60 }, (_, index) => ({
    id: `p${index}`,
    phones: [{ original: '+14155550133' }],
    createdAt: new Date(Date.UTC(2020, 0, 1 + index)).toISOString(),
  }));
  const { find } = testClient({ profiles: JSON.stringify(profiles) });
  const found = (await (await find('phoneNumber=%2B14155550133')).json()) as { id: string }[];
  expect([found.length, found[0]?.id, found.at(-1)?.id]).toEqual([50, 'p59', 'p10']);
});

it('finds what was written only after the lag of the index', async () => {
  let time = 1_000_000;
  const client = testClient({ indexLagMs: 5000, now: () => new Date(time) });
  const found = async (email: string) =>
    ((await (await client.find(`email=${email}`)).json()) as unknown[]).length;
  await client.create({ id: 'new', emails: [{ original: 'new@example.com' }] });
  expect((await client.get('new')).status).toBe(200);
  expect(await found('new@example.com')).toBe(0);
  time += 5000;
  expect(await found('new@example.com')).toBe(1);
  await client.patch('new', { emails: [{ original: 'newer@example.com' }] });
  time += 4999;
  expect([await found('new@example.com'), await found('newer@example.com')]).toEqual([1, 0]);
  time += 1;
  expect([await found('new@example.com'), await found('newer@example.com')]).toEqual([0, 1]);
});

it('knows externalCustomerId only with an old Lookup Adaptor', async () => {
  const { find, get, patch } = testClient({ legacyLookup: false });
  expect((await patch('cust-suharto', { externalCustomerId: 'x-1' })).status).toBe(204);
  for (const id of ['cust-suharto', 'maya-lindqvist-0001']) {
    expect(await (await get(id)).json()).not.toHaveProperty('externalCustomerId');
  }
  const legacy = testClient();
  await legacy.patch('cust-suharto', { externalCustomerId: 'x-1' });
  expect(await (await legacy.find('externalCustomerId=x-1')).json()).toHaveLength(1);
  expect(await (await find('externalCustomerId=x-1')).json()).toEqual([]);
});
