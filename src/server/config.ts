import * as z from 'zod/mini';
import { allowedOrigin, isLoopback } from '#src/gladly/allowedOrigin.ts';
import type { ServedDefinitions } from './definitions/definitionsOf.ts';
import { DefinitionsError, loadDefinitions } from './definitions/loadDefinitions.ts';
import { readGladlyApp, type GladlyAppConfig } from './gladlyApp/readGladlyApp.ts';
import { LinksError, readLinks } from './links.ts';
import { readSignIn, type SignInConfig } from './signIn/readSignIn.ts';

interface GladlyAccess {
  origin: string;
  agentEmail: string;
  apiToken: string;
}

export interface Config extends SignInConfig {
  port: number;
  host: string;
  /** Absent: the emulator runs inside, and this is a demo. */
  gladly?: GladlyAccess;
  /** The brand's attributes; absent where none are described. */
  definitions?: ServedDefinitions;
  clearWithEmptyString: boolean;
  /** Whether panels may keep unsaved edits in the tab's session storage; else in memory alone. */
  storeDrafts: boolean;
  /** The brand's own links as JSON, checked; absent where there are none. */
  links?: string;
  /** Customers of a Gladly outside this process, without sign-in: only this machine may ask. */
  loopbackOnly: boolean;
  /** What the app in Gladly may do here; absent where it is not used. */
  gladlyApp?: GladlyAppConfig;
}

/** Everything that is wrong with the configuration, a line for each variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(problems: readonly string[]) {
    super(
      [
        'The server cannot start, because its configuration is not right:',
        ...problems.map((problem) => `  - ${problem}`),
        'Nothing was started. README.md lists the variables.',
      ].join('\n'),
    );
  }
}

const port = z.string().check(
  z.regex(/^\d{1,5}$/),
  z.refine((text) => Number(text) <= 65_535),
);
const gladlyVariables = ['GLADLY_ORIGIN', 'GLADLY_AGENT_EMAIL', 'GLADLY_API_TOKEN'] as const;

type Environment = Record<string, string | undefined>;

/** An empty variable is one that is not set: that is how shells and compose files leave one out. */
const valueOf = (env: Environment, name: string) => env[name]?.trim() || undefined;

function readGladly(env: Environment, problems: string[]): GladlyAccess | undefined {
  const [origin, agentEmail, apiToken] = gladlyVariables.map((name) => valueOf(env, name));
  if (origin === undefined && agentEmail === undefined && apiToken === undefined) return undefined;
  for (const name of gladlyVariables.filter((variable) => valueOf(env, variable) === undefined))
    problems.push(`${name} is missing: set all three of ${gladlyVariables.join(', ')}, or none.`);
  if (agentEmail !== undefined && (!agentEmail.includes('@') || agentEmail.includes(':')))
    problems.push(
      'GLADLY_AGENT_EMAIL is not an e-mail address: the one that the API token is for.',
    );
  if (origin === undefined) return undefined;
  const checked = allowedOrigin(origin);
  if ('problem' in checked) {
    problems.push(`GLADLY_ORIGIN ${checked.problem}.`);
    return undefined;
  }
  if (agentEmail === undefined || apiToken === undefined) return undefined;
  return { origin: checked.origin, agentEmail, apiToken };
}

/** Whether the origin is anything but this machine's, right or wrong: then the customers are real. */
function isRealGladly(env: Environment): boolean {
  const origin = valueOf(env, 'GLADLY_ORIGIN');
  return origin !== undefined && !(URL.canParse(origin) && isLoopback(new URL(origin).hostname));
}

const isLoopbackHost = (host: string) => isLoopback(host) || host === '::1';

function checkNoSignIn(env: Environment, host: string, problems: string[]) {
  const isDemo = gladlyVariables.every((name) => valueOf(env, name) === undefined);
  if (isDemo && !isLoopbackHost(host))
    problems.push(
      `HOST is ${host}: a demo has no sign-in, so it listens on 127.0.0.1 only. Connect a Gladly, or set SIGN_IN=oidc.`,
    );
  // Also with a Gladly on this machine: what listens there may well be the way to the real one.
  if (!isDemo && !isLoopbackHost(host))
    problems.push(
      `HOST is ${host}: with a Gladly and no sign-in, this server may listen on 127.0.0.1 only, or anybody who reaches it could read and change customers.`,
    );
  if (isRealGladly(env) && valueOf(env, 'SIGN_IN') === undefined)
    problems.push(
      'SIGN_IN is missing: a real Gladly needs a sign-in. Set SIGN_IN=oidc, or SIGN_IN=none to say that everybody who uses this machine may read and change customers.',
    );
}

function checkSwitches(env: Environment, problems: string[]) {
  if (!['0', '1', undefined].includes(valueOf(env, 'CLEAR_WITH_EMPTY_STRING')))
    problems.push('CLEAR_WITH_EMPTY_STRING must be 1 or 0.');
  if (!['session', 'memory', undefined].includes(valueOf(env, 'DRAFTS')))
    problems.push('DRAFTS must be "session" or "memory".');
}

function readAttributeSchema(env: Environment, problems: string[]) {
  const path = valueOf(env, 'ATTRIBUTE_SCHEMA');
  if (path === undefined) return undefined;
  try {
    return loadDefinitions(path);
  } catch (error) {
    if (!(error instanceof DefinitionsError)) throw error;
    problems.push(`ATTRIBUTE_SCHEMA: ${error.message}`);
    return undefined;
  }
}

function checkedLinks(env: Environment, problems: string[]): string | undefined {
  const text = valueOf(env, 'LINKS');
  if (text === undefined) return undefined;
  try {
    return readLinks(text);
  } catch (error) {
    if (!(error instanceof LinksError)) throw error;
    problems.push(`LINKS: ${error.message}`);
    return undefined;
  }
}

const knownGladly = [...gladlyVariables, 'GLADLY_APP_SECRET', 'GLADLY_APP_WRITE'];
/** What Gladly's own command line tool is configured with, which may run in the same shell. */
const ofGladlysTool = /^GLADLY_APP_CFG_/;
/** What Kubernetes and Docker's links say of a service whose name begins with "gladly", such as this server's own. */
const ofNeighbours =
  /^GLADLY(_\w+)?_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT(_\d+_(TCP|UDP|SCTP)(_(ADDR|PORT|PROTO))?)?|NAME|ENV_\w+)$/;

/** A name that is mistyped would start a demo instead of what was meant. */
function checkNames(env: Environment, problems: string[]): void {
  for (const name of Object.keys(env))
    if (
      name.startsWith('GLADLY_') &&
      !knownGladly.includes(name) &&
      !ofGladlysTool.test(name) &&
      !ofNeighbours.test(name)
    )
      problems.push(`${name} is no variable of this server. There are ${knownGladly.join(', ')}.`);
}

/**
 * Parses the environment and reads the file that it names. Throws one {@link ConfigError} with everything
 * that is wrong or missing.
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const portText = valueOf(env, 'PORT') ?? '4173';
  if (!port.safeParse(portText).success) problems.push('PORT must be a number from 0 to 65535.');
  const host = valueOf(env, 'HOST') ?? '127.0.0.1';
  checkNames(env, problems);
  checkSwitches(env, problems);
  const definitions = readAttributeSchema(env, problems);
  const links = checkedLinks(env, problems);
  const gladly = readGladly(env, problems);
  const isOidc = valueOf(env, 'SIGN_IN') === 'oidc';
  const signIn = readSignIn((name) => valueOf(env, name), { host, port: portText }, problems);
  const gladlyApp = readGladlyApp((name) => valueOf(env, name), problems);
  if (!isOidc) checkNoSignIn(env, host, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    port: Number(portText),
    host,
    ...(gladly && { gladly }),
    ...(definitions && { definitions }),
    clearWithEmptyString: valueOf(env, 'CLEAR_WITH_EMPTY_STRING') === '1',
    storeDrafts: valueOf(env, 'DRAFTS') !== 'memory',
    ...(links !== undefined && { links }),
    loopbackOnly: !isOidc && gladly !== undefined,
    ...signIn,
    ...(gladlyApp && { gladlyApp }),
  };
}
