import { createServer } from 'node:http';
import { beforeAll, afterAll, expect, it, onTestFinished } from 'vitest';
import type { WorldOptions } from '#src/dev/createWorld.ts';
import type { AccessRules } from '#src/server/signIn/accessRules.ts';
import { createProvider } from '#src/server/signIn/provider.ts';
import type { OidcConfig } from '#src/server/signIn/readSignIn.ts';
import { createTransactions } from '#src/server/signIn/transactions.ts';
import {
  startIdentityProvider,
  type Account,
  type IdentityProvider,
} from '#test/identityProvider.ts';
import { createBrowser, type Browser } from './browser.ts';
import { createSigner, guarded, hostOf, panelOrigin } from './desk.ts';

const at = (login: string, more: Account = {}): Account => ({
  name: `Agent ${login}`,
  email: `${login}@acme.example`,
  email_verified: true,
  ...more,
});

const accounts = {
  ada: at('ada', { groups: ['support', 'leads'] }),
  rob: at('rob'),
  eve: at('eve', { email: 'eve@evil.example' }),
  imp: at('imp', { email_verified: false }),
  sub: at('sub', { email: 'sub@acme.example.evil.example' }),
  pre: at('pre', { email: 'acme.example@evil-acme.example' }),
  cap: at('cap', { email: 'Cap@ACME.example' }),
  grp: at('grp', { email: 'grp@evil.example', groups: ['leads'] }),
  few: at('few', { email: 'few@evil.example', groups: ['lead', 'leads '] }),
};

const access: AccessRules = {
  read: [{ emailDomain: 'acme.example' }],
  write: [{ claim: 'groups', has: 'leads' }],
};

const redirectUri = `${panelOrigin}/sign-in/callback`;
const secret = 'client-s3cret';
let identity: IdentityProvider;
beforeAll(async () => {
  identity = await startIdentityProvider({
    accounts,
    client: { id: 'panel', secret, redirectUri },
  });
});
afterAll(async () => identity.close());

const signer = await createSigner('ES256', 'key-1');

/** A server whose agents sign in at the identity provider, and a browser for each of them. */
function office(config: Partial<OidcConfig> = {}, options: WorldOptions = {}) {
  const { issuer } = identity;
  const oidc = { issuer, clientId: 'panel', clientSecret: secret, scope: 'openid profile email' };
  const transactionTime = { passed: 0 };
  const log: unknown[] = [];
  const world = guarded(
    hostOf([signer]),
    { log: (entry) => void log.push(entry), ...options },
    {
      oidc: {
        provider: createProvider({ ...oidc, access, ...config }, redirectUri),
        access,
        transactions: createTransactions(() => Date.now() + transactionTime.passed),
        log: (entry) => void log.push(entry),
      },
    },
  );
  return {
    ...world,
    log,
    transactionTime,
    browser: () => createBrowser(panelOrigin, (request) => world.server.fetch(request)),
  };
}

const tier = '{"edits":[{"key":"tier","from":"gold","to":"platinum"}]}';
const saveTier = async (browser: Browser) =>
  browser.ask('/api/customers/maya/custom-attributes', {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', Origin: panelOrigin },
    body: tier,
  });

const dataOf = (html: string, name: string) =>
  new RegExp(` data-${name}="([^"]*)"`).exec(html)?.[1]?.replaceAll('&quot;', '"');

it('sends an agent to the provider with everything that ties the answer to the request', async () => {
  const { browser } = office();
  const { visit, visited, cookiesSet, cookies, ask } = browser();
  await visit('/?customer=maya', {}, (url) => url.origin === identity.issuer);
  expect(visited.map(({ pathname, search }) => pathname + search)).toEqual([
    '/?customer=maya',
    '/sign-in?to=%2F%3Fcustomer%3Dmaya',
  ]);
  expect((await ask('/sign-in')).headers.get('Cache-Control')).toBe('no-store');
  const there = await visit('/sign-in', {}, (url) => url.origin === identity.issuer);
  const query = Object.fromEntries(there.url.searchParams);
  const random = expect.stringMatching(/^[\w-]{43}$/);
  expect(query).toEqual({
    client_id: 'panel',
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state: random,
    nonce: random,
    code_challenge: random,
    code_challenge_method: 'S256',
  });
  expect(cookies.size).toBe(3);
  for (const line of cookiesSet)
    expect(line).toMatch(
      /^__Host-sign-in-[\w-]{16}=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  expect(cookiesSet.join()).not.toContain(query['nonce']);
});

it('signs an agent in, and brings them to the customer whom they asked for', async () => {
  const { browser, log } = office();
  const { signIn, cookiesSet, cookies, visited, ask } = browser();
  const page = await signIn('ada', '/?customer=maya');
  expect([page.status, page.url.href]).toEqual([200, `${panelOrigin}/?customer=maya`]);
  expect(dataOf(page.text, 'sign-in')).toBe('required');
  expect(dataOf(page.text, 'agent')).toBe('{"id":"ada","name":"Agent ada","mayWrite":true}');
  expect(dataOf(page.text, 'definitions')).toBe('{"title":"Ours"}');
  expect(page.headers.get('Link')).toContain('</api/customers/maya>; rel=preload');
  expect(page.headers.get('Cache-Control')).toBe('no-store');
  expect(page.headers.get('Content-Security-Policy')).toContain("form-action 'self';");
  expect(page.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin-allow-popups');
  expect([...cookies.keys()]).toEqual(['__Host-session']);
  expect(cookiesSet.at(-1)).toMatch(
    /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect((await ask('/api/customers/maya')).status).toBe(200);
  expect((await ask('/api/customers?externalCustomerId=shop-1')).status).toBe(200);
  const own = visited.filter(({ origin }) => origin === panelOrigin);
  expect(own.map(String).join()).not.toMatch(/ada|acme|Agent|eyJ/);
  const session = cookies.get('__Host-session') ?? 'none';
  expect(JSON.stringify(log)).toContain(
    '{"level":"info","event":"sign-in","outcome":"signed-in","agent":"ada"}',
  );
  expect(JSON.stringify(log)).not.toMatch(/Agent ada|acme\.example|eyJ/);
  expect(JSON.stringify(log)).not.toContain(session);
});

it('logs who saved', async () => {
  const { browser, log } = office();
  const ada = browser();
  await ada.signIn('ada');
  expect((await saveTier(ada)).status).toBe(200);
  expect(log).toContainEqual({
    level: 'info',
    event: 'save',
    outcome: 'saved',
    agent: 'ada',
    proof: 'session',
    customer: 'maya',
    keys: ['tier'],
  });
});

it('lets who may only read do just that', async () => {
  const { browser, writes, log } = office();
  const rob = browser();
  const page = await rob.signIn('rob');
  expect(dataOf(page.text, 'agent')).toBe('{"id":"rob","name":"Agent rob","mayWrite":false}');
  const response = await saveTier(rob);
  expect([response.status, await response.json()]).toEqual([
    403,
    expect.objectContaining({ code: 'forbidden' }),
  ]);
  expect(writes).toEqual([]);
  expect(JSON.stringify(log)).not.toContain('"save"');
  expect((await rob.ask('/api/customers/maya')).status).toBe(200);
});

it.each([
  ['ada', 200],
  ['cap', 200],
  ['grp', 200],
  ['eve', 403],
  ['imp', 403],
  ['sub', 403],
  ['pre', 403],
  ['few', 403],
])('lets in whom a rule names, and nobody else: %s', async (login, status) => {
  const { browser, control } = office();
  const { signIn, cookies, ask } = browser();
  const page = await signIn(login, '/?customer=maya');
  expect(page.status).toBe(status);
  const isIn = status === 200;
  expect([...cookies.keys()]).toEqual(isIn ? ['__Host-session'] : []);
  expect((await ask('/api/customers/maya')).status).toBe(isIn ? 200 : 401);
  if (isIn) return;
  expect(page.url.pathname).toBe('/sign-in/denied');
  expect(page.text).toContain('<h1>You may not see customers here</h1>');
  expect(page.text).toContain('Ask whoever runs panel.example.com to give you access');
  expect(page.text).toContain('<form method="post" action="/sign-out">');
  expect(page.text).not.toMatch(/Agent|@|evil/);
  expect(page.headers.get('Content-Security-Policy')).toContain("form-action 'self';");
  expect(control.requests).toEqual([]);
});

it('ends the session of an agent whose next sign-in is not let in', async () => {
  const { browser } = office();
  const { signIn, ask, cookies } = browser();
  await signIn('ada');
  const session = cookies.get('__Host-session') ?? '';
  const another = browser();
  another.cookies.set('__Host-session', session);
  expect((await another.ask('/api/customers/maya')).status).toBe(200);
  await another.signIn('eve', '/sign-in');
  expect((await ask('/api/customers/maya')).status).toBe(401);
});

it('gives a new session to every sign-in', async () => {
  const { browser } = office();
  const { signIn, visit, cookies } = browser();
  cookies.set('__Host-session', 'x'.repeat(43));
  await signIn('ada');
  const first = cookies.get('__Host-session');
  expect(first).not.toBe('x'.repeat(43));
  await visit('/sign-in');
  expect(cookies.get('__Host-session')).not.toBe(first);
  const old = browser();
  old.cookies.set('__Host-session', first ?? '');
  expect((await old.ask('/api/customers/maya')).status).toBe(401);
});

const atCallback = (url: URL) => url.pathname === '/sign-in/callback';

it('finishes a sign-in in the browser that began it, once', async () => {
  const { browser } = office();
  const ada = browser();
  const { url } = await ada.signIn('ada', '/', atCallback);
  const victim = browser();
  const stolen = await victim.visit(url);
  expect([stolen.status, stolen.text]).toEqual([
    400,
    expect.stringContaining('<h1>This sign-in cannot be finished</h1>'),
  ]);
  expect(victim.cookies.size).toBe(0);
  const begun = new Map(ada.cookies);
  expect((await ada.visit(url)).status).toBe(200);
  expect((await ada.visit(url)).status).toBe(400);
  for (const [name, value] of begun) victim.cookies.set(name, value);
  const replayed = await victim.visit(url);
  expect([replayed.status, replayed.text]).toEqual([
    400,
    expect.stringContaining('<h1>The sign-in did not work</h1>'),
  ]);
  expect(victim.cookies.has('__Host-session')).toBe(false);
});

it('takes no code of another sign-in', async () => {
  const { browser, log } = office();
  const eve = browser();
  const attackers = await eve.signIn('eve', '/', atCallback);
  const ada = browser();
  const { url } = await ada.signIn('ada', '/', atCallback);
  url.searchParams.set('code', attackers.url.searchParams.get('code') ?? '');
  const page = await ada.visit(url);
  expect([page.status, ada.cookies.has('__Host-session')]).toEqual([400, false]);
  expect(log).toContainEqual(
    expect.objectContaining({ event: 'sign-in', outcome: 'failed', code: 'invalid_grant' }),
  );
});

it('takes no answer with another state', async () => {
  const { browser } = office();
  const ada = browser();
  const { url } = await ada.signIn('ada', '/', atCallback);
  url.searchParams.set('state', `${url.searchParams.get('state')?.slice(0, 42)}_`);
  expect((await ada.visit(url)).status).toBe(400);
  expect(ada.cookies.has('__Host-session')).toBe(false);
});

it('takes no ID token that the provider’s keys did not sign', async () => {
  const client = { id: 'panel', secret, redirectUri };
  const other = await startIdentityProvider({ accounts, client, foreignKeys: true });
  onTestFinished(async () => other.close());
  const { browser } = office({ issuer: other.issuer });
  const ada = browser();
  expect((await ada.signIn('ada')).status).toBe(400);
  expect(ada.cookies.has('__Host-session')).toBe(false);
});

it('takes no answer of another provider', async () => {
  const { browser } = office();
  const ada = browser();
  const { url } = await ada.signIn('ada', '/', atCallback);
  url.searchParams.set('iss', 'https://evil.example');
  expect((await ada.visit(url)).status).toBe(400);
  expect(ada.cookies.has('__Host-session')).toBe(false);
});

it('forgets a sign-in that takes longer than ten minutes', async () => {
  const { browser, transactionTime } = office();
  const ada = browser();
  const { url } = await ada.signIn('ada', '/', atCallback);
  transactionTime.passed = 601_000;
  expect((await ada.visit(url)).status).toBe(400);
});

it('finishes several sign-ins that began at once, and keeps no heap of abandoned ones', async () => {
  const { browser } = office();
  const ada = browser();
  const toProvider = (url: URL) => url.origin === identity.issuer;
  const first = await ada.visit('/?customer=maya', {}, toProvider);
  await ada.visit('/', {}, toProvider);
  expect((await ada.signIn('ada', '/?customer=noor')).url.search).toBe('?customer=noor');
  const finished = await ada.visit(first.url);
  expect([finished.status, finished.url.search]).toEqual([200, '?customer=maya']);
  for (let times = 0; times < 30; times += 1) {
    await ada.visit('/sign-in', {}, toProvider);
    expect(ada.cookies.size).toBeLessThanOrEqual(9);
  }
});

it('keeps the cookies of sign-ins small, whatever address another site’s link asks for', async () => {
  const { browser } = office();
  const ada = browser();
  const toProvider = (url: URL) => url.origin === identity.issuer;
  const to = new URLSearchParams({ to: `/?customer=maya&x=${'x'.repeat(2000)}` });
  for (let times = 0; times < 8; times += 1) await ada.visit(`/sign-in?${to}`, {}, toProvider);
  const sent = [...ada.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  // Node refuses requests with more than 16,384 bytes of headers, signing out included.
  expect(ada.cookies.size).toBe(8);
  expect(sent.length).toBeLessThan(8192);
  expect((await ada.signIn('ada', `/sign-in?${to}`)).url.href).toBe(`${panelOrigin}/`);
});

it('says so when the agent goes no further, in words of its own', async () => {
  const { browser, log } = office();
  const page = await browser().signIn('nobody <b>', '/?customer=maya');
  expect([page.status, page.text]).toEqual([
    403,
    expect.stringContaining('<h1>You are not signed in</h1>'),
  ]);
  expect(page.text).toContain('href="/sign-in?to=%2F%3Fcustomer%3Dmaya"');
  expect(page.text).not.toMatch(/nobody|did not sign in/);
  expect(log).toContainEqual(
    expect.objectContaining({ outcome: 'cancelled', code: 'access_denied' }),
  );
  expect(JSON.stringify(log)).not.toContain('nobody');
});

it.each([
  ['/?customer=maya', '/?customer=maya'],
  ['/host', '/host'],
  ['//evil.example', '/'],
  ['//evil.example/?customer=maya', '/'],
  ['https://evil.example', '/'],
  [`${panelOrigin}.evil.example`, '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/x/..//evil.example', '/'],
  ['\\\\evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in', '/'],
  ['/api/customers/maya', '/'],
  ['/?a=\r\nSet-Cookie: b=c', '/?a=Set-Cookie:%20b=c'],
  ['@evil.example', '/'],
  ['', '/'],
])('ends a sign-in on a page of ours alone: %j', async (to, end) => {
  const { browser } = office();
  const query = new URLSearchParams({ to }).toString();
  const ended = (url: URL) =>
    url.origin !== identity.issuer && !url.pathname.startsWith('/sign-in');
  const { url } = await browser().signIn('ada', `/sign-in?${query}`, ended);
  expect(url.href).toBe(panelOrigin + end);
});

it('starts without the provider, says that it is down, and goes on when it is there', async () => {
  const quiet = createServer((request) => request.socket.destroy());
  await new Promise<void>((resolve) => quiet.listen(0, '127.0.0.1', resolve));
  const address = quiet.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { browser, log } = office({ issuer: `http://127.0.0.1:${port}` });
  const ada = browser();
  const page = await ada.visit('/?customer=maya');
  expect([page.status, page.text]).toEqual([
    503,
    expect.stringContaining('<h1>Nobody can sign in at the moment</h1>'),
  ]);
  expect(page.text).toContain(`(127.0.0.1:${port}) cannot be reached`);
  expect(page.text).toContain('href="/sign-in?to=%2F%3Fcustomer%3Dmaya"');
  expect(log).toContainEqual({
    level: 'error',
    event: 'sign-in',
    outcome: 'unreachable',
    code: 'no_connection',
  });
  expect((await ada.ask('/api/customers/maya')).status).toBe(401);
  expect((await ada.visit('/signed-out')).status).toBe(200);
  quiet.closeAllConnections();
  await new Promise((resolve) => quiet.close(resolve));
  const late = await startIdentityProvider({
    accounts,
    client: { id: 'panel', secret, redirectUri },
    port,
  });
  onTestFinished(async () => late.close());
  expect((await ada.signIn('ada', '/?customer=maya')).url.search).toBe('?customer=maya');
});

it('says that the provider is down also when it goes away during a sign-in', async () => {
  const away = await startIdentityProvider({
    accounts,
    client: { id: 'panel', secret, redirectUri },
  });
  const { browser } = office({ issuer: away.issuer });
  const ada = browser();
  const { url } = await ada.signIn('ada', '/', atCallback);
  await away.close();
  const page = await ada.visit(url);
  expect([page.status, page.text]).toEqual([503, expect.stringContaining('cannot be reached')]);
});

it('trusts no provider that calls itself something else', async () => {
  const { browser, log } = office({
    issuer: `${identity.issuer.replace('127.0.0.1', 'localhost')}`,
  });
  expect((await browser().visit('/')).status).toBe(400);
  expect(log).toContainEqual(expect.objectContaining({ outcome: 'failed' }));
});

it.each([
  ['by form', { secretGoes: 'post', secret } as const],
  ['not at all', {}],
])('authenticates itself %s where the provider wants that', async (_, client) => {
  const own = await startIdentityProvider({
    accounts,
    client: { id: 'panel', redirectUri, ...client },
  });
  onTestFinished(async () => own.close());
  const config = { issuer: own.issuer, scope: 'openid profile email', clientId: 'panel', access };
  const world = guarded(
    hostOf([signer]),
    {},
    {
      oidc: {
        provider: createProvider(
          { ...config, ...('secret' in client && { clientSecret: client.secret }) },
          redirectUri,
        ),
        access,
        transactions: createTransactions(Date.now),
        log: () => {},
      },
    },
  );
  const ada = createBrowser(panelOrigin, (request) => world.server.fetch(request));
  expect((await ada.signIn('ada')).status).toBe(200);
});

it('does not get in with a wrong secret', async () => {
  const { browser, log } = office({ clientSecret: 'wrong-s3cret' });
  const ada = browser();
  expect((await ada.signIn('ada')).status).toBe(400);
  expect(ada.cookies.has('__Host-session')).toBe(false);
  expect(log).toContainEqual(expect.objectContaining({ code: 'invalid_client' }));
  expect(JSON.stringify(log)).not.toContain('s3cret');
});

it('signs out here, and says how to sign out there', async () => {
  const { browser } = office();
  const ada = browser();
  await ada.signIn('ada');
  const session = ada.cookies.get('__Host-session') ?? '';
  const response = await ada.post('/sign-out', { Origin: panelOrigin });
  expect([response.status, response.headers.get('Location')]).toEqual([303, '/signed-out']);
  expect(ada.cookies.size).toBe(0);
  ada.cookies.set('__Host-session', session);
  expect((await ada.ask('/api/customers/maya')).status).toBe(401);
  const page = await ada.visit('/signed-out');
  expect(page.text).toContain('<h1>You are signed out</h1>');
  const there = /href="([^"]*end[^"]*)"/.exec(page.text)?.[1] ?? '';
  expect(there).toBe(`${identity.issuer}/session/end?client_id=panel`);
  expect((await ada.visit(there)).text).toContain('Sign out of Acme?');
});

it.each([
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site', Origin: 'https://desk.example.com' },
])('signs nobody out, and saves nothing, at the word of another site: %j', async (headers) => {
  const { browser, writes } = office();
  const ada = browser();
  await ada.signIn('ada');
  expect((await ada.post('/sign-out', headers)).status).toBe(403);
  const patch = await ada.ask('/api/customers/maya/custom-attributes', {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: tier,
  });
  expect(patch.status).toBe(403);
  expect(writes).toEqual([]);
  expect((await ada.ask('/sign-out')).status).toBe(404);
  expect((await ada.ask('/api/customers/maya')).status).toBe(200);
});

it('ends a session that is not used for an hour', async () => {
  const { browser, pass } = office();
  const ada = browser();
  await ada.signIn('ada');
  pass(3599);
  expect((await ada.ask('/api/customers/maya')).status).toBe(200);
  pass(3599);
  expect((await ada.visit('/')).status).toBe(200);
  pass(3600);
  expect((await ada.ask('/api/customers/maya')).status).toBe(401);
});

it('ends a session after eight hours in any case', async () => {
  const { browser, pass } = office();
  const ada = browser();
  await ada.signIn('ada');
  for (let minutes = 30; minutes < 480; minutes += 30) {
    pass(1800);
    expect([minutes, (await ada.ask('/api/customers/maya')).status]).toEqual([minutes, 200]);
  }
  pass(1800);
  expect((await ada.ask('/api/customers/maya')).status).toBe(401);
});

const redeem = async (browser: Browser, code: string) =>
  browser.ask('/api/launch/code', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  });

it('ends in a popup on a page that closes itself', async () => {
  const { browser } = office();
  const ada = browser();
  const page = await ada.signIn('ada', '/sign-in?popup=page');
  expect([page.status, page.url.pathname + page.url.search]).toEqual([
    200,
    '/sign-in/done?popup=page',
  ]);
  expect(page.text).toContain('<h1>You are signed in</h1>');
  expect(page.text).toContain('<script type="module" src="/sign-in/popup.js"></script>');
  expect(page.text).not.toContain('data-code');
  expect(dataOf(page.text, 'agent')).toBe('ada');
  expect(page.headers.get('Cross-Origin-Opener-Policy')).toBeNull();
});

it('gives a framed panel the agent’s own rights for a code, once', async () => {
  const { browser, askAs, log } = office();
  const ada = browser();
  const page = await ada.signIn('ada', '/sign-in?popup=frame');
  expect(dataOf(page.text, 'agent')).toBe('ada');
  const code = dataOf(page.text, 'code') ?? '';
  expect(code).toMatch(/^[\w-]{43}$/);
  expect(ada.visited.map(String).join()).not.toContain(code);
  const frame = browser();
  const response = await redeem(frame, code);
  const answer = (await response.json()) as { accessToken: string };
  expect([response.status, answer]).toEqual([
    200,
    {
      accessToken: expect.stringMatching(/^[\w-]{43}$/),
      expiresInSeconds: 3600,
      agent: { id: 'ada', name: 'Agent ada' },
      mayWrite: true,
    },
  ]);
  expect((await redeem(frame, code)).status).toBe(401);
  const { accessToken } = answer;
  for (const path of [
    '/api/customers/maya',
    '/api/customers/noor',
    '/api/customers?email=a%40b.co',
  ])
    expect((await askAs(accessToken, 'GET', path)).status).toBe(200);
  await askAs(accessToken, 'PATCH', '/api/customers/maya/custom-attributes', tier);
  expect(log).toContainEqual(
    expect.objectContaining({ event: 'save', agent: 'ada', proof: 'popup' }),
  );
  await ada.post('/sign-out', { Origin: panelOrigin });
  expect((await askAs(accessToken, 'GET', '/api/customers/maya')).status).toBe(401);
});

it('asks the provider no second time for a panel whose agent is signed in', async () => {
  const { browser, pass } = office();
  const ada = browser();
  await ada.signIn('ada');
  const before = ada.visited.length;
  const page = await ada.visit('/sign-in?popup=frame');
  expect(ada.visited.slice(before).map(({ pathname }) => pathname)).toEqual([
    '/sign-in',
    '/sign-in/done',
  ]);
  const code = dataOf(page.text, 'code') ?? '';
  pass(60);
  expect((await redeem(ada, code)).status).toBe(401);
  expect((await browser().visit('/sign-in/done?popup=frame')).status).toBe(400);
});

it('has no pages for signing in where nobody does', async () => {
  const { ask } = guarded(hostOf([signer]), { signInRequired: false });
  for (const path of ['/sign-in', '/sign-in/callback', '/sign-in/done', '/signed-out'])
    expect((await ask('GET', path)).status).toBe(404);
  expect((await ask('POST', '/sign-out')).status).toBe(404);
});
