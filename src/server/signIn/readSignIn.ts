import { isLoopback } from '#src/gladly/allowedOrigin.ts';
import { AccessRulesError, readAccessRules, type AccessRules } from './accessRules.ts';
import { HostsError, isExactOrigin, readHosts, type Host } from './hosts.ts';

/** How agents sign in: OpenID Connect, and who of them may do what. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
  /** Absent: a public client, which proves itself with PKCE alone. */
  clientSecret?: string;
  scope: string;
  access: AccessRules;
}

/** Who may ask, as configured. */
export interface SignInConfig {
  /** How browsers reach this server. */
  publicOrigin: string;
  /** Absent: nobody signs in. */
  oidc?: OidcConfig;
  hosts: Host[];
}

type Read = (name: string) => string | undefined;

/** Variables that would limit who gets in; without a sign-in they would be a promise that nobody keeps. */
const oidcVariables = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_SCOPE',
  'ACCESS',
];

function parsed<T>(
  name: string,
  read: Read,
  parse: (text: string) => T,
  problems: string[],
): T | undefined {
  const text = read(name);
  if (text === undefined) return undefined;
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof HostsError || error instanceof AccessRulesError)) throw error;
    problems.push(`${name}: ${error.message}`);
    return undefined;
  }
}

/** An issuer is compared to the letter, so it stays as it was written (OpenID Connect Discovery 1.0, section 4.3). */
function problemOfIssuer(issuer: string): string | undefined {
  if (!URL.canParse(issuer)) return 'is not an address such as https://example.okta.com';
  const { protocol, hostname, search, hash, username, password } = new URL(issuer);
  if (search || hash || username || password) return 'must be an address alone';
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return undefined;
  return 'must begin with https://';
}

function readOidc(read: Read, problems: string[]): OidcConfig | undefined {
  const issuer = read('OIDC_ISSUER');
  const clientId = read('OIDC_CLIENT_ID');
  const clientSecret = read('OIDC_CLIENT_SECRET');
  const scope = read('OIDC_SCOPE') ?? 'openid profile email';
  if (issuer === undefined)
    problems.push('OIDC_ISSUER is missing: the address of the provider that agents sign in with.');
  const problem = issuer === undefined ? undefined : problemOfIssuer(issuer);
  if (problem !== undefined) problems.push(`OIDC_ISSUER ${problem}.`);
  if (clientId === undefined)
    problems.push('OIDC_CLIENT_ID is missing: what the provider calls this server.');
  if (!scope.split(' ').includes('openid'))
    problems.push('OIDC_SCOPE must hold "openid", or the provider would not say who signed in.');
  const access = parsed('ACCESS', read, readAccessRules, problems);
  if (read('ACCESS') === undefined)
    problems.push(
      'ACCESS is missing: without a rule nobody may read. Set for example ACCESS=\'{"read":[{"emailDomain":"example.com"}]}\'.',
    );
  if (issuer === undefined || clientId === undefined || !access) return undefined;
  return { issuer, clientId, ...(clientSecret !== undefined && { clientSecret }), scope, access };
}

/** Where nobody needs to know: no page can have this origin (RFC 2606, section 2). */
const nowhere = 'https://unknown.invalid';

/** Where browsers find a server of this machine; elsewhere only whoever runs it knows. */
function localOrigin(host: string, port: string): string | undefined {
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  const origin = `http://${name}:${port}`;
  return isLoopback(name) && URL.canParse(origin) ? new URL(origin).origin : undefined;
}

function readPublicOrigin(
  read: Read,
  local: string | undefined,
  need: string | undefined,
  problems: string[],
): string {
  const origin = read('PUBLIC_ORIGIN');
  if (origin !== undefined && !isExactOrigin(origin))
    problems.push(
      'PUBLIC_ORIGIN must be an origin such as https://panel.example.com, and nothing after it.',
    );
  if (origin === undefined && need !== undefined && (local === undefined || local.endsWith(':0')))
    problems.push(
      `PUBLIC_ORIGIN is missing: ${need} needs to know how browsers reach this server.`,
    );
  return origin ?? local ?? nowhere;
}

/**
 * Reads who may ask, with `read` giving a variable's value. Adds a line to `problems` for everything that is
 * wrong; the result counts only when there are none.
 */
export function readSignIn(
  read: Read,
  { host, port }: { host: string; port: string },
  problems: string[],
): SignInConfig {
  const signIn = read('SIGN_IN');
  if (signIn !== undefined && signIn !== 'none' && signIn !== 'oidc')
    problems.push('SIGN_IN must be "none" or "oidc".');
  const isOidc = signIn === 'oidc';
  const oidc = isOidc ? readOidc(read, problems) : undefined;
  for (const name of isOidc ? [] : oidcVariables.filter((variable) => read(variable) !== undefined))
    problems.push(`${name} is set, but nobody signs in: set SIGN_IN=oidc, or remove it.`);
  const hosts = parsed('HOSTS', read, readHosts, problems) ?? [];
  const hasIssuer = hosts.some(({ launch }) => launch);
  const needs = [
    ...(isOidc ? ['SIGN_IN=oidc'] : []),
    ...(hasIssuer ? ['a host with an issuer'] : []),
    ...(read('GLADLY_APP_SECRET') === undefined ? [] : ['the Gladly app']),
  ];
  const publicOrigin = readPublicOrigin(read, localOrigin(host, port), needs[0], problems);
  return { publicOrigin, ...(oidc && { oidc }), hosts };
}
