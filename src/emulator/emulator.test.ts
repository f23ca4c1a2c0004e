import { expect, it, vi } from 'vitest';
import { testClient } from './testClient.ts';

const maya = '/customer-profiles/maya-lindqvist-0001';
const fixed = (text: string) => () => new Date(text);

it('answers 404 outside /api/v1, for unknown paths under it, and to PUT', async () => {
  const { ask, emulator } = testClient();
  for (const path of [
    '/',
    '/api/v2/customer-profiles/x',
    '/customer-profiles/maya-lindqvist-0001',
  ]) {
    const response = await emulator.fetch(new Request(`http://gladly.test${path}`));
    expect([path, response.status]).toEqual([path, 404]);
  }
  expect((await ask('GET', '/custom-attributes')).status).toBe(404);
  expect((await ask('GET', '/api/v1/customer-profiles/maya-lindqvist-0001')).status).toBe(404);
  expect((await ask('PUT', maya, { body: {} })).status).toBe(404);
});

it('refuses wrong credentials with 401 and missing permissions with 403', async () => {
  const { ask } = testClient();
  for (const auth of ['', 'agent@example.com:wrong', 'agent@example.com', 'other@example.com:x']) {
    const response = await ask('GET', maya, { auth });
    expect([response.status, await response.json()]).toEqual([
      401,
      { errors: [{ code: 'unauthorized', detail: 'authentication not provided' }] },
    ]);
  }
  expect((await testClient({ permissions: [] }).ask('GET', maya)).status).toBe(403);
  const noAdmin = testClient({ permissions: ['API User'] });
  expect((await noAdmin.ask('DELETE', maya)).status).toBe(403);
  expect((await noAdmin.ask('GET', maya)).status).toBe(200);
});

it('reads credentials as UTF-8 with colons in the token, and refuses what is no base64', async () => {
  const { emulator } = testClient({ agentEmail: 'zoë@example.com', apiToken: 'a:b:ü' });
  const status = async (encoded: string) => {
    const headers = { Authorization: `Basic ${encoded}` };
    return (await emulator.fetch(new Request('http://x/api/v1/organization', { headers }))).status;
  };
  const bytes = new TextEncoder().encode('zoë@example.com:a:b:ü');
  expect(await status(btoa(String.fromCharCode(...bytes)))).toBe(200);
  expect(await status('%%%')).toBe(401);
});

it('says the rate on every answer and refuses the eleventh request of a method in a second', async () => {
  let time = '2026-01-01T00:00:00.000Z';
  const { ask } = testClient({ rateLimit: 10, now: () => new Date(time) });
  const statuses: number[] = [];
  for (let index = 0; index < 11; index += 1) {
    const response = await ask(
      'GET',
      index === 1 ? '/nothing' : maya,
      index === 0 ? { auth: '' } : {},
    );
    statuses.push(response.status);
    expect(response.headers.get('Ratelimit-Limit-Second')).toBe('10');
    expect(response.headers.get('Ratelimit-Remaining-Second')).toBe(String(Math.max(0, 9 - index)));
    expect(response.headers.has('Retry-After')).toBe(false);
  }
  expect(statuses).toEqual([401, 404, ...Array<number>(8).fill(200), 429]);
  expect((await ask('DELETE', '/customer-profiles/x')).status).toBe(404);
  time = '2026-01-01T00:00:01.000Z';
  expect((await ask('GET', maya)).status).toBe(200);
});

it('offers browsers and caches nothing: no CORS, no ETag, If-Match ignored', async () => {
  const { ask, emulator } = testClient();
  const response = await ask('GET', maya);
  expect([...response.headers.keys()].toSorted()).toEqual([
    'content-type',
    'ratelimit-limit-second',
    'ratelimit-remaining-second',
  ]);
  const preflight = await emulator.fetch(
    new Request(`http://gladly.test/api/v1${maya}`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://shop.example.com', 'Access-Control-Request-Method': 'GET' },
    }),
  );
  expect([preflight.status, preflight.headers.has('Access-Control-Allow-Origin')]).toEqual([
    401,
    false,
  ]);
});

it('answers conversations, tasks and the organization', async () => {
  const { ask, control } = testClient({ now: fixed('2026-01-01T00:00:00.000Z') });
  const id = control.openConversation('cust-suharto');
  const list = await ask('GET', '/customers/cust-suharto/conversations');
  expect(list.headers.get('Gladly-Limited-Data')).toBe('false');
  const conversation = {
    id,
    customerId: 'cust-suharto',
    inboxId: 'inbox-support',
    customAttributes: [],
    status: 'OPEN',
    createdAt: '2026-01-01T00:00:00.000Z',
  };
  expect(await list.json()).toEqual([conversation]);
  expect(await (await ask('GET', `/conversations/${id}`)).json()).toEqual(conversation);
  for (const path of [
    `/conversations/${id}/items`,
    '/customers/cust-suharto/tasks?status=CLOSED',
  ]) {
    const response = await ask('GET', path);
    expect(response.headers.get('Gladly-Limited-Data')).toBe('false');
    expect(await response.json()).toEqual([]);
  }
  expect((await ask('GET', '/customers/cust-suharto/tasks?status=X')).status).toBe(400);
  for (const path of ['/customers/x/tasks', '/conversations/x', '/conversations/x/items']) {
    expect([path, (await ask('GET', path)).status]).toEqual([path, 404]);
  }
  expect(await (await ask('GET', '/customers/x/conversations')).json()).toEqual([]);
  expect(await (await ask('GET', '/organization')).json()).toMatchObject({
    name: 'Example Outfitters',
  });
});

it('logs every request with its query', async () => {
  const { ask, control } = testClient();
  await ask('GET', '/customer-profiles?email=a%40b.example');
  await ask('DELETE', '/nothing', { auth: '' });
  expect(control.requests).toEqual([
    { method: 'GET', path: '/api/v1/customer-profiles?email=a%40b.example' },
    { method: 'DELETE', path: '/api/v1/nothing' },
  ]);
});

it('spoils only the requests that a fault names', async () => {
  const { ask, control, get, patch } = testClient();
  control.failNext({
    kind: 'status',
    status: 503,
    method: 'PATCH',
    path: /suharto$/g,
    skip: 1,
    times: 2,
  });
  const statuses: number[] = [];
  for (let count = 0; count < 4; count += 1) {
    statuses.push((await patch('cust-suharto', { name: `name ${count}` })).status);
  }
  expect(statuses).toEqual([204, 503, 503, 204]);
  control.failNext({ kind: 'status', status: 429, headers: { 'Retry-After': '2' }, body: '{}' });
  const refused = await ask('GET', '/organization');
  expect([refused.status, refused.headers.get('Retry-After'), await refused.text()]).toEqual([
    429,
    '2',
    '{}',
  ]);
  expect(refused.headers.get('Ratelimit-Limit-Second')).toBe('10');
  control.failNext({ kind: 'cut' });
  control.clearFaults();
  expect((await get('cust-suharto')).status).toBe(200);
});

it('truncates, garbles and cuts answers, with or without the effect of the request', async () => {
  const { control, get, patch } = testClient();
  const whole = control.profileText('only-an-id-0002');
  control.failNext({ kind: 'truncate' });
  const half = await get('only-an-id-0002');
  expect([half.status, await half.text()]).toEqual([200, whole.slice(0, whole.length / 2)]);
  control.failNext({ kind: 'garbage', body: '<html>', contentType: 'text/html' });
  const garbled = await get('only-an-id-0002');
  expect([garbled.status, garbled.headers.get('Content-Type'), await garbled.text()]).toEqual([
    200,
    'text/html',
    '<html>',
  ]);
  control.failNext({ kind: 'cut' });
  await expect(patch('cust-suharto', { name: 'lost' })).rejects.toThrow(
    new TypeError('fetch failed'),
  );
  expect(control.profileText('cust-suharto')).toContain('"Suharto"');
  control.failNext({ kind: 'cut', applied: true });
  await expect(patch('cust-suharto', { name: 'kept' })).rejects.toThrow('fetch failed');
  expect(control.profileText('cust-suharto')).toContain('"kept"');
  control.failNext({ kind: 'truncate', method: 'PATCH' });
  expect((await patch('cust-suharto', {})).status).toBe(204);
});

it('delays an answer, and gives up at once when the request is aborted', async () => {
  vi.useFakeTimers();
  try {
    const { ask, control } = testClient();
    control.failNext({ kind: 'delay', ms: 5000, times: 2 });
    const late = ask('GET', maya);
    await vi.advanceTimersByTimeAsync(5000);
    expect((await late).status).toBe(200);
    const abort = new AbortController();
    const given = ask('PATCH', maya, { body: { name: 'late' }, signal: abort.signal });
    abort.abort();
    await expect(given).rejects.toThrow('aborted');
    await expect(ask('GET', maya, { signal: abort.signal })).rejects.toThrow('aborted');
    expect(control.profileText('maya-lindqvist-0001')).not.toContain('"late"');
    control.failNext({ kind: 'delay', ms: 10, applied: true });
    const applied = ask('PATCH', maya, { body: { name: 'early' } });
    await vi.advanceTimersByTimeAsync(9);
    expect(control.profileText('maya-lindqvist-0001')).toContain('"early"');
    await vi.advanceTimersByTimeAsync(1);
    expect((await applied).status).toBe(204);
  } finally {
    vi.useRealTimers();
  }
});

it('holds an answer until it is let go, and gives up at once when the request is aborted', async () => {
  const { ask, control } = testClient();
  const letGo = control.holdNext({ times: 2 });
  const held = ask('PATCH', maya, { body: { name: 'held' } });
  const abort = new AbortController();
  const given = ask('PATCH', maya, { body: { name: 'given up' }, signal: abort.signal });
  abort.abort();
  await expect(given).rejects.toThrow('aborted');
  expect(control.profileText('maya-lindqvist-0001')).not.toMatch(/"held"|"given up"/);
  letGo();
  expect((await held).status).toBe(204);
  expect(control.profileText('maya-lindqvist-0001')).toContain('"held"');
});

it('changes, breaks and merges profiles behind the API', async () => {
  const { control, get, find } = testClient({ now: fixed('2026-02-02T02:02:02.000Z') });
  control.changeElsewhere('cust-suharto', {
    set: [
      ['__proto__', '1.0'],
      ['loyaltyPoints', '36'],
    ],
    remove: ['preferredLanguage'],
  });
  control.changeElsewhere('cust-suharto', { set: { '10': '-0' } });
  expect(control.attributes('cust-suharto')).toEqual([
    ['membershipTier', '"Bronze"'],
    ['loyaltyPoints', '36'],
    ['__proto__', '1.0'],
    ['10', '-0'],
  ]);
  expect(await (await get('cust-suharto')).json()).toMatchObject({
    updatedAt: '2026-02-02T02:02:02.000Z',
  });
  control.setField('cust-priya-raman', 'customAttributes', '[1]');
  control.setField('cust-priya-raman', 'emails', '"broken"');
  expect(control.attributes('cust-priya-raman')).toEqual([]);
  control.merge('maya-lindqvist-0001', 'cust-suharto');
  expect((await get('maya-lindqvist-0001')).status).toBe(301);
  const merged: unknown = await (await find('email=maya@example.org')).json();
  expect(merged).toMatchObject([
    { id: 'cust-suharto', emails: [{ primary: true }, {}, {}, {}], phones: [{}, {}, {}, {}, {}] },
  ]);
  expect(control.profileText('cust-suharto').match(/"primary":true/g)).toHaveLength(2);
  expect(() => control.profileText('nobody')).toThrow('there is no profile nobody');
  expect(() => control.setField('cust-suharto', 'x', '{')).toThrow('not valid JSON');
  expect(() => control.merge('cust-suharto', 'cust-suharto')).toThrow('itself');
});

it('remembers the last thousand requests alone', async () => {
  const { get, control } = testClient();
  for (let count = 0; count <= 1000; count += 1) await get(count === 0 ? 'first' : 'later');
  expect(control.requests).toHaveLength(1000);
  expect(control.requests[0]?.path).toContain('later');
});
