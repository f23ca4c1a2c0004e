import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { createEmulator } from '#src/emulator/emulator.ts';
import { createGladlyClient, type GladlyClient } from '#src/gladly/client.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { createServer } from './createServer.ts';
import {
  definitionsOf,
  noDefinitions,
  type ServedDefinitions,
} from './definitions/definitionsOf.ts';
import { createGladlyApp } from './gladlyApp/createGladlyApp.ts';
import { logToStdout } from './log.ts';
import { servePages } from './servePages.ts';
import { createAuthentication } from './signIn/authentication.ts';
import { createProvider } from './signIn/provider.ts';
import { createTransactions } from './signIn/transactions.ts';

/** How long requests that are under way may take after the server was asked to stop. */
const patienceMs = 10_000;

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    return process.exit(1);
  }
}

/** The real Gladly, or the emulator inside this process, asked in the same way. */
function connect({ gladly }: Config): GladlyClient {
  if (gladly) return createGladlyClient(gladly);
  const demo = { agentEmail: 'agent@example.com', apiToken: 'emulator-token' };
  const emulator = createEmulator(demo);
  return createGladlyClient({ ...demo, origin: 'http://localhost', fetch: emulator.fetch });
}

/** What a demo's attributes mean: the example that brands can begin with. It stands in the repository, beside `dist`. */
function exampleDefinitions(): ServedDefinitions {
  const file = new URL('../../examples/shop-attributes.schema.json', import.meta.url);
  return definitionsOf(readFileSync(file, 'utf8'));
}

const config = configOrExit();
const demo = config.gladly === undefined;
const definitions = config.definitions ?? (demo ? exampleDefinitions() : noDefinitions);
const { publicOrigin, oidc } = config;
const rule = { clearWithEmptyString: config.clearWithEmptyString };
const authentication = createAuthentication({
  publicOrigin,
  required: oidc !== undefined,
  hosts: config.hosts,
  log: logToStdout,
});
const app = createServer({
  gladly: connect(config),
  rule,
  definitions,
  log: logToStdout,
  authentication,
  loopbackOnly: config.loopbackOnly,
  ...(config.gladlyApp && { gladlyApp: createGladlyApp(config.gladlyApp) }),
});
servePages(app, {
  folder: fileURLToPath(new URL('../client', import.meta.url)),
  demo,
  storeDrafts: config.storeDrafts,
  rule,
  links: config.links,
  schema: definitions.text,
  authentication,
  ...(oidc && {
    oidc: {
      provider: createProvider(oidc, `${publicOrigin}/sign-in/callback`),
      access: oidc.access,
      transactions: createTransactions(Date.now),
      log: logToStdout,
    },
  }),
});

const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, (address) => {
  const origin = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${address.port}`;
  const lines = [`Customer profile  ${origin}/`, `Panel alone       ${origin}/embed?customer=ID`];
  const demoLines = [
    `Agent desktop     ${origin}/host`,
    `An example        ${origin}/?customer=maya-lindqvist-0001`,
    'This is a demo: it runs on an emulated Gladly with invented people, and forgets every change when it stops.',
  ];
  console.log([...lines, ...(demo ? demoLines : [])].join('\n'));
});

server.on('error', (error: NodeJS.ErrnoException) => {
  const reason =
    error.code === 'EADDRINUSE'
      ? `Port ${config.port} is in use. Stop what uses it, or set PORT to another.`
      : `Cannot listen on ${config.host}:${config.port} (${error.code ?? error.name}). Check HOST and PORT.`;
  console.error(reason);
  process.exit(1);
});

function stop(): void {
  server.close(() => process.exit(0));
  setTimeout(() => process.exit(1), patienceMs).unref();
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);

// `npm start` hands a signal to its shell alone, which dies of it and leaves us behind.
if (process.env['npm_lifecycle_event'] === 'start') {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}
