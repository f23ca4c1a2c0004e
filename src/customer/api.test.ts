import { findCustomers } from './search/findCustomers.ts';
import { sendEdits } from './attributes/editing/sendEdits.ts';
import { expect, it } from 'vitest';
import { createWorld } from '#src/dev/createWorld.ts';
import { ApiError } from './ApiError.ts';
import { createCustomerApi } from './api.ts';

const patient = { clock: { sleep: async () => {}, random: () => 0 }, rateLimit: false } as const;

function setUp() {
  const world = createWorld(patient);
  return { ...world, api: createCustomerApi(world.fetch) };
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

it('reads a customer with every attribute as it stands upstream', async () => {
  const { api, emulator } = setUp();
  const { customAttributes } = await api.get('every-json-0006');
  expect(customAttributes?.map(({ key, json }) => [key, json])).toEqual(
    emulator.control.attributes('every-json-0006'),
  );
});

it('follows a merged profile to its survivor', async () => {
  const { api } = setUp();
  expect((await api.get('merged-away-0007')).id).toBe('maya-lindqvist-0001');
});

it('finds customers, several or none', async () => {
  const { api } = setUp();
  expect(await findCustomers(api, 'email', 'maya.lindqvist@example.com')).toHaveLength(1);
  expect(await findCustomers(api, 'email', 'nobody@example.com')).toEqual([]);
});

it('saves, and reads what became of each edit', async () => {
  const { api } = setUp();
  const result = await sendEdits(api, 'maya-lindqvist-0001', [
    { key: 'membershipTier', from: '"Gold"', to: '"Platinum"' },
  ]);
  expect(result.results).toEqual([{ key: 'membershipTier', outcome: 'saved' }]);
  expect(result.otherChanges).toEqual([]);
});

it('carries the fresh customer of a conflict', async () => {
  const { api } = setUp();
  const edits = [{ key: 'membershipTier', from: '"Silver"', to: '"Platinum"' }];
  const error = await failure(sendEdits(api, 'maya-lindqvist-0001', edits));
  expect(error).toMatchObject({
    code: 'conflict',
    fields: { customer: { name: 'Maya Lindqvist' } },
  });
});

it('tells a problem with what comes with it', async () => {
  const { api, emulator } = setUp();
  emulator.control.failNext({
    kind: 'status',
    status: 429,
    headers: { 'Retry-After': '7' },
    times: 9,
  });
  expect(await failure(api.get('only-an-id-0002'))).toMatchObject({
    code: 'rate_limited',
    fields: { retryAfter: 7 },
  });
  emulator.control.clearFaults();
  expect(await failure(api.get('nobody'))).toMatchObject({ code: 'not_found' });
});

it.each([
  ['a page of some gateway', async () => new Response('<html>', { status: 502 }), 'unreadable'],
  ['a customer that is none', async () => Response.json({ name: 'x' }), 'unreadable'],
  ['no JSON', async () => new Response('{"id":'), 'unreadable'],
  ['no connection', async () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable'],
])('names what came instead of an answer: %s', async (_case, fetch, code) => {
  const error = await failure(createCustomerApi(fetch).get('some-id'));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ code });
});

it('lets the query that was abandoned see so itself', async () => {
  const { api } = setUp();
  const abort = new AbortController();
  abort.abort(new Error('gone'));
  expect(await failure(api.get('only-an-id-0002', abort.signal))).toMatchObject({
    message: 'gone',
  });
});
