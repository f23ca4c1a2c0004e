import { createHash } from 'node:crypto';
import { beforeEach, expect, it, vi } from 'vitest';
import { paths } from '#src/contract/paths.ts';
import { createCustomerApi } from '#src/customer/api.ts';
import { createWorld } from '#src/dev/createWorld.ts';
import { ApiProblem } from '#src/server/ApiProblem.ts';
import { createSession, readGrant, type SessionOptions } from './session.ts';

const maya = 'maya-lindqvist-0001';
const merged = 'merged-away-0007';
const lifeSeconds = 600;

const addressOf = (input: string | URL | Request) =>
  input instanceof Request ? input.url : input.toString();

/**
 * A stand-in for the two routes that redeem, `/api/launch` and `/api/launch/code`, with their answers as the API's
 * contract has them, before our own server: a call needs a token that it gave and that still holds.
 */
function createServer() {
  const world = createWorld({ rateLimit: false });
  const tokens = new Map<string, { until: number; customerId?: string }>();
  const redeemed: Record<string, string>[] = [];
  const seen: (string | undefined)[] = [];
  let now = 0;
  let given = 0;

  async function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(new URL(addressOf(input), 'http://localhost'), init);
    const { pathname } = new URL(request.url);
    if (pathname === '/api/launch' || pathname === '/api/launch/code') {
      const body = (await request.json()) as Record<string, string>;
      redeemed.push(body);
      const proof = body['token'] ?? body['code'] ?? '';
      if (proof === 'unchecked')
        return new ApiProblem('upstream_unavailable', 'No keys.').toResponse();
      if (!proof.startsWith('good')) return new ApiProblem('unauthenticated', 'No.').toResponse();
      const [, customerId] = proof.split(' ');
      given += 1;
      const accessToken = `access-${given}`;
      tokens.set(accessToken, {
        until: now + lifeSeconds * 1000,
        ...(customerId && { customerId }),
      });
      const mayWrite = !proof.startsWith('good-reader');
      return Response.json({
        accessToken,
        expiresInSeconds: lifeSeconds,
        ...(customerId && { customerId }),
        agent: { id: 'agent-7', name: 'Robin' },
        mayWrite,
      });
    }
    const bearer = request.headers.get('Authorization')?.replace('Bearer ', '');
    seen.push(bearer);
    const held = tokens.get(bearer ?? '');
    if (!held || held.until <= now) return new ApiProblem('unauthenticated', 'No.').toResponse();
    // Our own server here knows nothing of these tokens.
    request.headers.delete('Authorization');
    return world.fetch(request);
  }

  return {
    fetch,
    redeemed,
    /** The tokens that calls came with. */
    seen,
    now: () => now,
    pass: (seconds: number) => (now += seconds * 1000),
    /** As a server that was started anew. */
    forget: () => tokens.clear(),
  };
}

type Server = ReturnType<typeof createServer>;
let server: Server;
const getToken = vi.fn<SessionOptions['getToken']>();
const onGrant = vi.fn<SessionOptions['onGrant']>();
const onNoGrant = vi.fn<() => void>();

beforeEach(() => {
  server = createServer();
  getToken.mockReset().mockImplementation(async (_nonce, customerId) => `good ${customerId}`);
  onGrant.mockReset();
  onNoGrant.mockReset();
});

function open(more: Partial<SessionOptions> = {}) {
  const session = createSession({
    fetch: server.fetch,
    getToken,
    shown: () => maya,
    onGrant,
    onNoGrant,
    now: server.now,
    ...more,
  });
  return { session, api: createCustomerApi(session.fetch) };
}

it('asks the desktop for a token with the digest of a secret, tells the server the secret, and calls with what the server gives for it', async () => {
  const { api } = open();
  expect((await api.get(maya)).name).toBe('Maya Lindqvist');
  const [nonce, customerId] = getToken.mock.lastCall ?? [];
  expect(customerId).toBe(maya);
  const { secret, ...rest } = server.redeemed[0] ?? {};
  expect(rest).toEqual({ token: `good ${maya}` });
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(nonce).toBe(createHash('sha256').update(String(secret)).digest('base64url'));
  expect(server.seen).toEqual(['access-1']);
  await api.get(maya);
  expect(getToken).toHaveBeenCalledTimes(1);
});

it('begins with what came in the page', async () => {
  const grant = readGrant(
    '{"accessToken":"t","expiresInSeconds":600,"mayWrite":false,"agent":{"id":"agent-7"}}',
  );
  const { session, api } = open({ grant: { ...grant, customerId: maya } });
  expect(session.mayWrite(maya)).toBe(false);
  await api.get(maya);
  // The stand-in does not know it: refused once, renewed once, and repeated.
  expect(server.seen).toEqual(['t', 'access-1']);
  expect(session.mayWrite(maya)).toBe(true);
  expect(onGrant).toHaveBeenCalledTimes(1);
});

it.each(['', '{}', '{"accessToken":1}', 'null'])('takes no grant from %j', (text) => {
  expect(() => readGrant(text)).toThrow(/JSON|expected/i);
});

it('has a token for each customer', async () => {
  const { api } = open();
  await api.get(maya);
  await api.get('cust-suharto');
  await api.get(maya);
  expect(server.seen).toEqual(['access-1', 'access-2', 'access-1']);
  expect(getToken.mock.calls.map(([, id]) => id)).toEqual([maya, 'cust-suharto']);
});

it('asks for what is about no customer with the token of the one who is shown', async () => {
  const { api } = open();
  await api.get(maya);
  await api.definitions();
  expect(server.seen).toEqual(['access-1', 'access-1']);
});

it('renews shortly before the end, so that no call is refused', async () => {
  const { api } = open();
  await api.get(maya);
  server.pass(lifeSeconds - 61);
  await api.get(maya);
  server.pass(1);
  await api.get(maya);
  expect(server.seen).toEqual(['access-1', 'access-1', 'access-2']);
});

it('shares one renewal among calls that want it at the same time', async () => {
  const { api } = open();
  await Promise.all([api.get(maya), api.get(maya), api.definitions()]);
  expect(getToken).toHaveBeenCalledTimes(1);
  server.forget();
  await Promise.all([api.get(maya), api.get(maya), api.definitions()]);
  expect(getToken).toHaveBeenCalledTimes(2);
  expect(server.seen.slice(-3)).toEqual(['access-2', 'access-2', 'access-2']);
});

it('renews once when the server refuses, with another nonce, and then says that nobody vouches', async () => {
  const { api } = open();
  await api.get(maya);
  server.forget();
  getToken.mockImplementation(async () => 'bad');
  await expect(api.get(maya)).rejects.toMatchObject({ code: 'not_vouched' });
  expect(getToken).toHaveBeenCalledTimes(2);
  expect(new Set(getToken.mock.calls.map(([nonce]) => nonce)).size).toBe(2);
});

it('takes the token that another call has renewed meanwhile', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let holding = false;
  const { api } = open({
    async fetch(input, init) {
      const waits = holding;
      holding = false;
      const response = await server.fetch(input, init);
      if (waits) await held;
      return response;
    },
  });
  await api.get(maya);
  server.forget();
  holding = true;
  const late = api.get(maya);
  await api.definitions();
  release();
  expect((await late).id).toBe(maya);
  expect(server.seen.slice(1)).toEqual(['access-1', 'access-1', 'access-2', 'access-2']);
});

it('repeats a change as it was', async () => {
  const { api } = open();
  await api.get(maya);
  server.forget();
  const path = `/api/customers/${maya}/custom-attributes`;
  const body = '{"edits":[{"key":"tier","to":"new"}]}';
  const headers = { 'Content-Type': 'application/json' };
  expect(await api.ask(path, { method: 'PATCH', headers, body })).toContain('"saved"');
});

it('lets “unauthenticated” through where the desktop gives no token, and uses a token to its end', async () => {
  const { api } = open();
  await api.get(maya);
  getToken.mockResolvedValue(undefined);
  server.pass(lifeSeconds - 1);
  await expect(api.get(maya)).resolves.toMatchObject({ id: maya });
  server.pass(1);
  await expect(api.get(maya)).rejects.toMatchObject({ code: 'unauthenticated' });
});

it('is the agent’s own after signing in, for every customer, until it ends', async () => {
  getToken.mockResolvedValue(undefined);
  const { session, api } = open();
  await expect(api.get(maya)).rejects.toMatchObject({ code: 'unauthenticated' });
  await session.signedIn('good-reader');
  expect(server.redeemed).toEqual([{ code: 'good-reader' }]);
  await api.get(maya);
  await api.get('cust-suharto');
  expect(server.seen).toEqual([undefined, 'access-1', 'access-1']);
  expect(session.mayWrite('anybody')).toBe(false);
  await expect(session.signedIn('bad')).rejects.toMatchObject({ code: 'unauthenticated' });
});

it.each([
  [
    'gives no token although it vouches',
    async () => Promise.reject(new Error('503')),
    'not_vouched',
  ],
  ['gives one that is refused', async () => 'bad', 'not_vouched'],
  ['has keys that cannot be fetched', async () => 'unchecked', 'vouching_unavailable'],
])('says so when the desktop %s, and asks it again next time', async (_, answer, code) => {
  const { api } = open();
  getToken.mockImplementationOnce(answer);
  await expect(api.get(maya)).rejects.toMatchObject({ code });
  expect((await api.get(maya)).id).toBe(maya);
});

it('says that the server cannot be reached when a token cannot be brought there', async () => {
  const { api } = open({
    async fetch(input, init) {
      if (addressOf(input).includes('launch')) throw new TypeError('Failed to fetch');
      return server.fetch(input, init);
    },
  });
  await expect(api.get(maya)).rejects.toMatchObject({ code: 'unreachable' });
});

it('goes by a cookie where the desktop fails at first, and by none once it has vouched', async () => {
  const world = createWorld({ rateLimit: false });
  const { api } = open({
    fetch: async (input, init) =>
      new Headers(init?.headers).has('Authorization') || addressOf(input).includes('launch')
        ? server.fetch(input, init)
        : world.fetch(new Request(new URL(addressOf(input), 'http://localhost'), init)),
  });
  getToken.mockRejectedValueOnce(new Error('503'));
  expect((await api.get(maya)).id).toBe(maya);
  await api.get(maya);
  getToken.mockRejectedValueOnce(new Error('503'));
  await expect(api.get('cust-suharto')).rejects.toMatchObject({ code: 'not_vouched' });
});

it('exchanges a code once for all who bring it', async () => {
  const { session } = open();
  await Promise.all([session.signedIn('good'), session.signedIn('good')]);
  await Promise.allSettled([session.signedIn('bad'), session.signedIn('bad')]);
  expect(server.redeemed).toEqual([{ code: 'good' }, { code: 'bad' }]);
});

it('begins with the code of a sign-in that the page before left, if it still holds', async () => {
  getToken.mockResolvedValue(undefined);
  expect((await open({ code: 'good' }).api.get(maya)).id).toBe(maya);
  expect(server.seen).toEqual(['access-1']);
  const late = open({ code: 'bad' }).api.get(maya);
  await expect(late).rejects.toMatchObject({ code: 'unauthenticated' });
});

it('goes by the agent’s own rights where the desktop gave fewer', async () => {
  const { session, api } = open();
  getToken.mockResolvedValue(`good-reader ${maya}`);
  await api.get(maya);
  expect(session.mayWrite(maya)).toBe(false);
  await session.signedIn('good');
  expect(session.mayWrite(maya)).toBe(true);
  await api.get(maya);
  expect(server.seen).toEqual(['access-1', 'access-2']);
});

it('covers the survivor of a merge with the token of the merged customer', async () => {
  const { api } = open({
    // What a browser makes of the redirect, which says where the answer came from.
    async fetch(input, init) {
      const response = await server.fetch(input, init);
      if (!addressOf(input).includes(merged)) return response;
      Object.defineProperties(response, {
        redirected: { value: true },
        url: { value: `http://localhost/api/customers/${maya}` },
      });
      return response;
    },
  });
  expect((await api.get(merged)).id).toBe(maya);
  await api.get(maya);
  expect(getToken.mock.calls.map(([, id]) => id)).toEqual([merged]);
});

it('covers the survivor that a save was told of with the token of the merged customer', async () => {
  const { api } = open();
  const headers = { 'Content-Type': 'application/json' };
  const body = '{"edits":[{"key":"tier","to":"new"}]}';
  const save = api.ask(paths.customAttributes(merged), { method: 'PATCH', headers, body });
  await expect(save).rejects.toMatchObject({ code: 'moved', fields: { movedTo: maya } });
  expect((await api.get(maya)).id).toBe(maya);
  expect(getToken.mock.calls.map(([, id]) => id)).toEqual([merged]);
});

it('keeps a token to itself: none goes to another address than the API’s own', async () => {
  const { api } = open();
  await api.get('../../elsewhere').catch(() => {});
  expect(server.seen).toHaveLength(1);
  expect(getToken.mock.lastCall?.[1]).toBe('../../elsewhere');
});
