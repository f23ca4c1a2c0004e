import { createPublicKey } from 'node:crypto';
import * as z from 'zod/mini';
import { isLoopback } from '#src/gladly/allowedOrigin.ts';

/** Asymmetric only: a host that could sign with our key could also be impersonated by whoever checks it (RFC 8725, 3.1). */
const algorithms = ['ES256', 'EdDSA', 'RS256', 'PS256'] as const;

const keySchema = z.looseObject({ kty: z.enum(['EC', 'OKP', 'RSA']) });
const keySetSchema = z.object({ keys: z.array(keySchema).check(z.minLength(1)) });

const hostSchema = z.strictObject({
  origin: z.string(),
  issuer: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  algorithms: z.optional(z.array(z.enum(algorithms)).check(z.minLength(1))),
  jwks: z.optional(keySetSchema),
  jwksUri: z.optional(z.string()),
  write: z.optional(z.boolean()),
});

type HostEntry = z.infer<typeof hostSchema>;
type KeySet = z.infer<typeof keySetSchema>;

/** How a host's backend proves an agent and a customer to us. */
export interface LaunchIssuer {
  issuer: string;
  algorithms: readonly string[];
  /** Its public keys, or where they are kept (JWK Set, RFC 7517). */
  keys: KeySet | URL;
  /** Whether its tokens may let an agent change customers. */
  write: boolean;
}

/** A web desktop that may show the panel in a frame. */
export interface Host {
  /** As browsers write it in `Origin`, safe to stand in a Content-Security-Policy. */
  origin: string;
  /** Absent: its agents sign in themselves, in a window of ours. */
  launch?: LaunchIssuer;
}

/** Thrown with one line that says what is wrong, in words for whoever configures the server. */
export class HostsError extends Error {
  override readonly name = 'HostsError';
}

const extensionOrigin = /^chrome-extension:\/\/[a-p]{32}$/;
/** The URL parser takes hosts such as `*.example.com` and `a;b`, which mean something else in a policy. */
const plainOrigin = /^https?:\/\/(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/;

const isSafeUrl = ({ protocol, hostname }: URL) =>
  protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));

/** Whether the text is an origin exactly as browsers write it: https, or http on this machine. */
export function isExactOrigin(text: string): boolean {
  if (!plainOrigin.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.origin === text && isSafeUrl(url);
}

const example = '[{"origin":"https://desk.example.com"}]';

/** What each field must be, in words: the schema's own would name none of them. */
const shapes: Record<string, string> = {
  origin: 'an "origin" such as https://desk.example.com',
  issuer: 'an "issuer" of 1 to 200 characters',
  algorithms: `"algorithms" that are a list of some of ${algorithms.join(', ')}`,
  jwks: '"jwks" such as {"keys":[PUBLIC KEY, …]}, each an EC, OKP or RSA key in JWK form',
  jwksUri: 'a "jwksUri" that is a text',
  write: '"write" that is true or false, without quotes',
};

/** An empty path: the host is no object, or has a field that does not exist. */
function problemOfShape([field]: readonly PropertyKey[]): string {
  const shape = typeof field === 'string' ? shapes[field] : undefined;
  return shape === undefined
    ? `must be an object such as {"origin":"https://desk.example.com"}, with no fields but ${Object.keys(shapes).join(', ')}`
    : `must have ${shape}`;
}

function problemOfKey(jwk: z.infer<typeof keySchema>): string | undefined {
  if ('d' in jwk || 'k' in jwk) return 'holds a private key; give its public part alone';
  try {
    const { asymmetricKeyDetails } = createPublicKey({ format: 'jwk', key: jwk });
    if ((asymmetricKeyDetails?.modulusLength ?? 2048) < 2048) return 'has fewer than 2048 bits';
    return undefined;
  } catch {
    return 'is not a public key in JWK form';
  }
}

function readKeys({ jwks, jwksUri }: HostEntry, fail: (problem: string) => never): KeySet | URL {
  if (jwks && jwksUri !== undefined) return fail('has both "jwks" and "jwksUri"; it needs one');
  if (jwks) {
    for (const [index, key] of jwks.keys.entries()) {
      const problem = problemOfKey(key);
      if (problem !== undefined) return fail(`: key ${index + 1} ${problem}`);
    }
    return jwks;
  }
  if (jwksUri === undefined)
    return fail('has an "issuer", so it needs its keys: "jwks" or "jwksUri"');
  if (!URL.canParse(jwksUri) || !isSafeUrl(new URL(jwksUri)))
    return fail('has a "jwksUri" that does not begin with https://');
  return new URL(jwksUri);
}

function readLaunch(entry: HostEntry, fail: (problem: string) => never): LaunchIssuer | undefined {
  const { issuer, write = false } = entry;
  if (issuer === undefined) {
    const idle = (['algorithms', 'jwks', 'jwksUri', 'write'] as const).find(
      (name) => name in entry,
    );
    return idle === undefined
      ? undefined
      : fail(`has "${idle}" but no "issuer", so nothing of it would be used`);
  }
  if (!entry.algorithms)
    return fail(`has an "issuer", so it needs "algorithms", some of ${algorithms.join(', ')}`);
  return { issuer, algorithms: entry.algorithms, keys: readKeys(entry, fail), write };
}

/**
 * Reads the web desktops that may frame the panel (`HOSTS`). Throws a {@link HostsError}: a host that is half
 * right would let the wrong page in, or nobody.
 */
export function readHosts(text: string): Host[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new HostsError(`is not JSON. Set for example HOSTS='${example}'.`);
  }
  const list = z.array(z.unknown()).safeParse(json);
  if (!list.success) throw new HostsError(`must be a JSON array of hosts, for example ${example}.`);
  const hosts = list.data.map((item, index): Host => {
    const fail = (problem: string): never => {
      throw new HostsError(`host ${index + 1} ${problem}.`.replace(' :', ':'));
    };
    const parsed = hostSchema.safeParse(item);
    if (!parsed.success) return fail(problemOfShape(parsed.error.issues[0]?.path ?? []));
    const { origin } = parsed.data;
    if (!isExactOrigin(origin) && !extensionOrigin.test(origin))
      return fail(
        'must have an "origin" such as https://desk.example.com, and nothing after it; http:// only for this machine',
      );
    const launch = readLaunch(parsed.data, fail);
    return { origin, ...(launch && { launch }) };
  });
  const twice = hosts.find(({ origin }, index) =>
    hosts.some((host, other) => other < index && host.origin === origin),
  );
  if (twice) throw new HostsError(`${twice.origin} is there twice.`);
  return hosts;
}
