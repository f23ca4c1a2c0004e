import { expect, it } from 'vitest';
import { maxBodyBytes } from '#src/contract/edits.ts';
import { createGladlyClient } from '#src/gladly/client.ts';
import { createServer } from '#src/server/createServer.ts';
import { createAuthentication } from '#src/server/signIn/authentication.ts';
import { panel, maya } from './panel.ts';

const secrets = ['emulator-token', btoa('agent@example.com:emulator-token'), '/api/v1', 'Basic '];

/** What holds for every answer under `/api`, whatever it says. */
async function expectSafe(response: Response): Promise<string> {
  const text = await response.text();
  const headers = [...response.headers].join('\n');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(response.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; /);
  expect(headers).not.toMatch(/unsafe|access-control|ratelimit/i);
  for (const secret of secrets) expect(text + headers).not.toContain(secret);
  return text;
}

async function expectProblem(response: Response, status: number, code: string) {
  const text = await expectSafe(response);
  expect([response.status, response.headers.get('Content-Type'), JSON.parse(text)]).toEqual([
    status,
    'application/problem+json',
    expect.objectContaining({ status, code, title: expect.any(String), type: 'about:blank' }),
  ]);
  const problem: unknown = JSON.parse(text);
  return problem as Record<string, unknown>;
}

it('answers a customer with exact attributes', async () => {
  const { ask } = panel();
  const response = await ask('GET', '/api/customers/maya');
  const text = await expectSafe(response);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
  expect(text).toContain(
    '"customAttributes":{"tier":"gold","10":"ten","2":1.0,"old":"x","points":12345678901234567890}',
  );
  expect(JSON.parse(text)).toMatchObject({
    id: 'maya',
    name: 'Maya Lindqvist',
    emails: [{ normalized: 'maya.lindqvist@example.com' }],
    phones: [{ normalized: '+447700900123', type: 'MOBILE', regionCode: 'GB' }],
    channels: [
      { type: 'EMAIL', address: 'maya.lindqvist@example.com', derived: true },
      { type: 'VOICE', address: '+447700900123', derived: true },
      { type: 'SMS', address: '+447700900123', derived: true },
    ],
  });
});

it('answers HEAD as GET, without a body', async () => {
  const { ask } = panel();
  const response = await ask('HEAD', '/api/customers/maya');
  expect([response.status, await expectSafe(response)]).toEqual([200, '']);
});

it.each([
  ['?email=MAYA.lindqvist%40example.com', ['maya']],
  ['?phoneNumber=%2B447700900123', ['maya']],
  ['?externalCustomerId=shop-1', ['maya']],
  ['?externalCustomerId=%20shop-1%20', ['maya']],
  ['?email=nobody%40example.com', []],
])('finds with %s', async (query, ids) => {
  const { ask } = panel();
  const response = await ask('GET', `/api/customers${query}`);
  const found: unknown = JSON.parse(await expectSafe(response));
  expect([response.status, found]).toEqual([200, ids.map((id) => expect.objectContaining({ id }))]);
});

it.each([
  '',
  '?',
  '?name=Maya',
  '?Email=maya%40example.com',
  '?__proto__=x',
  '?email=a%40b.co&phoneNumber=%2B447700900123',
  '?email=a%40b.co&email=a%40b.co',
  '?email=a%40b.co&limit=1',
  '?email=',
  '?email=%20',
  '?externalCustomerId',
  '?phoneNumber=+447700900123',
  '?phoneNumber=07700900123',
  '?phoneNumber=%2B0123456',
  '?phoneNumber=%2B1234567890123456',
])('refuses the search %s without asking Gladly', async (query) => {
  const { ask, control } = panel();
  await expectProblem(await ask('GET', `/api/customers${query}`), 400, 'bad_request');
  expect(control.requests).toEqual([]);
});

it('says that Gladly does not take a search, in its own words', async () => {
  const { ask } = panel();
  const problem = await expectProblem(
    await ask('GET', '/api/customers?email=half'),
    400,
    'bad_request',
  );
  expect(problem['detail']).not.toContain('invalid email address');
});

const badIds = [
  '%00',
  '..%2f..',
  '%2e%2e%2fmaya',
  'maya%2f..%2fnoor',
  'maya%20',
  'maya%0a',
  'maya.x',
  'maya~',
  'm%C3%A4ya',
  '%F0%9F%99%82',
  '%ff',
  '%',
  '%zz',
  'x'.repeat(50),
  '',
  'maya/',
  '%3Fa',
  ':id',
];

it.each(badIds)('knows no customer with the id "%s", and does not ask Gladly', async (id) => {
  const { ask, save, control } = panel();
  await expectProblem(await ask('GET', `/api/customers/${id}`), 404, 'not_found');
  await expectProblem(await save(id, '{"key":"a","to":1}'), 404, 'not_found');
  expect(control.requests).toEqual([]);
});

it('takes ids of 49 characters, and asks Gladly for those alone', async () => {
  const { ask, control } = panel();
  const id = `${'x'.repeat(47)}_-`;
  await expectProblem(await ask('GET', `/api/customers/${id}`), 404, 'not_found');
  expect(control.requests).toEqual([{ method: 'GET', path: `/api/v1/customer-profiles/${id}` }]);
  expect((await ask('GET', '/api/customers/%6Daya')).status).toBe(200);
});

it.each([true, false])(
  'sends the panel on to the survivor of a merge: %s',
  async (movedLocation) => {
    const { ask, control, fetch } = panel({ movedLocation });
    control.merge('maya', 'noor');
    const response = await ask('GET', '/api/customers/maya');
    await expectSafe(response);
    expect([response.status, response.headers.get('Location')]).toEqual([
      308,
      '/api/customers/noor',
    ]);
    const followed: unknown = await (await fetch('/api/customers/maya')).json();
    expect(followed).toMatchObject({ id: 'noor' });
  },
);

it('follows merges of merges to the last survivor', async () => {
  const { control, fetch } = panel({}, [maya, '{"id":"b"}', '{"id":"c"}']);
  control.merge('maya', 'b');
  control.merge('b', 'c');
  expect(await (await fetch('/api/customers/maya')).json()).toMatchObject({ id: 'c' });
});

it.each([
  ['POST', '/api/customers', 'GET, HEAD'],
  ['DELETE', '/api/customers?email=a%40b.co', 'GET, HEAD'],
  ['PUT', '/api/customers/maya', 'GET, HEAD'],
  ['PATCH', '/api/customers/maya', 'GET, HEAD'],
  ['DELETE', '/api/customers/maya', 'GET, HEAD'],
  ['OPTIONS', '/api/customers/maya', 'GET, HEAD'],
  ['GET', '/api/customers/maya/custom-attributes', 'PATCH'],
  ['PUT', '/api/customers/maya/custom-attributes', 'PATCH'],
  ['POST', '/api/customers/maya/custom-attributes', 'PATCH'],
  ['POST', '/api/attribute-definitions', 'GET, HEAD'],
])('does not take %s %s', async (method, path, allow) => {
  const { ask, control } = panel();
  const response = await ask(method, path);
  await expectProblem(response, 405, 'bad_request');
  expect(response.headers.get('Allow')).toBe(allow);
  expect(control.requests).toEqual([]);
});

it.each([
  '/api',
  '/api/',
  '/api/customer-profiles/maya',
  '/api/v1/customer-profiles/maya',
  '/api/customers/maya/conversations',
  '/api/customers/maya/custom-attributes/tier',
  '/api/customers//custom-attributes',
  '/api/organization',
])('has nothing at %s: it is no proxy', async (path) => {
  const { ask, control } = panel();
  for (const method of ['GET', 'POST', 'PATCH', 'DELETE'])
    await expectProblem(await ask(method, path), 404, 'not_found');
  expect(control.requests).toEqual([]);
});

it('has nothing elsewhere either, and says so as a problem', async () => {
  const { ask } = panel();
  const response = await ask('GET', '/API/customers/maya');
  expect([response.status, response.headers.get('Content-Type')]).toEqual([
    404,
    'application/problem+json',
  ]);
  expect(response.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
});

it('is up, and describes no attributes', async () => {
  const { ask, control } = panel();
  expect((await ask('GET', '/healthz')).status).toBe(200);
  const definitions = await ask('GET', '/api/attribute-definitions');
  expect(definitions.status).toBe(200);
  expect(JSON.parse(await expectSafe(definitions))).toMatchObject({ properties: {} });
  expect(control.requests).toEqual([]);
});

it('lets no answer be framed that does not say by whom', async () => {
  const { ask } = panel();
  for (const path of ['/', '/embed', '/api/customers/maya', '/healthz', '/nothing']) {
    const policy = (await ask('GET', path)).headers.get('Content-Security-Policy');
    expect(policy).toContain("frame-ancestors 'none';");
    expect(policy).toContain("form-action 'none';");
  }
});

const edit = '{"edits":[{"key":"tier","from":"gold","to":"platinum"}]}';

it.each([
  { Origin: 'https://evil.example' },
  { Origin: 'http://localhost:1' },
  { Origin: 'http://localhost.evil.example' },
  { Origin: 'null' },
  { Origin: '' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://evil.example' },
  { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://localhost' },
])('refuses a change from another site: %o', async (headers) => {
  const { send, control } = panel();
  await expectProblem(await send('maya', edit, headers), 403, 'forbidden');
  expect(control.requests).toEqual([]);
});

it.each([
  {},
  { Origin: 'http://localhost' },
  { Origin: 'https://localhost' },
  { Origin: 'http://panel.example:4173', Host: 'panel.example:4173' },
  { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost' },
  { 'Sec-Fetch-Site': 'none' },
])('takes a change from its own page: %o', async (headers) => {
  const { send } = panel();
  expect((await send('maya', edit, headers)).status).toBe(200);
});

it.each([
  '',
  'text/plain',
  'text/plain; application/json',
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/x-www-form-urlencoded',
])('refuses edits that are called "%s"', async (type) => {
  const { send, control } = panel();
  await expectProblem(await send('maya', edit, { 'Content-Type': type }), 415, 'bad_request');
  expect(control.requests).toEqual([]);
});

it('takes JSON under its name in any case and with parameters', async () => {
  const { send } = panel();
  const response = await send('maya', edit, { 'Content-Type': 'Application/JSON; charset=utf-8' });
  expect(response.status).toBe(200);
});

const bytesOf = (size: number) => {
  const head = '{"edits":[{"key":"big","to":"';
  return `${head}${'x'.repeat(size - head.length - 4)}"}]}`;
};
/** Fetch wants it with a streamed body; the DOM's types do not know it. */
const half = { duplex: 'half' };

/** A body without a length, as chunks come from the network; it tells how much of it was taken. */
function streamed(text: string) {
  const chunk = 65_536;
  const state = { taken: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = text.slice(state.taken, state.taken + chunk);
      state.taken += part.length;
      if (part === '') controller.close();
      else controller.enqueue(new TextEncoder().encode(part));
    },
    cancel() {
      state.cancelled = true;
    },
  });
  return { stream, state };
}

it('takes a body of exactly the largest size, and not a byte more', async () => {
  const { send, ask, control } = panel();
  const whole = bytesOf(maxBodyBytes);
  expect(whole).toHaveLength(4_194_304);
  expect((await send('maya', whole)).status).toBe(200);
  const before = control.requests.length;
  const more = `${whole} `;
  await expectProblem(await send('maya', more), 413, 'too_large');
  await expectProblem(await send('maya', '{}', { 'Content-Length': '4194305' }), 413, 'too_large');
  const { stream, state } = streamed(more + ' '.repeat(10_000_000));
  const response = await ask('PATCH', '/api/customers/maya/custom-attributes', {
    headers: { 'Content-Type': 'application/json' },
    body: stream,
    ...half,
  });
  await expectProblem(response, 413, 'too_large');
  expect(state.taken).toBeLessThan(5_000_000);
  expect(state.cancelled).toBe(true);
  expect(control.requests).toHaveLength(before);
}, 30_000);

it('calls a body that breaks off the request, not the server, broken', async () => {
  const { ask, log } = panel();
  const response = await ask('PATCH', '/api/customers/maya/custom-attributes', {
    headers: { 'Content-Type': 'application/json' },
    body: new ReadableStream({ start: (controller) => controller.error(new Error('aborted')) }),
    ...half,
  });
  await expectProblem(response, 400, 'bad_request');
  expect(log.map(({ level }) => level)).toEqual(['info']);
});

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

it.each([
  ['nothing', ''],
  ['no JSON', '{"edits":[}'],
  ['a comment', '{"edits":[/**/]}'],
  ['two values', `${edit}${edit}`],
  ['the list twice', '{"edits":[],"edits":[]}'],
  ['a duplicate key in an edit', '{"edits":[{"key":"a","to":1,"to":1}]}'],
  ['a duplicate key in a value', '{"edits":[{"key":"a","to":[{"x":1,"\\u0078":2}]}]}'],
  ['201 levels', `{"edits":[{"key":"a","to":${deep(198)}}]}`],
  ['a million levels', '['.repeat(1_000_000)],
  ['invalid UTF-8', new Uint8Array([...new TextEncoder().encode('{"edits":"'), 0xff, 0x22, 0x7d])],
  ['a surrogate as UTF-8', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])],
])('refuses a body with %s before anything is read', async (_, body) => {
  const { send, control } = panel();
  await expectProblem(await send('maya', body), 400, 'bad_request');
  expect(control.requests).toEqual([]);
});

it('takes 200 levels', async () => {
  const { send, control } = panel();
  expect((await send('maya', `{"edits":[{"key":"a","to":${deep(197)}}]}`)).status).toBe(200);
  expect(new Map(control.attributes('maya')).get('a')).toBe(deep(197));
});

it.each([
  ['null', [{ path: 'edits' }]],
  ['[]', [{ path: 'edits' }]],
  ['"edits"', [{ path: 'edits' }]],
  ['{}', [{ path: 'edits' }]],
  ['{"edits":null}', [{ path: 'edits' }]],
  ['{"edits":{}}', [{ path: 'edits' }]],
  ['{"edits":[]}', [{ path: 'edits' }]],
  ['{"edits":[],"extra":1}', [{ path: 'extra' }, { path: 'edits' }]],
  ['{"edits":[{"key":"a","to":1}],"__proto__":1}', [{ path: '__proto__' }]],
  ['{"edits":[null,7]}', [{ path: 'edits[0]' }, { path: 'edits[1]' }]],
  ['{"edits":[{}]}', [{ path: 'edits[0].key' }]],
  ['{"edits":[{"key":7,"to":1}]}', [{ path: 'edits[0].key' }]],
  ['{"edits":[{"key":null,"to":1}]}', [{ path: 'edits[0].key' }]],
  ['{"edits":[{"key":"a"}]}', [{ key: 'a', path: 'edits[0]' }]],
  ['{"edits":[{"key":"a","to":1,"form":2}]}', [{ key: 'a', path: 'edits[0].form' }]],
  [
    '{"edits":[{"key":"a","to":1},{"key":"b","to":1},{"key":"\\u0061","from":1}]}',
    [{ key: 'a', path: 'edits[2]' }],
  ],
  [
    '{"edits":[{"key":"a"},{"key":"a","x":1}],"y":1}',
    [
      { path: 'y' },
      { key: 'a', path: 'edits[0]' },
      { key: 'a', path: 'edits[1].x' },
      { key: 'a', path: 'edits[1]' },
      { key: 'a', path: 'edits[1]' },
    ],
  ],
])('refuses %s, and names every place, before anything is read', async (body, places) => {
  const { send, control } = panel();
  const problem = await expectProblem(await send('maya', body), 422, 'invalid');
  expect(problem['errors']).toEqual(
    places.map((place) => ({ ...place, message: expect.any(String) })),
  );
  expect(control.requests).toEqual([]);
});

const rawText = 'upstream maya@example.com http://localhost/api/v1 Basic emulator-token';

it.each([
  [400, 503, 'upstream_unavailable'],
  [401, 503, 'upstream_unavailable'],
  [403, 503, 'upstream_unavailable'],
  [404, 404, 'not_found'],
  [409, 503, 'upstream_unavailable'],
  [429, 429, 'rate_limited'],
  [500, 503, 'upstream_unavailable'],
  [503, 503, 'upstream_unavailable'],
  [302, 503, 'upstream_unavailable'],
])('makes its own words of an answer of %i', async (upstream, status, code) => {
  const { ask, save, control } = panel();
  const fault = {
    kind: 'status',
    status: upstream,
    times: 3,
    headers: { Location: 'https://evil.example/login', 'Retry-After': '9' },
  } as const;
  for (const body of [rawText, JSON.stringify({ errors: [{ attr: rawText, detail: rawText }] })]) {
    for (const request of [
      () => ask('GET', '/api/customers/maya'),
      () => save('maya', '{"key":"a","to":1}'),
    ]) {
      control.failNext({ ...fault, body });
      const response = await request();
      const problem = await expectProblem(response, status, code);
      expect(JSON.stringify(problem)).not.toContain('maya@example.com');
      expect(response.headers.get('Retry-After')).toBe(status === 429 ? '9' : null);
      control.clearFaults();
    }
  }
  expect(control.requests.map(({ method }) => method)).not.toContain('PATCH');
});

it.each([
  { kind: 'cut' },
  { kind: 'truncate' },
  { kind: 'delay', ms: 60_000 },
  { kind: 'garbage', body: rawText, contentType: 'text/html' },
  { kind: 'garbage', body: `"${rawText}"` },
  { kind: 'garbage', body: `{"name":"${rawText}"}` },
] as const)('calls Gladly unavailable after $kind', async (fault) => {
  const { ask, save, control } = panel({ timeoutMs: fault.kind === 'delay' ? 150 : 10_000 });
  for (const path of ['/api/customers/maya', '/api/customers?email=a%40b.co']) {
    control.failNext({ ...fault, times: 1 });
    const problem = await expectProblem(await ask('GET', path), 503, 'upstream_unavailable');
    expect(problem).not.toHaveProperty('unverified');
    control.clearFaults();
  }
  control.failNext(fault);
  const response = await save('maya', '{"key":"a","to":1}');
  const problem = await expectProblem(response, 503, 'upstream_unavailable');
  expect(problem).not.toHaveProperty('unverified');
  expect(control.requests.map(({ method }) => method)).not.toContain('PATCH');
});

it('says when to come back where Gladly does not', async () => {
  const { ask, control } = panel();
  control.failNext({ kind: 'status', status: 429, times: 3 });
  const response = await ask('GET', '/api/customers/maya');
  await expectProblem(response, 429, 'rate_limited');
  expect(response.headers.get('Retry-After')).toBe('1');
});

it('answers on this machine only by its own names, where nobody signs in', async () => {
  const gladly = createGladlyClient({
    origin: 'http://localhost',
    agentEmail: 'a@b.co',
    apiToken: 't',
    fetch: async () => new Response('{"id":"maya"}'),
  });
  const server = createServer({
    gladly,
    rule: { clearWithEmptyString: false },
    log: () => {},
    authentication: createAuthentication({
      publicOrigin: 'http://localhost',
      required: false,
      hosts: [],
      log: () => {},
    }),
    loopbackOnly: true,
  });
  const askAs = (host: string, path: string, more: Record<string, string> = {}) =>
    server.fetch(new Request(`http://localhost${path}`, { headers: { Host: host, ...more } }));
  for (const host of [
    'evil.example',
    'localhost.evil.example:80',
    '127.0.0.1.evil.example',
    '',
    '[',
  ])
    for (const path of ['/api/customers/maya', '/healthz', '/'])
      expect([host, (await askAs(host, path)).status]).toEqual([host, 403]);
  await expectProblem(await askAs('evil.example', '/api/customers/maya'), 403, 'forbidden');
  for (const host of ['localhost', 'LOCALHOST:4173', '127.0.0.1:4173', '[::1]:4173'])
    expect((await askAs(host, '/api/customers/maya')).status).toBe(200);
  // A proxy on this machine asks for anybody, by the name that it was given for us.
  for (const name of ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via']) {
    const answer = await askAs('127.0.0.1:4173', '/api/customers/maya', { [name]: '203.0.113.7' });
    expect([name, answer.status]).toEqual([name, 403]);
  }
});
