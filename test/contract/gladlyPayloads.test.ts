import { expect, it } from 'vitest';
import { testClient } from '#src/emulator/testClient.ts';
import { createGladlyClient } from '#src/gladly/client.ts';
import { GladlyError } from '#src/gladly/GladlyError.ts';
import { toCustomer } from '#src/gladly/toCustomer.ts';

/**
 * What Gladly itself shows of its API: both the emulator, which must answer it, and the client, which
 * must understand it, are held to these texts. Sources: the REST API documentation (Customers, Error
 * Handling), and the output that github.com/gladly/rest-api-examples logs.
 */
const documented = `{"name":"Martha J Williams","image":"https://www.gladly.com/your-image.jpg","address":"563 Rigoberto Station Apt. 197",
 "emails":[{"original":"Martha.Williams@gmail.com","normalized":"martha.williams@gmail.com","primary":false}],
 "phones":[{"original":"7244895501","normalized":"+17244895501","extension":"123","regionCode":"US","primary":false,"smsPreference":"OFF","type":"OFFICE"}],
 "externalCustomerId":"a21c1636-c622-48b7-bf6a-d9032645aa55","customAttributes":{"membershipNumber":"RQ564555333","membershipTier":"gold"},
 "id":"OOrlNMXeS72gs_WEX2TtMg","createdAt":"2019-02-21T07:15:18.07272933Z","updatedAt":"2019-02-21T19:50:23.486566336Z","externalCustomerIds":{"ABC12345":"54321"}}`;

const logged = `{"address":"Address 1, CA, 12345","customAttributes":{"attr1":"hello","attr3":"world"},
 "emails":[{"normalized":"person1@person.com","original":"person1@person.com"}],"name":"Person 1's New Name",
 "phones":[{"normalized":"+16501234567","original":"650 123 4567","regionCode":"US","type":""},{"normalized":"+16501234571","original":"650 123 4571","regionCode":"US","type":""}],
 "id":"XRJvp8lSS5aD2RucjY5zkw","createdAt":"2021-09-28T21:10:10.262Z"}`;

const moved =
  '{"errors":[{"attr":"customerId","code":"moved","detail":"customer id has changed","meta":{"old":"a","new":"b"}}]}';
const notExisting =
  '{"errors":[{"code":"not_exist","detail":"customer profile [a] does not exist"}]}';
const notExistingAlone = notExisting.replace('[{', '{').replace('}]}', '}}');
const idTaken = '{"errors":[{"attr":"id","code":"taken","detail":"customer ID exists"}]}';
const emailInvalid =
  '{"errors":[{"attr":"email","code":"invalid","detail":"invalid email address"}]}';
const missing =
  '{"errors":[{"code":"blank","detail":"one of emailAddress, phoneNumber must be present"}]}';

/** Our client where Gladly answers this. */
const clientOf = (body: string | null, status = 200) =>
  createGladlyClient({
    origin: 'https://example.gladly.com',
    agentEmail: 'a@example.com',
    apiToken: 't',
    fetch: async () => new Response(body, { status }),
  });
const json = (text: string): unknown => JSON.parse(text);

it('the documented profile: the emulator answers it, without what is false', async () => {
  const { get, find } = testClient();
  const expected = json(documented.replaceAll(',"primary":false', ''));
  expect(await (await get('OOrlNMXeS72gs_WEX2TtMg')).json()).toEqual(expected);
  for (const query of ['email=martha.williams%40gmail.com', 'phoneNumber=%2B17244895501'])
    expect(await (await find(query)).json()).toEqual([expected]);
});

it('the documented profile: the client reads all of it', async () => {
  const profile = await clientOf(documented).getProfile('OOrlNMXeS72gs_WEX2TtMg');
  expect(toCustomer(profile)).toEqual({
    id: 'OOrlNMXeS72gs_WEX2TtMg',
    name: 'Martha J Williams',
    image: 'https://www.gladly.com/your-image.jpg',
    address: '563 Rigoberto Station Apt. 197',
    externalCustomerId: 'a21c1636-c622-48b7-bf6a-d9032645aa55',
    createdAt: '2019-02-21T07:15:18.07272933Z',
    modifiedAt: '2019-02-21T19:50:23.486566336Z',
    emails: [
      {
        original: 'Martha.Williams@gmail.com',
        normalized: 'martha.williams@gmail.com',
        primary: false,
      },
    ],
    phones: [
      {
        original: '7244895501',
        normalized: '+17244895501',
        extension: '123',
        regionCode: 'US',
        primary: false,
        smsPreference: 'OFF',
        type: 'WORK',
      },
    ],
    channels: [
      { type: 'EMAIL', address: 'martha.williams@gmail.com', derived: true },
      { type: 'VOICE', address: '+17244895501', derived: true },
    ],
    customAttributes: [
      { key: 'membershipNumber', json: '"RQ564555333"' },
      { key: 'membershipTier', json: '"gold"' },
    ],
    externalCustomerIds: [{ key: 'ABC12345', json: '"54321"' }],
  });
});

it('the logged profile: the emulator answers it to what the script sends', async () => {
  const { create, get, find } = testClient({
    profiles: '[]',
    now: () => new Date('2021-09-28T21:10:10.262Z'),
  });
  const created = await create({
    id: 'XRJvp8lSS5aD2RucjY5zkw',
    name: "Person 1's New Name",
    address: 'Address 1, CA, 12345',
    emails: [{ original: 'person1@person.com' }],
    phones: [{ original: '650 123 4567' }, { original: '650 123 4571' }],
    customAttributes: { attr1: 'hello', attr3: 'world' },
  });
  expect([created.status, created.headers.get('Location'), await created.text()]).toEqual([
    201,
    '/api/v1/customer-profiles/XRJvp8lSS5aD2RucjY5zkw',
    '',
  ]);
  expect(await (await get('XRJvp8lSS5aD2RucjY5zkw')).json()).toEqual(json(logged));
  expect(await (await find('phoneNumber=%2B16501234571')).json()).toEqual([json(logged)]);
});

it('the logged profile: the client reads it from Find, as never changed', async () => {
  const [profile] = await clientOf(`[${logged}]`).findProfiles('email', 'person1@person.com');
  const customer = profile && toCustomer(profile);
  expect(customer).toMatchObject({
    id: 'XRJvp8lSS5aD2RucjY5zkw',
    name: "Person 1's New Name",
    phones: [
      { normalized: '+16501234567', regionCode: 'US', type: 'OTHER' },
      { normalized: '+16501234571', regionCode: 'US', type: 'OTHER' },
    ],
    channels: [{ type: 'EMAIL' }, { type: 'VOICE' }, { type: 'VOICE' }],
  });
  expect(customer).not.toHaveProperty('modifiedAt');
  expect(customer).not.toHaveProperty('unreadable');
});

it('contact points as a sandbox answered them: exactly these fields, on both sides', async () => {
  const emails = [{ normalized: 'test@example.com', original: 'test@example.com' }];
  const phones = [
    { normalized: '+14155550100', original: '+14155550100', regionCode: 'US', type: 'MOBILE' },
  ];
  const { create, get } = testClient();
  await create({
    id: 'a',
    emails: [{ original: 'test@example.com' }],
    phones: [{ original: '+14155550100', type: 'MOBILE' }],
  });
  const text = await (await get('a')).text();
  expect(json(text)).toMatchObject({ emails, phones });
  expect(json(text)).not.toHaveProperty('updatedAt');
  const customer = toCustomer(await clientOf(text).getProfile('a'));
  expect(customer).toMatchObject({ emails, phones });
  expect(customer.channels?.map(({ type }) => type)).toEqual(['EMAIL', 'VOICE', 'SMS']);
});

it('a change is answered with 204 and nothing else', async () => {
  const { patch } = testClient();
  const answer = await patch('XRJvp8lSS5aD2RucjY5zkw', { name: 'X' });
  expect([answer.status, await answer.text()]).toEqual([204, '']);
  await expect(clientOf(null, 204).patchProfile('a', '{}')).resolves.toBeUndefined();
});

it('the documented errors are what the emulator answers', async () => {
  const { get, find, create, ask, control } = testClient({
    profiles: '[{"id":"a","mergedInto":"b"},{"id":"b"}]',
  });
  const answers = async (response: Response) => [response.status, await response.json()];
  expect(await answers(await get('a'))).toEqual([301, json(moved)]);
  expect(await answers(await ask('PATCH', '/customer-profiles/a', { body: {} }))).toEqual([
    404,
    json(notExisting),
  ]);
  expect(await answers(await create({ id: 'b' }))).toEqual([409, json(idTaken)]);
  expect(await answers(await find('email=half'))).toEqual([400, json(emailInvalid)]);
  const alone = testClient({ profiles: '[]', errorsAs: 'object' });
  expect(await answers(await alone.get('a'))).toEqual([404, json(notExistingAlone)]);
  control.openConversation('b');
  expect(await answers(await ask('DELETE', '/customer-profiles/b'))).toMatchObject([
    400,
    { errors: [{ attr: 'conversation', code: 'invalid_state' }] },
  ]);
});

it.each([
  [301, moved, { fault: 'moved', fields: { status: 301, movedTo: 'b' } }],
  [404, notExisting, { fault: 'not_found', fields: { status: 404 } }],
  [404, notExistingAlone, { fault: 'not_found', fields: { status: 404 } }],
  [409, idTaken, { fault: 'taken', fields: { status: 409, attributes: ['id'] } }],
  [400, emailInvalid, { fault: 'invalid', fields: { status: 400, attributes: ['email'] } }],
  [400, missing, { fault: 'invalid', fields: { status: 400, attributes: [] } }],
])('the documented errors are what the client understands: %i %s', async (status, body, error) => {
  const client = clientOf(body, status);
  for (const asked of [client.getProfile('a'), client.patchProfile('a', '{}')]) {
    const reason: unknown = await asked.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(reason).toBeInstanceOf(GladlyError);
    expect(reason).toMatchObject(error);
  }
});
