import fc from 'fast-check';
import { createServer } from 'node:http';
import { base64url, decodeJwt, exportSPKI, importJWK, SignJWT } from 'jose';
import { expect, it, onTestFinished } from 'vitest';
import {
  createSigner,
  deskOrigin,
  guarded,
  hostOf,
  issuer,
  nonce,
  panelOrigin,
  secret,
  sign,
} from './desk.ts';

const es256 = await createSigner('ES256', 'key-1');
const rs256 = await createSigner('RS256', 'key-2');
const stranger = await createSigner('ES256', 'key-1');

interface Answer {
  accessToken: string;
  [name: string]: unknown;
}

const readAnswer = async (response: Response) => (await response.json()) as Answer;

/** A panel that was opened with a launch token of these claims. */
async function opened(more: Record<string, unknown> = {}, host = hostOf([es256])) {
  const world = guarded(host);
  const response = await world.launch(await sign(es256, world.claims(more)));
  expect(response.status).toBe(200);
  const { accessToken } = await readAnswer(response);
  return {
    ...world,
    accessToken,
    get: async (path: string) => world.askAs(accessToken, 'GET', path),
    save: async (id: string, edits: string) =>
      world.askAs(accessToken, 'PATCH', `/api/customers/${id}/custom-attributes`, edits),
  };
}

const tier = '{"edits":[{"key":"tier","from":"gold","to":"platinum"}]}';

it('exchanges a launch token for an opaque access token', async () => {
  const world = guarded(hostOf([es256]));
  const token = await sign(es256, world.claims());
  const response = await world.launch(token);
  expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
  expect(response.headers.get('Set-Cookie')).toBeNull();
  expect(await response.json()).toEqual({
    accessToken: expect.stringMatching(/^[\w-]{43}$/),
    expiresInSeconds: 600,
    customerId: 'maya',
    agent: { id: 'agent-7', name: 'Ada Agent' },
    mayWrite: true,
  });
});

it.each(['ES256', 'EdDSA', 'RS256', 'PS256'])('takes tokens signed with %s', async (alg) => {
  const signer = await createSigner(alg, 'key-9');
  const world = guarded(hostOf([signer]));
  expect((await world.launch(await sign(signer, world.claims()))).status).toBe(200);
});

it('calls an agent without a name by the id', async () => {
  const world = guarded(hostOf([es256]));
  const response = await world.launch(await sign(es256, world.claims({ name: undefined })));
  expect(await readAnswer(response)).toMatchObject({ agent: { name: 'agent-7' } });
});

type World = ReturnType<typeof guarded>;

/** The public key in every form that a careless verifier could take for a shared secret. */
async function publicKeyAsSecret(world: World): Promise<string[]> {
  const pem = await exportSPKI(
    (await importJWK(rs256.jwk, 'RS256', { extractable: true })) as CryptoKey,
  );
  const secrets = [pem, pem.trim(), JSON.stringify(rs256.jwk), String(rs256.jwk.n)];
  return Promise.all(
    secrets.map(async (shared) =>
      new SignJWT(world.claims())
        .setProtectedHeader({ alg: 'HS256', typ: 'launch+jwt', kid: 'key-2' })
        .sign(new TextEncoder().encode(shared)),
    ),
  );
}

async function withCritical(world: World): Promise<string> {
  const { key, alg, kid } = es256;
  const header = { alg, kid, typ: 'launch+jwt', crit: ['own'], own: true };
  return new SignJWT(world.claims()).setProtectedHeader(header).sign(key, { crit: { own: true } });
}

function unsigned(world: World, alg: string): string {
  const part = (value: object) => base64url.encode(JSON.stringify(value));
  return `${part({ alg, typ: 'launch+jwt' })}.${part(world.claims())}.`;
}

const others: readonly [what: string, make: (world: World) => Promise<string | string[]>][] = [
  ['nothing', async () => ['', '.', '..', 'a.b.c', 'null', 'ey'.repeat(5000)]],
  ['a foreign key of a known id', async (w) => sign(stranger, w.claims())],
  ['an unknown key id', async (w) => sign(es256, w.claims(), { kid: 'key-7' })],
  ['alg none', async (w) => ['none', 'None', 'NONE', ''].map((alg) => unsigned(w, alg))],
  ['HS256 with the public key as secret', async (w) => publicKeyAsSecret(w)],
  ['no type', async (w) => sign(es256, w.claims(), { typ: undefined })],
  ['the type of any JWT', async (w) => sign(es256, w.claims(), { typ: 'JWT' })],
  ['the type of an ID or access token', async (w) => sign(es256, w.claims(), { typ: 'at+jwt' })],
  ['a key of its own', async (w) => sign(stranger, w.claims(), { jwk: stranger.jwk })],
  ['an extension that it calls critical', async (w) => withCritical(w)],
];

it.each(others)('refuses a token with %s', async (_, make) => {
  const world = guarded(hostOf([es256, rs256]));
  const made = await make(world);
  for (const token of Array.isArray(made) ? made : [made])
    expect(await launchAnswer(world, token)).toEqual(refusal);
});

/** What a refusal shows: the same whatever was wrong, and nothing of the token in answer or log. */
const refusal = {
  status: 401,
  authenticate: 'Bearer',
  problem: {
    type: 'about:blank',
    title: 'Sign in first',
    status: 401,
    code: 'unauthenticated',
    detail: 'This launch token is not accepted. Open the customer again.',
  },
  logged: 'launch refused',
  leaked: null,
  askedGladly: 0,
};

async function launchAnswer(world: World, token: string, withSecret: string = secret) {
  const before = world.log.length;
  const response = await world.launch(token, withSecret);
  const text = await response.text();
  const [entry] = world.log.slice(before);
  const everything = text + JSON.stringify([...response.headers, ...world.log.slice(before)]);
  return {
    status: response.status,
    authenticate: response.headers.get('WWW-Authenticate'),
    problem: JSON.parse(text) as unknown,
    logged: `${entry?.event} ${entry?.outcome}`,
    leaked: /maya|Ada|agent-7|desk\.example|eyJ|secret-of/.exec(everything)?.[0] ?? null,
    askedGladly: world.control.requests.length,
  };
}

it.each<[string, (now: number) => Record<string, unknown>]>([
  ['a foreign issuer', () => ({ iss: 'https://evil.example' })],
  ['no issuer', () => ({ iss: undefined })],
  ['a foreign audience', () => ({ aud: 'https://other.example.com' })],
  ['our audience among others', () => ({ aud: [panelOrigin, 'https://other.example.com'] })],
  ['the start of our audience', () => ({ aud: 'https://panel.example' })],
  ['no audience', () => ({ aud: undefined })],
  ['a foreign host', () => ({ host_origin: 'https://evil.example' })],
  ['a host with a slash', () => ({ host_origin: `${deskOrigin}/` })],
  ['no host', () => ({ host_origin: undefined })],
  ['an end in the past', (now) => ({ iat: now - 60, exp: now - 6 })],
  ['a life of more than 120 s', (now) => ({ exp: now + 121 })],
  ['a life of more than 120 s that began earlier', (now) => ({ iat: now - 100, exp: now + 21 })],
  ['an end of infinity', () => ({ exp: 1e300 })],
  ['an end that is text', (now) => ({ exp: String(now + 60) })],
  ['no end', () => ({ exp: undefined })],
  ['a beginning in the future', (now) => ({ iat: now + 6, exp: now + 60 })],
  ['no beginning', () => ({ iat: undefined })],
  ['a later validity', (now) => ({ nbf: now + 6 })],
  ['another nonce', () => ({ nonce: 'nonce-of-another-panel' })],
  ['no nonce', () => ({ nonce: undefined })],
  ['no agent', () => ({ sub: undefined })],
  ['an empty agent', () => ({ sub: '' })],
  ['a name of another kind', () => ({ name: { first: 'Ada' } })],
  ['no customer', () => ({ customer_id: undefined })],
  ['a path for a customer', () => ({ customer_id: '../x' })],
  ['a list of customers', () => ({ customer_id: ['maya', 'noor'] })],
  ['no id of its own', () => ({ jti: undefined })],
  ['no scope', () => ({ scope: undefined })],
  ['another scope', () => ({ scope: 'openid' })],
  ['the right to write alone', () => ({ scope: 'profile:write' })],
  ['the start of a scope', () => ({ scope: 'profile:read-some' })],
])('refuses a token with %s', async (_, change) => {
  const world = guarded(hostOf([es256]));
  expect(
    await launchAnswer(world, await sign(es256, world.claims(change(world.seconds())))),
  ).toEqual(refusal);
});

it('takes no token that is signed with a key of the host by an algorithm that is not pinned', async () => {
  const world = guarded(hostOf([es256, rs256], { algorithms: ['ES256'] }));
  expect(await launchAnswer(world, await sign(rs256, world.claims()))).toEqual(refusal);
  expect((await world.launch(await sign(es256, world.claims()))).status).toBe(200);
});

it('takes a token at the edges of its life', async () => {
  const world = guarded(hostOf([es256]));
  const now = world.seconds();
  for (const life of [
    { iat: now, exp: now + 120 },
    { iat: now + 5, exp: now + 60 },
    { iat: now - 60, exp: now - 4 },
  ])
    expect((await world.launch(await sign(es256, world.claims(life)))).status).toBe(200);
});

it('takes a token once, as long as it lives', async () => {
  const world = guarded(hostOf([es256]));
  const token = await sign(es256, world.claims());
  expect((await world.launch(token)).status).toBe(200);
  for (const seconds of [0, 59, 4, 1, 1, 1, 60]) {
    world.pass(seconds);
    expect(await launchAnswer(world, token)).toEqual(refusal);
  }
});

it('takes a token once, when it comes many times at once or signed anew', async () => {
  const world = guarded(hostOf([es256]));
  const claims = world.claims();
  const tokens = await Promise.all(Array.from({ length: 8 }, async () => sign(es256, claims)));
  const answers = await Promise.all(tokens.map(async (token) => world.launch(token)));
  expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
});

it('does not use up a token that it refuses', async () => {
  const world = guarded(hostOf([es256]));
  const token = await sign(es256, world.claims());
  expect(await launchAnswer(world, token, 'secret-of-another-panel')).toEqual(refusal);
  expect((await world.launch(token)).status).toBe(200);
});

it('takes no token that was overheard, with whatever stands in it', async () => {
  const world = guarded(hostOf([es256]));
  const token = await sign(es256, world.claims());
  const { nonce: overheard, jti } = decodeJwt<{ nonce: string; jti: string }>(token);
  expect(overheard).toBe(nonce);
  for (const guess of [overheard, jti, '', token])
    expect(await launchAnswer(world, token, guess)).toEqual(refusal);
  const body = JSON.stringify({ token, nonce: overheard });
  const headers = { 'Content-Type': 'application/json' };
  expect((await world.ask('POST', '/api/launch', { headers, body })).status).toBe(400);
  expect((await world.launchByForm(token)).status).toBe(401);
  expect((await world.launch(token)).status).toBe(200);
});

it('takes no token of one host for another', async () => {
  const other = { ...hostOf([rs256]), origin: 'https://other.example.com' };
  const world = guarded(hostOf([es256]), { hosts: [hostOf([es256]), other] });
  const claims = world.claims({ host_origin: other.origin });
  expect(await launchAnswer(world, await sign(es256, claims))).toEqual(refusal);
  expect(await launchAnswer(world, await sign({ ...es256, kid: 'key-2' }, claims))).toEqual(
    refusal,
  );
  expect((await world.launch(await sign(rs256, claims))).status).toBe(200);
});

it('accepts no text that was not signed', async () => {
  const world = guarded(hostOf([es256]));
  const good = await sign(es256, world.claims());
  const changed = fc
    .tuple(
      fc.nat(good.length - 3),
      fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '-', '_', '.', '='),
    )
    .map(([at, mark]) => good.slice(0, at) + mark + good.slice(at + 1))
    .filter((text) => text !== good);
  await fc.assert(
    fc.asyncProperty(fc.oneof(changed, fc.string()), async (token) => {
      expect(await launchAnswer(world, token)).toEqual(refusal);
    }),
    { numRuns: 150 },
  );
});

it.each([
  '',
  'null',
  '[]',
  '{}',
  '{"token":"x"}',
  '{"token":1,"secret":"x"}',
  '{"token":"x","nonce":"x"}',
  '{"token":"x","secret":"x","nonce":"x"}',
  '{"token":"x"',
])('takes nothing but a token and a secret: %s', async (body) => {
  const { ask } = guarded(hostOf([es256]));
  const headers = { 'Content-Type': 'application/json' };
  for (const path of ['/api/launch', '/api/launch/code']) {
    const response = await ask('POST', path, { headers, body });
    expect([path, response.status]).toEqual([path, 400]);
  }
});

it('takes no long body, no other type, and no page of another site', async () => {
  const { ask, launchByForm } = guarded(hostOf([es256]));
  const long = JSON.stringify({ token: 'x'.repeat(16_384), secret });
  const headers = { 'Content-Type': 'application/json' };
  expect((await ask('POST', '/api/launch', { headers, body: long })).status).toBe(413);
  expect((await launchByForm('x'.repeat(16_384))).status).toBe(413);
  expect((await ask('POST', '/api/launch', { body: '{}' })).status).toBe(415);
  const foreign = { ...headers, Origin: deskOrigin };
  expect((await ask('POST', '/api/launch', { headers: foreign, body: '{}' })).status).toBe(403);
});

it('asks for a proof before anything else', async () => {
  const { ask, askAs, send, control, claims } = guarded(hostOf([es256]));
  const launchToken = await sign(es256, claims());
  const customer = '/api/customers/maya';
  const wrong = ['', 'x', 'x'.repeat(43), launchToken];
  for (const path of [
    customer,
    '/api/customers?email=a%40b.co',
    '/api/attribute-definitions',
    '/api/x',
  ]) {
    expect([path, (await ask('GET', path)).status]).toEqual([path, 401]);
    for (const token of wrong) expect((await askAs(token, 'GET', path)).status).toBe(401);
  }
  expect((await send('maya', tier)).status).toBe(401);
  const basic = await ask('GET', customer, { headers: { Authorization: 'Basic eDp5' } });
  expect([basic.status, await basic.json()]).toEqual([
    401,
    expect.objectContaining({ code: 'unauthenticated' }),
  ]);
  expect(control.requests).toEqual([]);
});

it('opens the customer of the token, and no other', async () => {
  const { get, save, control, asked } = await opened();
  expect((await get('/api/customers/maya')).status).toBe(200);
  expect((await get('/api/attribute-definitions')).status).toBe(200);
  const before = control.requests.length;
  for (const response of [
    await get('/api/customers/noor'),
    await get('/api/customers/nobody'),
    await get('/api/customers?email=maya.lindqvist%40example.com'),
    await get('/api/customers?externalCustomerId=shop-1'),
    await save('noor', tier),
  ]) {
    expect([response.status, await response.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'forbidden' }),
    ]);
  }
  for (const id of [
    'maya%2F..%2Fnoor',
    'maya/../noor',
    '%2e%2e%2fnoor',
    'maya%00',
    'maya%0d%0aX-Own:%201',
    './noor',
    'noor%3F',
    'noor#maya',
  ])
    expect([id, (await get(`/api/customers/${id}`)).status]).toEqual([
      id,
      expect.toSatisfy((status) => status === 403 || status === 404),
    ]);
  expect(control.requests).toHaveLength(before);
  expect((await save('maya', tier)).status).toBe(200);
  expect(asked('noor')).toEqual([]);
});

it('logs who saved, by ids alone', async () => {
  const { save, log } = await opened();
  await save('maya', tier);
  expect(log.filter(({ event }) => event === 'save')).toEqual([
    {
      level: 'info',
      event: 'save',
      outcome: 'saved',
      agent: 'agent-7',
      proof: 'launch',
      host: deskOrigin,
      customer: 'maya',
      keys: ['tier'],
    },
  ]);
  expect(JSON.stringify(log)).not.toMatch(/Ada|gold|platinum/);
});

it.each([
  ['whose token does not let it', { scope: 'profile:read' }, hostOf([es256])],
  ['whose host may not', {}, hostOf([es256], { write: false })],
])('does not save for a panel %s', async (_, claims, host) => {
  const { save, get, writes } = await opened(claims, host);
  const response = await save('maya', tier);
  expect([response.status, await response.json()]).toEqual([
    403,
    expect.objectContaining({ code: 'forbidden' }),
  ]);
  expect(writes).toEqual([]);
  expect((await get('/api/customers/maya')).status).toBe(200);
});

it('follows a merge that Gladly has told of, and no other', async () => {
  const { get, save, control } = await opened();
  control.merge('maya', 'noor');
  expect((await get('/api/customers/noor')).status).toBe(403);
  const moved = await get('/api/customers/maya');
  expect([moved.status, moved.headers.get('Location')]).toEqual([308, '/api/customers/noor']);
  expect((await get('/api/customers/noor')).status).toBe(200);
  const edits = '{"edits":[{"key":"tier","from":"silver","to":"gold"}]}';
  expect((await save('noor', edits)).status).toBe(200);
});

it('follows a merge that a save ran into', async () => {
  const { get, save, control } = await opened();
  control.merge('maya', 'noor');
  const moved = await save('maya', tier);
  expect([moved.status, await moved.json()]).toEqual([
    409,
    expect.objectContaining({ code: 'moved', movedTo: 'noor' }),
  ]);
  expect((await get('/api/customers/noor')).status).toBe(200);
});

it('does not share what one panel may see with another of the same agent', async () => {
  const world = await opened();
  const token = await sign(es256, world.claims());
  const { accessToken } = await readAnswer(await world.launch(token));
  world.control.merge('maya', 'noor');
  await world.get('/api/customers/maya');
  expect((await world.askAs(accessToken, 'GET', '/api/customers/noor')).status).toBe(403);
});

it('forgets an access token after ten minutes', async () => {
  const { get, pass } = await opened();
  pass(599);
  expect((await get('/api/customers/maya')).status).toBe(200);
  pass(1);
  expect((await get('/api/customers/maya')).status).toBe(401);
});

it('fetches the keys of a host, and says so when it cannot', async () => {
  let isUp = false;
  const keys = createServer((_, response) => {
    if (!isUp) response.statusCode = 500;
    response.end(JSON.stringify({ keys: [es256.jwk] }));
  });
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void keys.close());
  const address = keys.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const far = { keys: new URL(`http://127.0.0.1:${port}/keys`) };
  const world = guarded(hostOf([es256], far));
  const token = await sign(es256, world.claims());
  const response = await world.launch(token);
  expect([response.status, await response.json()]).toEqual([
    503,
    expect.objectContaining({ code: 'upstream_unavailable' }),
  ]);
  expect(await (await world.launchByForm(token)).text()).toContain('cannot be fetched');
  isUp = true;
  expect((await world.launch(token)).status).toBe(200);
});

const dataOf = (html: string, name: string) =>
  new RegExp(` data-${name}="([^"]*)"`).exec(html)?.[1]?.replaceAll('&quot;', '"');

it('takes a token as a form into the frame, and gives the page what it proves', async () => {
  const world = guarded(hostOf([es256]));
  const token = await sign(es256, world.claims({ nonce: undefined, name: `"><script>` }));
  const response = await world.launchByForm(token, { Origin: deskOrigin });
  const page = await response.text();
  expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
  expect(response.headers.get('Content-Encoding')).toBeNull();
  expect(response.headers.get('Set-Cookie')).toBeNull();
  expect(response.headers.get('Content-Security-Policy')).toContain(
    `frame-ancestors ${deskOrigin};`,
  );
  expect(page).not.toContain('<script>');
  expect(page).not.toContain(token);
  expect([dataOf(page, 'host'), dataOf(page, 'sign-in')]).toEqual([deskOrigin, 'required']);
  expect(dataOf(page, 'definitions')).toBe('{"title":"Ours"}');
  const grant = dataOf(page, 'grant')?.replace('&gt;&lt;', '><').replace('&gt;', '>') ?? '';
  const { accessToken, ...rest } = JSON.parse(grant) as Answer;
  expect(rest).toEqual({
    expiresInSeconds: 600,
    customerId: 'maya',
    agent: { id: 'agent-7', name: '"><script>' },
    mayWrite: true,
  });
  expect((await world.askAs(accessToken, 'GET', '/api/customers/maya')).status).toBe(200);
  expect((await world.launchByForm(token)).status).toBe(401);
});

it('tells a form that it does not take so that the host can show it, and nothing more', async () => {
  const world = guarded(hostOf([es256]));
  const withNonce = await sign(es256, world.claims());
  const good = await sign(es256, world.claims({ nonce: undefined }));
  const foreign = await sign(es256, world.claims({ host_origin: 'https://evil.example' }));
  for (const [token, headers, status, framedBy] of [
    [withNonce, {}, 401, deskOrigin],
    ['x', {}, 401, "'none'"],
    [foreign, {}, 401, "'none'"],
    [good, { Origin: 'https://evil.example' }, 403, deskOrigin],
    [good, { 'Content-Type': 'text/plain' }, 415, "'none'"],
  ] as const) {
    const response = await world.launchByForm(token, headers);
    const page = await response.text();
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Security-Policy')).toContain(
      `frame-ancestors ${framedBy};`,
    );
    expect(page).toContain('<h1>This customer cannot be opened here</h1>');
    expect(page).not.toMatch(/data-|maya|Ada|eyJ/);
  }
  expect((await world.launchByForm(good, { Origin: 'null' })).status).toBe(200);
  expect((await world.ask('GET', '/embed/launch')).status).toBe(405);
});

it('lets the host that the address names show the panel, if it is configured', async () => {
  const { ask } = guarded(hostOf([es256]));
  for (const [host, framedBy] of [
    [deskOrigin, deskOrigin],
    [`${deskOrigin}/`, "'none'"],
    [`${deskOrigin}.evil.example`, "'none'"],
    ['https://evil.example', "'none'"],
    [`${deskOrigin} https://evil.example`, "'none'"],
    [`${deskOrigin}; script-src *`, "'none'"],
    [panelOrigin, "'none'"],
    ['*', "'none'"],
    ['', "'none'"],
  ] as const) {
    const query = new URLSearchParams({ host, customer: 'maya' });
    const response = await ask('GET', `/embed?${query.toString()}`);
    const policy = response.headers.get('Content-Security-Policy');
    expect([host, policy]).toEqual([host, expect.stringContaining(`frame-ancestors ${framedBy};`)]);
    const page = await response.text();
    expect(dataOf(page, 'host')).toBe(framedBy === deskOrigin ? deskOrigin : undefined);
  }
});

it('tells a page whose agent is unknown nothing of the brand and asks for no customer', async () => {
  const { ask } = guarded(hostOf([es256]));
  const response = await ask('GET', `/embed?host=${deskOrigin}&customer=maya`);
  expect(response.headers.get('Link')).toBeNull();
  expect(await response.text()).toBe(
    `<!doctype html><html data-sign-in="required" data-host="${deskOrigin}" lang="en"><title>Panel</title>`,
  );
});

it('lets a demo be framed by itself', async () => {
  const own = { signInRequired: false, hosts: [] };
  const { ask } = guarded(hostOf([es256]), own, { demo: true });
  for (const query of ['', '?host=http://localhost']) {
    const response = await ask('GET', `/embed${query}`);
    const policy = response.headers.get('Content-Security-Policy');
    expect(policy).toContain("frame-ancestors 'self';");
    expect(dataOf(await response.text(), 'host')).toBe('http://localhost');
  }
  const elsewhere = await ask('GET', '/embed?host=https://evil.example');
  expect(elsewhere.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none';");
});

it('keeps a token to its customer also where nobody has to sign in', async () => {
  const world = guarded(hostOf([es256]), { signInRequired: false });
  expect((await world.ask('GET', '/api/customers/noor')).status).toBe(200);
  const token = await sign(es256, world.claims());
  const { accessToken } = await readAnswer(await world.launch(token));
  expect((await world.askAs(accessToken, 'GET', '/api/customers/maya')).status).toBe(200);
  expect((await world.askAs(accessToken, 'GET', '/api/customers/noor')).status).toBe(403);
  world.pass(600);
  expect((await world.askAs(accessToken, 'GET', '/api/customers/maya')).status).toBe(401);
});

it('knows the issuer that hosts share by the host’s origin', async () => {
  const extension = { ...hostOf([es256]), origin: `chrome-extension://${'a'.repeat(32)}` };
  const world = guarded(hostOf([es256]), { hosts: [hostOf([es256]), extension] });
  const token = await sign(es256, world.claims({ host_origin: extension.origin, iss: issuer }));
  expect((await world.launch(token)).status).toBe(200);
});
