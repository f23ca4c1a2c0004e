import { expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const gladly = {
  GLADLY_ORIGIN: 'https://example.gladly.com',
  GLADLY_AGENT_EMAIL: 'agent@example.com',
  GLADLY_API_TOKEN: 's3cret-token',
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
  expect(readConfig({ ...local, HOST: '0.0.0.0' })).toMatchObject({ loopbackOnly: false });
});

it('takes an emulator inside on any address', () => {
  expect(readConfig({ HOST: '0.0.0.0', CLEAR_WITH_EMPTY_STRING: '1' })).toEqual({
    port: 4173,
    host: '0.0.0.0',
    clearWithEmptyString: true,
    storeDrafts: true,
    loopbackOnly: false,
  });
});

it.each([
  ['no sign-in', gladly, ['SIGN_IN']],
  ['an open host', { ...gladly, SIGN_IN: 'none', HOST: '0.0.0.0' }, ['HOST']],
  ['an open host without sign-in', { ...gladly, HOST: '10.0.0.1' }, ['HOST', 'SIGN_IN']],
  ['a sign-in that is not there yet', { ...gladly, SIGN_IN: 'oidc' }, ['SIGN_IN']],
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
  const env = { GLADLY_APP_SECRET: appSecret, PUBLIC_ORIGIN: 'https://panel.example.com/' };
  const on = { secrets: [appSecret], publicOrigin: 'https://panel.example.com', mayWrite: false };
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
  expect(config.gladlyApp?.publicOrigin).toBe(origin);
});

it.each([
  [{ GLADLY_APP_SECRET: 's3cret-token' }, ['GLADLY_APP_SECRET']],
  [{ GLADLY_APP_SECRET: `${appSecret},` }, ['GLADLY_APP_SECRET']],
  [{ GLADLY_APP_SECRET: `${appSecret} ${appSecret}` }, ['GLADLY_APP_SECRET']],
  [{ GLADLY_APP_SECRET: `${appSecret}é` }, ['GLADLY_APP_SECRET']],
  [{ GLADLY_APP_SECRET: [1, 2, 3].map((n) => appSecret + n).join() }, ['GLADLY_APP_SECRET']],
  [{ GLADLY_APP_SECRET: appSecret, HOST: '0.0.0.0' }, ['PUBLIC_ORIGIN']],
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
