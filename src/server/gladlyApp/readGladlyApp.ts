import { isLoopback } from '#src/gladly/allowedOrigin.ts';

export interface GladlyAppConfig {
  /** What the app may show as its secret: the one in use, and while it is being replaced the next one. */
  secrets: readonly string[];
  /** Where agents open the panel; an origin, without a path. */
  publicOrigin: string;
  /** Whether the form in Gladly may change attributes. */
  mayWrite: boolean;
}

type Environment = Record<string, string | undefined>;

const valueOf = (env: Environment, name: string) => env[name]?.trim() || undefined;

/** What an HTTP header carries unharmed (RFC 9110, section 5.5), without the comma that separates two. */
const secretPattern = /^[\x21-\x2b\x2d-\x7e]{32,}$/;

function readSecrets(text: string, problems: string[]): string[] {
  const secrets = text.split(',').map((secret) => secret.trim());
  if (secrets.length > 2)
    problems.push('GLADLY_APP_SECRET may hold two secrets: the one in use, and the next one.');
  if (secrets.some((secret) => !secretPattern.test(secret)))
    problems.push(
      'GLADLY_APP_SECRET must have at least 32 characters, visible ones of ASCII: for example what "openssl rand -hex 32" prints.',
    );
  return secrets;
}

/** `undefined` when it is not an origin that agents may be sent to: `https:`, or this machine. */
function checkedOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return isSafe && (text === url.origin || text === `${url.origin}/`) ? url.origin : undefined;
}

/** Where nothing is said, only whoever sits at this machine can follow a link to it. */
function ownOrigin(env: Environment): string | undefined {
  const host = valueOf(env, 'HOST') ?? '127.0.0.1';
  const port = valueOf(env, 'PORT') ?? '4173';
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return isLoopback(host) || host === '::1' ? checkedOrigin(`http://${name}:${port}`) : undefined;
}

/**
 * Reads the variables of the Gladly app. `undefined` where `GLADLY_APP_SECRET` is not set: then its
 * addresses are not there. What is wrong is added to `problems`, without the secrets themselves.
 */
export function readGladlyApp(env: Environment, problems: string[]): GladlyAppConfig | undefined {
  const text = valueOf(env, 'GLADLY_APP_SECRET');
  const write = valueOf(env, 'GLADLY_APP_WRITE');
  if (!['0', '1', undefined].includes(write)) problems.push('GLADLY_APP_WRITE must be 1 or 0.');
  if (text === undefined) {
    if (write === '1') problems.push('GLADLY_APP_WRITE=1 works with GLADLY_APP_SECRET only.');
    return undefined;
  }
  const secrets = readSecrets(text, problems);
  const given = valueOf(env, 'PUBLIC_ORIGIN');
  const publicOrigin = given === undefined ? ownOrigin(env) : checkedOrigin(given);
  if (publicOrigin === undefined)
    problems.push(
      given === undefined
        ? 'PUBLIC_ORIGIN is missing: Gladly’s card links there, for example https://panel.example.com.'
        : 'PUBLIC_ORIGIN must be an origin such as https://panel.example.com; http:// works on this machine only.',
    );
  return { secrets, publicOrigin: publicOrigin ?? '', mayWrite: write === '1' };
}
