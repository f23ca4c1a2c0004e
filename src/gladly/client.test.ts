import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createGladlyClient, type GladlyClientOptions } from './client.ts';
import { GladlyError } from './GladlyError.ts';

const access = {
  origin: 'https://x.gladly.com',
  agentEmail: 'zoë@example.com',
  apiToken: 'tökən€',
};
const profile = '{"id":"a"}';

/** A client whose requests are answered in turn, and what it sent and how long it waited. */
function clientOn(answers: (Response | Error)[], random = 0.5) {
  const requests: Request[] = [];
  const waits: number[] = [];
  const client = createGladlyClient({
    ...access,
    clock: { sleep: async (wait) => void waits.push(wait), random: () => random },
    fetch: async (request) => {
      requests.push(request);
      const answer = answers.shift();
      if (!(answer instanceof Response)) throw answer ?? new Error('Nothing more was expected.');
      return answer;
    },
  });
  return { client, requests, waits };
}
const status = (code: number, headers: Record<string, string> = {}) =>
  new Response(null, { status: code, headers });
const fault = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof GladlyError ? error.fault : error;
};

it('signs in with UTF-8, asks for JSON and never lets a redirect be followed', async () => {
  const { client, requests } = clientOn([new Response(profile), status(204)]);
  await client.getProfile('a');
  await client.patchProfile('a', '{"customAttributes":{}}');
  const [read, write] = requests;
  const credentials = Buffer.from('zoë@example.com:tökən€', 'utf8').toString('base64');
  for (const request of [read, write]) {
    expect(request?.url).toBe('https://x.gladly.com/api/v1/customer-profiles/a');
    expect(request?.headers.get('Authorization')).toBe(`Basic ${credentials}`);
    expect(request?.redirect).toBe('manual');
  }
  expect(read?.headers.has('Content-Type')).toBe(false);
  expect(write?.method).toBe('PATCH');
  expect(write?.headers.get('Content-Type')).toBe('application/json');
  expect(await write?.text()).toBe('{"customAttributes":{}}');
});

it.each([
  ['phoneNumber', '+14155550100', 'phoneNumber=%2B14155550100'],
  ['email', 'a+b&email=c@d.e', 'email=a%2Bb%26email%3Dc%40d.e'],
  ['externalCustomerId', 'é #', 'externalCustomerId=%C3%A9+%23'],
] as const)('encodes the search for %s %s', async (by, value, query) => {
  const { client, requests } = clientOn([new Response('[]')]);
  expect(await client.findProfiles(by, value)).toEqual([]);
  expect(requests[0]?.url).toBe(`https://x.gladly.com/api/v1/customer-profiles?${query}`);
});

it.each([429, 500, 502, 503])('repeats a read twice on %i, with growing waits', async (code) => {
  const { client, waits } = clientOn([status(code), status(code), new Response(profile)]);
  expect((await client.getProfile('a')).id).toBe('a');
  expect(waits).toEqual([375, 750]);
});

it('spreads the waits of many by chance', async () => {
  for (const [random, wait] of [
    [0, 250],
    [1, 500],
  ] as const) {
    const { client, waits } = clientOn([status(503), new Response('[]')], random);
    await client.findProfiles('email', 'a@b.co');
    expect(waits).toEqual([wait]);
  }
});

it('gives up after three tries', async () => {
  const { client, requests } = clientOn([status(429), status(503), status(429), status(500)]);
  expect(await fault(client.getProfile('a'))).toBe('rate_limited');
  expect(requests).toHaveLength(3);
});

it('waits as long as Gladly says, unless that is too long for somebody who watches', async () => {
  const patient = clientOn([status(429, { 'Retry-After': '2' }), new Response(profile)]);
  await patient.client.getProfile('a');
  expect(patient.waits).toEqual([2000]);
  const hurried = clientOn([status(429, { 'Retry-After': '3' })]);
  expect(await fault(hurried.client.getProfile('a'))).toBe('rate_limited');
  expect(hurried.waits).toEqual([]);
});

it.each([
  ['not_found', status(404)],
  ['invalid', status(400)],
  ['credentials', status(401)],
  ['credentials', status(403)],
  ['taken', status(409)],
  ['unclear', status(302, { Location: 'https://evil.example/' })],
  ['unclear', new TypeError('fetch failed')],
  ['unclear', new Response('{"id":"a"')],
  ['unclear', new Response('<html>')],
  ['unclear', new Response('[]')],
  ['unclear', new Response('{"id":""}')],
  ['unclear', new Response(Buffer.from('{"id":"a","name":"\u00ff"}', 'latin1'))],
  ['unclear', new Response(`{"id":"a","x":${'['.repeat(1001)}${']'.repeat(1001)}}`)],
])('does not repeat a read that ended in %s', async (expected, answer) => {
  const { client, requests } = clientOn([answer]);
  expect(await fault(client.getProfile('a'))).toBe(expected);
  expect(requests).toHaveLength(1);
});

it.each([
  ['rate_limited', status(429)],
  ['unclear', status(500)],
  ['unclear', status(503, { 'Retry-After': '0' })],
  ['unclear', new TypeError('fetch failed')],
  ['moved', status(301, { Location: '/api/v1/customer-profiles/b' })],
])('never repeats a write: %s', async (expected, answer) => {
  const { client, requests } = clientOn([answer]);
  expect(await fault(client.patchProfile('a', '{}'))).toBe(expected);
  expect(requests).toHaveLength(1);
});

it('leaves out found profiles that nobody could open', async () => {
  const { client } = clientOn([new Response('[{"id":"a"},{"name":"no id"},null,7,{"id":"b"}]')]);
  expect((await client.findProfiles('email', 'a@b.co')).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(await fault(clientOn([new Response('{}')]).client.findProfiles('email', 'a'))).toBe(
    'unclear',
  );
});

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A client on a real socket, without any `fetch` of the test's. */
async function clientOfServer(listener: RequestListener, options?: Partial<GladlyClientOptions>) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return createGladlyClient({ ...access, origin: `http://127.0.0.1:${port}`, ...options });
}

it('gives up on a body that stops in the middle, as on an answer that never begins', async () => {
  const listeners: RequestListener[] = [
    () => {},
    (_, response) => void response.writeHead(200).write('{"id":'),
  ];
  for (const listener of listeners) {
    const client = await clientOfServer(listener, { timeoutMs: 60 });
    await expect(client.getProfile('a')).rejects.toThrow('Gladly: no answer within 60 ms');
  }
});

it('calls a connection that is cut in the body no connection', async () => {
  const client = await clientOfServer((_, response) => {
    response.writeHead(200, { 'Content-Length': '10' }).write('{"id":', () => response.destroy());
  });
  await expect(client.getProfile('a')).rejects.toThrow('Gladly: no connection');
});

it('carries the token to no other server, and reads the merge that a redirect stands for', async () => {
  const asked: string[] = [];
  const client = await clientOfServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(301, { Location: '/api/v1/customer-profiles/b' }).end('{"errors":[]}');
  });
  await expect(client.getProfile('a')).rejects.toMatchObject({
    fault: 'moved',
    fields: { movedTo: 'b' },
  });
  expect(asked).toEqual(['/api/v1/customer-profiles/a']);
});
