import { expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const gladly = {
  GLADLY_ORIGIN: 'https://example.gladly.com',
  GLADLY_AGENT_EMAIL: 'agent@example.com',
  GLADLY_API_TOKEN: 's3cret-token',
};
const oidc = {
  SIGN_IN: 'oidc',
  PUBLIC_ORIGIN: 'https://panel.acme.example',
  OIDC_ISSUER: 'https://login.acme.example/',
  OIDC_CLIENT_ID: 'panel',
  ACCESS: '{"read":[{"emailDomain":"Acme.example"}]}',
};
const local = { ...gladly, GLADLY_ORIGIN: 'http://127.0.0.1:4180' };
const access = { agentEmail: 'agent@example.com', apiToken: 's3cret-token' };

/** The variables that the one message complains about, in its order. */
function wrong(env: Record<string, string>): string[] {
  const message = messageOf(env);
  expect(message).not.toContain('s3cret-token');
  const lines = message.split('\n').filter((line) => line.startsWith('  - '));
  return lines.map((line) => /^ {2}- (\w+)\b/.exec(line)?.[1] ?? line);
}

function messageOf(env: Record<string, string>): string {
  try {
    readConfig(env);
    return '';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

it('needs nothing: the emulator inside, on this machine', () => {
  const defaults = {
    port: 4173,
    host: '127.0.0.1',
    clearWithEmptyString: false,
    storeDrafts: true,
    loopbackOnly: false,
    publicOrigin: 'http://127.0.0.1:4173',
    hosts: [],
  };
  expect(readConfig({})).toEqual(defaults);
  const empty = ['PORT', 'HOST', 'SIGN_IN', 'ATTRIBUTE_SCHEMA', 'CLEAR_WITH_EMPTY_STRING'];
  const names = [...empty, ...Object.keys(gladly)];
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(defaults);
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(defaults);
});

it('takes a real Gladly on this machine when SIGN_IN=none says so', () => {
  for (const HOST of ['127.0.0.1', 'localhost', '::1', '[::1]'])
    expect(readConfig({ ...gladly, SIGN_IN: 'none', HOST })).toMatchObject({
      gladly: { ...access, origin: 'https://example.gladly.com' },
      host: HOST,
      loopbackOnly: true,
    });
});

it('takes a Gladly on this machine without a sign-in', () => {
  expect(readConfig(local)).toMatchObject({
    gladly: { ...access, origin: 'http://127.0.0.1:4180' },
    loopbackOnly: true,
  });
});

it('takes an emulator inside on this machine, or with a sign-in', () => {
  expect(messageOf({ HOST: '0.0.0.0' })).toContain(
    'HOST is 0.0.0.0: a demo has no sign-in, so it listens on 127.0.0.1 only.',
  );
  expect(readConfig({ HOST: 'localhost', PORT: '80' })).toMatchObject({
    publicOrigin: 'http://localhost',
  });
  expect(readConfig({ HOST: '::1' })).toMatchObject({ publicOrigin: 'http://[::1]:4173' });
  expect(readConfig({ ...oidc, HOST: '0.0.0.0' })).toMatchObject({ host: '0.0.0.0' });
});

const readers = { emailDomain: 'acme.example' };

it('takes OpenID Connect, on any address', () => {
  const OIDC_CLIENT_SECRET = 's3cret-token';
  expect(readConfig({ ...gladly, ...oidc, OIDC_CLIENT_SECRET, HOST: '0.0.0.0' })).toMatchObject({
    loopbackOnly: false,
    publicOrigin: 'https://panel.acme.example',
    oidc: {
      issuer: 'https://login.acme.example/',
      clientId: 'panel',
      clientSecret: 's3cret-token',
      scope: 'openid profile email',
      access: { read: [readers], write: [] },
    },
  });
  const near = { ...oidc, OIDC_ISSUER: 'http://127.0.0.1:9000', PUBLIC_ORIGIN: '', PORT: '8080' };
  expect(readConfig(near)).toMatchObject({
    publicOrigin: 'http://127.0.0.1:8080',
    oidc: { issuer: 'http://127.0.0.1:9000' },
  });
});

const publicKey = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};
const desk = {
  origin: 'https://desk.example.com',
  issuer: 'https://desk.example.com/api',
  algorithms: ['ES256'],
  jwks: { keys: [publicKey] },
};

it('takes hosts, with and without a backend that vouches for agents', () => {
  const extension = { origin: `chrome-extension://${'abcdefgh'.repeat(4)}` };
  const far = { ...desk, origin: 'http://localhost:3000', write: true, jwks: undefined };
  const HOSTS = JSON.stringify([
    desk,
    extension,
    { ...far, jwksUri: 'https://desk.example.com/k' },
  ]);
  expect(readConfig({ HOSTS }).hosts).toEqual([
    {
      origin: desk.origin,
      launch: {
        issuer: desk.issuer,
        algorithms: ['ES256'],
        keys: { keys: [publicKey] },
        write: false,
      },
    },
    extension,
    {
      origin: far.origin,
      launch: {
        issuer: desk.issuer,
        algorithms: ['ES256'],
        keys: new URL('https://desk.example.com/k'),
        write: true,
      },
    },
  ]);
});

it.each([
  ['an origin with a path', { ...desk, origin: 'https://desk.example.com/' }],
  ['an origin that is none', { ...desk, origin: 'desk.example.com' }],
  ['plain http', { ...desk, origin: 'http://desk.example.com' }],
  ['a pattern', { ...desk, origin: 'https://*.example.com' }],
  ['another directive', { ...desk, origin: 'https://a;script-src' }],
  ['capital letters', { ...desk, origin: 'https://Desk.example.com' }],
  ['an extension that is none', { ...desk, origin: 'chrome-extension://panel' }],
  ['null', { ...desk, origin: 'null' }],
  ['a shared secret', { ...desk, jwks: { keys: [{ kty: 'oct', k: 's3cret-token' }] } }],
  ['a private key', { ...desk, jwks: { keys: [{ ...publicKey, d: 's3cret-token' }] } }],
  ['a key off the curve', { ...desk, jwks: { keys: [{ ...publicKey, y: publicKey.x }] } }],
  ['no keys', { ...desk, jwks: { keys: [] } }],
  ['nothing for the keys', { ...desk, jwks: undefined }],
  ['keys twice', { ...desk, jwksUri: 'https://desk.example.com/keys' }],
  ['keys over plain http', { ...desk, jwks: undefined, jwksUri: 'http://desk.example.com/keys' }],
  ['no algorithms', { ...desk, algorithms: undefined }],
  ['an empty list of algorithms', { ...desk, algorithms: [] }],
  ['a symmetric algorithm', { ...desk, algorithms: ['ES256', 'HS256'] }],
  ['no algorithm at all', { ...desk, algorithms: ['none'] }],
  ['rights without an issuer', { origin: desk.origin, write: true }],
  ['an unknown field', { ...desk, audience: 'x' }],
])('refuses a host with %s, and says which', (_, host) => {
  const HOSTS = JSON.stringify([{ origin: 'https://other.example.com' }, host]);
  expect(wrong({ HOSTS })).toEqual(['HOSTS']);
  expect(messageOf({ HOSTS })).toMatch(/HOSTS: host 2[ :]/);
});

it.each([
  ['https://desk.example.com', 'is not JSON. Set for example HOSTS='],
  ['{}', 'must be a JSON array of hosts, for example [{"origin":'],
  ['["https://desk.example.com"]', 'host 1 must be an object such as {"origin":'],
  [JSON.stringify([{ ...desk, audience: 'x' }]), 'no fields but origin, issuer, algorithms'],
  [JSON.stringify([{ ...desk, write: 'yes' }]), '"write" that is true or false, without quotes'],
  [JSON.stringify([{ ...desk, algorithms: ['HS256'] }]), 'some of ES256, EdDSA, RS256, PS256'],
  [JSON.stringify([{ ...desk, jwks: { keys: [] } }]), '"jwks" such as {"keys":[PUBLIC KEY, …]}'],
  ['[{"origin":"http://desk.example.com"}]', 'http:// only for this machine'],
])('says of HOSTS %s what to write instead', (HOSTS, words) => {
  expect(messageOf({ HOSTS })).toContain(words);
});

it('refuses hosts that are no list, and one that is there twice', () => {
  for (const HOSTS of ['https://desk.example.com', '{}', JSON.stringify([desk, desk])])
    expect(wrong({ HOSTS })).toEqual(['HOSTS']);
});

it.each([
  ['no list', 'everybody'],
  ['no rule', '{}'],
  ['empty lists', '{"read":[],"write":[]}'],
  ['an unknown list', '{"read":[{"emailDomain":"acme.example"}],"admin":[]}'],
  ['an address for a domain', '{"read":[{"emailDomain":"@acme.example"}]}'],
  ['a claim without a value', '{"read":[{"claim":"groups"}]}'],
  ['an empty value', '{"read":[{"claim":"groups","has":""}]}'],
  ['two rules in one', '{"read":[{"emailDomain":"acme.example","claim":"groups","has":"a"}]}'],
])('refuses access rules with %s', (_, ACCESS) => {
  expect(wrong({ ...oidc, ACCESS })).toEqual(['ACCESS']);
});

it.each([
  ['no sign-in', gladly, ['SIGN_IN']],
  ['an open host', { ...gladly, SIGN_IN: 'none', HOST: '0.0.0.0' }, ['HOST']],
  ['an open host with a Gladly that is only near', { ...local, HOST: '0.0.0.0' }, ['HOST']],
  ['an open host without sign-in', { ...gladly, HOST: '10.0.0.1' }, ['HOST', 'SIGN_IN']],
  ['an open demo', { HOST: '10.0.0.1', SIGN_IN: 'none' }, ['HOST']],
  [
    'a sign-in without anything',
    { SIGN_IN: 'oidc', HOST: '0.0.0.0' },
    ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'ACCESS', 'PUBLIC_ORIGIN'],
  ],
  ['a port that nobody knows', { ...oidc, PUBLIC_ORIGIN: '', PORT: '0' }, ['PUBLIC_ORIGIN']],
  ['an address for the origin', { PUBLIC_ORIGIN: 'https://a.example/' }, ['PUBLIC_ORIGIN']],
  ['an origin without TLS', { PUBLIC_ORIGIN: 'http://a.example' }, ['PUBLIC_ORIGIN']],
  ['a provider without TLS', { ...oidc, OIDC_ISSUER: 'http://a.example' }, ['OIDC_ISSUER']],
  ['a provider that is none', { ...oidc, OIDC_ISSUER: 'a.example' }, ['OIDC_ISSUER']],
  ['a provider with a query', { ...oidc, OIDC_ISSUER: 'https://a.example/?a' }, ['OIDC_ISSUER']],
  ['a scope that names nobody', { ...oidc, OIDC_SCOPE: 'email' }, ['OIDC_SCOPE']],
  [
    'rules that nobody enforces',
    { ...oidc, SIGN_IN: 'none' },
    ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'ACCESS'],
  ],
  ['an unknown sign-in', { SIGN_IN: 'NONE' }, ['SIGN_IN']],
  ['a schema that is not there', { ATTRIBUTE_SCHEMA: 'a.json' }, ['ATTRIBUTE_SCHEMA']],
  ['a schema that is none', { ATTRIBUTE_SCHEMA: 'package.json' }, ['ATTRIBUTE_SCHEMA']],
  ['links that are none', { LINKS: 'https://shop.example' }, ['LINKS']],
  ['a switch that is none', { CLEAR_WITH_EMPTY_STRING: 'yes' }, ['CLEAR_WITH_EMPTY_STRING']],
  ['a token alone', { GLADLY_API_TOKEN: 's3cret-token' }, ['GLADLY_ORIGIN', 'GLADLY_AGENT_EMAIL']],
  [
    'an origin alone',
    { GLADLY_ORIGIN: 'https://example.gladly.com' },
    ['GLADLY_AGENT_EMAIL', 'GLADLY_API_TOKEN', 'SIGN_IN'],
  ],
  [
    'a foreign origin',
    { ...gladly, SIGN_IN: 'none', GLADLY_ORIGIN: 'https://gladly.com.evil.com' },
    ['GLADLY_ORIGIN'],
  ],
  ['an agent who is none', { ...local, GLADLY_AGENT_EMAIL: 'agent' }, ['GLADLY_AGENT_EMAIL']],
  ['an agent with a colon', { ...local, GLADLY_AGENT_EMAIL: 'a:b@c.de' }, ['GLADLY_AGENT_EMAIL']],
  [
    'everything wrong at once',
    {
      PORT: 'x',
      HOST: '0.0.0.0',
      GLADLY_ORIGIN: 'http://s3cret-token@example.gladly.com',
      GLADLY_AGENT_EMAIL: 'agent',
      ATTRIBUTE_SCHEMA: 'a.json',
      CLEAR_WITH_EMPTY_STRING: '2',
    },
    [
      'PORT',
      'CLEAR_WITH_EMPTY_STRING',
      'ATTRIBUTE_SCHEMA',
      'GLADLY_API_TOKEN',
      'GLADLY_AGENT_EMAIL',
      'GLADLY_ORIGIN',
      'HOST',
      'SIGN_IN',
    ],
  ],
])('names what is wrong in one message: %s', (_, env, names) => {
  expect(wrong(env)).toEqual(names);
});

it.each(['0', '1', '65535', ' 8080 '])('takes PORT=%s', (PORT) => {
  expect(readConfig({ PORT }).port).toBe(Number(PORT));
});

it.each(['65536', '99999', '-1', '1e3', '80.5', '0x50', 'http', '٨٠'])(
  'refuses PORT=%s',
  (PORT) => {
    expect(wrong({ PORT })).toEqual(['PORT']);
  },
);

it('reads the definitions of the attributes', () => {
  const ATTRIBUTE_SCHEMA = 'examples/shop-attributes.schema.json';
  const { definitions } = readConfig({ ATTRIBUTE_SCHEMA });
  expect(definitions?.rules.check('birthday', '"2024-02-30"')).toHaveLength(1);
});

it('lists what is wrong with the definitions below their variable', () => {
  const message = messageOf({ PORT: 'x', ATTRIBUTE_SCHEMA: 'package.json' });
  expect(message).toMatch(/^ {2}- PORT must be/m);
  expect(message).toMatch(/^ {2}- ATTRIBUTE_SCHEMA: package\.json cannot be enforced/m);
  expect(message).toMatch(/^ {6}\/scripts is not supported at the top of the file\.$/m);
});

it('keeps drafts in memory alone where the brand says so', () => {
  expect(readConfig({ DRAFTS: 'memory' })).toMatchObject({ storeDrafts: false });
  expect(readConfig({ DRAFTS: 'session' })).toMatchObject({ storeDrafts: true });
  expect(() => readConfig({ DRAFTS: 'forever' })).toThrow('DRAFTS must be');
});

it('gives the brand’s links as it got them', () => {
  const link = { label: 'Open in shop', url: 'https://shop.example/?email={email}', for: 'email' };
  expect(readConfig({ LINKS: ` ${JSON.stringify([link], null, 2)} ` }).links).toBe(
    JSON.stringify([link]),
  );
});

const appSecret = 's3cret-token-of-the-gladly-app-0123456789';

it('turns the Gladly app on with a secret', () => {
  const env = { GLADLY_APP_SECRET: appSecret, PUBLIC_ORIGIN: 'https://panel.example.com' };
  const on = { secrets: [appSecret], mayWrite: false };
  expect(readConfig(env).gladlyApp).toEqual(on);
  expect(readConfig({ ...env, GLADLY_APP_WRITE: '0' }).gladlyApp).toEqual(on);
  const two = {
    ...env,
    GLADLY_APP_SECRET: ` ${appSecret} , ${appSecret}-2`,
    GLADLY_APP_WRITE: '1',
  };
  expect(readConfig(two).gladlyApp).toEqual({
    ...on,
    secrets: [appSecret, `${appSecret}-2`],
    mayWrite: true,
  });
});

it.each([
  [{}, 'http://127.0.0.1:4173'],
  [{ HOST: 'localhost', PORT: '8080' }, 'http://localhost:8080'],
  [{ HOST: '::1' }, 'http://[::1]:4173'],
  [{ PUBLIC_ORIGIN: 'http://localhost:9' }, 'http://localhost:9'],
])('links the Gladly app to this machine: %o', (env, origin) => {
  const config = readConfig({ ...env, GLADLY_APP_SECRET: appSecret });
  expect(config.publicOrigin).toBe(origin);
});

it.each([
  [{ GLADLY_APP_SECRET: 's3cret-token' }, ['GLADLY_APP_SECRET']],
  [{ GLADLY_APP_SECRET: `${appSecret},` }, ['GLADLY_APP_SECRET']],
  [{ GLADLY_APP_SECRET: `${appSecret} ${appSecret}` }, ['GLADLY_APP_SECRET']],
  [{ GLADLY_APP_SECRET: `${appSecret}é` }, ['GLADLY_APP_SECRET']],
  [{ GLADLY_APP_SECRET: [1, 2, 3].map((n) => appSecret + n).join() }, ['GLADLY_APP_SECRET']],
  [{ GLADLY_APP_SECRET: appSecret, HOST: '0.0.0.0' }, ['PUBLIC_ORIGIN', 'HOST']],
  [{ GLADLY_APP_SECRET: appSecret, PUBLIC_ORIGIN: 'panel.example.com' }, ['PUBLIC_ORIGIN']],
  [{ GLADLY_APP_SECRET: appSecret, PUBLIC_ORIGIN: 'http://a.example' }, ['PUBLIC_ORIGIN']],
  [{ GLADLY_APP_SECRET: appSecret, PUBLIC_ORIGIN: 'https://a.example/x' }, ['PUBLIC_ORIGIN']],
  [{ GLADLY_APP_SECRET: appSecret, PUBLIC_ORIGIN: 'https://u@a.example' }, ['PUBLIC_ORIGIN']],
  [{ GLADLY_APP_SECRET: appSecret, PUBLIC_ORIGIN: 'javascript:alert(1)' }, ['PUBLIC_ORIGIN']],
  [{ GLADLY_APP_SECRET: appSecret, GLADLY_APP_WRITE: 'yes' }, ['GLADLY_APP_WRITE']],
  [{ GLADLY_APP_WRITE: '1' }, ['GLADLY_APP_WRITE']],
])('names what is wrong with the Gladly app: %o', (env, names) => {
  expect(wrong(env)).toEqual(names);
});

it('starts no demo where a name is mistyped', () => {
  expect(wrong({ GLADLY_ORIGN: 'https://acme.gladly.com' })).toEqual(['GLADLY_ORIGN']);
  expect(readConfig({ GLADLY_APP_CFG_HOST: 'acme.gladly.com' }).gladly).toBeUndefined();
});

it.each([
  'GLADLY_CUSTOMER_SIDEBAR_SERVICE_HOST',
  'GLADLY_CUSTOMER_SIDEBAR_SERVICE_PORT',
  'GLADLY_CUSTOMER_SIDEBAR_SERVICE_PORT_HTTP',
  'GLADLY_CUSTOMER_SIDEBAR_PORT',
  'GLADLY_CUSTOMER_SIDEBAR_PORT_4173_TCP',
  'GLADLY_CUSTOMER_SIDEBAR_PORT_4173_TCP_ADDR',
  'GLADLY_CUSTOMER_SIDEBAR_PORT_4173_TCP_PORT',
  'GLADLY_CUSTOMER_SIDEBAR_PORT_4173_TCP_PROTO',
  'GLADLY_SERVICE_HOST',
  'GLADLY_PORT',
  'GLADLY_PANEL_NAME',
  'GLADLY_PANEL_ENV_NODE_VERSION',
])('is not stopped by %s, which Kubernetes or Docker sets', (name) => {
  expect(readConfig({ [name]: 'tcp://10.0.0.7:4173' }).gladly).toBeUndefined();
});
