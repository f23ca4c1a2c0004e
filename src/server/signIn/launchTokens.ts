import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  errors,
  jwtVerify,
  type JWTVerifyGetKey,
} from 'jose';
import * as z from 'zod/mini';
import { idPattern } from '#src/contract/paths.ts';
import { nonceOf } from '#src/contract/secrets.ts';
import { createExpiringMap } from './expiringMap.ts';
import type { Agent } from './Grant.ts';
import type { Host, LaunchIssuer } from './hosts.ts';

/** How long a host's backend may let its token live. */
const longestSeconds = 120;
/** How far the clocks of two servers may be apart. */
const toleranceSeconds = 5;
/** A token of ours has about a dozen short claims. */
const mostCharacters = 8192;
const jwksTimeoutMs = 5000;

const name = z.string().check(z.minLength(1), z.maxLength(200));

const claimsSchema = z.object({
  /** Ours alone: whom else it is meant for could bring it to us. */
  aud: z.union([z.string(), z.tuple([z.string()])]),
  sub: name,
  name: z.optional(name),
  customer_id: z.string().check(z.regex(idPattern)),
  scope: z.string(),
  host_origin: z.string(),
  nonce: z.optional(z.string().check(z.minLength(16), z.maxLength(200))),
  jti: name,
  iat: z.number(),
  exp: z.number(),
});

/** Who opens which customer, as a host's backend proved it. */
interface Launch {
  agent: Agent;
  customerId: string;
  mayWrite: boolean;
  host: Host;
}

/** `refused`: the token is not good. `unreachable`: the host's keys cannot be fetched now. The code is for the log. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';
  readonly kind: 'refused' | 'unreachable';
  readonly code: string;

  constructor(kind: 'refused' | 'unreachable', code: string) {
    super(`Launch token ${kind}: ${code}`);
    this.kind = kind;
    this.code = code;
  }
}

const refuse = (code: string) => new LaunchError('refused', code);

interface LaunchTokensOptions {
  /** Our own origin, which must be the token's `aud`. */
  audience: string;
  hosts: readonly Host[];
  /** Milliseconds since 1970. */
  now: () => number;
}

export interface LaunchTokens {
  /**
   * Takes a token, once: a second time it is refused. `secret` is what the panel made up for this token and told nobody,
   * whose digest is the token's nonce; a token that comes by form has neither. Throws a {@link LaunchError}.
   */
  redeem(token: string, secret: string | undefined): Promise<Launch>;
}

interface Issuer {
  host: Host;
  launch: LaunchIssuer;
  getKey: JWTVerifyGetKey;
}

function getKeyOf({ keys }: LaunchIssuer): JWTVerifyGetKey {
  return keys instanceof URL
    ? createRemoteJWKSet(keys, { timeoutDuration: jwksTimeoutMs })
    : createLocalJWKSet(keys);
}

/** What went wrong while verifying, told apart from keys that could not be fetched. */
function verifyError(error: unknown, { keys }: LaunchIssuer): LaunchError {
  const code = error instanceof errors.JOSEError ? error.code : 'ERR_KEYS';
  const isOfKeys = ['ERR_KEYS', 'ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC'].includes(code);
  return keys instanceof URL && isOfKeys ? new LaunchError('unreachable', code) : refuse(code);
}

/**
 * Launch tokens: JWTs (RFC 7519) by which a web desktop's backend proves agent and customer, checked as RFC 8725 asks:
 * issuer, audience, type, algorithms and keys are pinned by configuration and never taken from the token.
 */
export function createLaunchTokens(options: LaunchTokensOptions): LaunchTokens {
  const { audience, hosts, now } = options;
  const issuers = hosts.flatMap((host): Issuer[] =>
    host.launch ? [{ host, launch: host.launch, getKey: getKeyOf(host.launch) }] : [],
  );
  // Dropping one that is still alive would let its token in again, so a full memory refuses.
  const used = createExpiringMap<true>({ now, most: 100_000, whenFull: 'refuse' });

  /** The claims choose which pinned issuer to check against; whether they are true is seen only then. */
  function issuerOf(token: string): Issuer | undefined {
    try {
      const claims = decodeJwt(token);
      return issuers.find(
        ({ host, launch }) => launch.issuer === claims.iss && host.origin === claims['host_origin'],
      );
    } catch {
      return undefined;
    }
  }

  async function verify(token: string, { launch, getKey }: Issuer) {
    try {
      const { payload } = await jwtVerify(token, getKey, {
        issuer: launch.issuer,
        audience,
        typ: 'launch+jwt',
        algorithms: [...launch.algorithms],
        currentDate: new Date(now()),
        clockTolerance: toleranceSeconds,
        // Also refuses an `iat` that lies in the future.
        maxTokenAge: longestSeconds,
        requiredClaims: ['iss', 'aud', 'exp', 'iat'],
      });
      return payload;
    } catch (error) {
      throw verifyError(error, launch);
    }
  }

  return {
    async redeem(token, secret) {
      const issuer = token.length > mostCharacters ? undefined : issuerOf(token);
      if (!issuer) throw refuse('unknown_issuer');
      const parsed = claimsSchema.safeParse(await verify(token, issuer));
      if (!parsed.success) throw refuse('claims');
      const claims = parsed.data;
      if (claims.exp - claims.iat > longestSeconds) throw refuse('too_long_lived');
      // A nonce is no secret, so it does not matter how long comparing takes.
      const nonce = secret === undefined ? undefined : await nonceOf(secret);
      if (claims.nonce !== nonce) throw refuse('nonce');
      const scopes = claims.scope.split(' ');
      if (!scopes.includes('profile:read')) throw refuse('scope');
      const { launch, host } = issuer;
      const id = JSON.stringify([launch.issuer, claims.jti]);
      if (used.get(id)) throw refuse('replayed');
      // A second longer than the token itself, whose check counts whole seconds.
      const forgetAt = (Math.ceil(claims.exp) + toleranceSeconds + 1) * 1000;
      if (!used.set(id, true, forgetAt)) throw refuse('memory_full');
      return {
        agent: { id: claims.sub, name: claims.name ?? claims.sub },
        customerId: claims.customer_id,
        mayWrite: launch.write && scopes.includes('profile:write'),
        host,
      };
    },
  };
}
