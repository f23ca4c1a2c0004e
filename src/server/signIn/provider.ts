import * as client from 'openid-client';
import { joinClaims, type Claims } from './accessRules.ts';
import type { OidcConfig } from './readSignIn.ts';

const timeoutSeconds = 10;

/** Why the provider did not help: it cannot be reached, the agent or the provider said no, or its answer is not acceptable. */
type ProviderFault = 'unreachable' | 'cancelled' | 'failed';

/** `code` is for the log: the standard's or the client's word for it, never the provider's prose. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly fault: ProviderFault;
  readonly code: string;

  constructor(fault: ProviderFault, code: string) {
    super(`OpenID provider ${fault}: ${code}`);
    this.fault = fault;
    this.code = code;
  }
}

/** What ties the answer that comes back to the request that went out. */
export interface Checks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

export interface Provider {
  /** How people know it: the host name of the issuer. */
  readonly name: string;
  /** Where to send the agent's browser. Throws a {@link ProviderError}. */
  signInUrl(checks: Checks): Promise<string>;
  /** Who came back to `/sign-in/callback` with this query, from ID token and userinfo. Throws a {@link ProviderError}. */
  readClaims(query: string, checks: Checks): Promise<Claims & { sub: string }>;
  /** Where an agent can end the provider's own session, if it has such a place and has been asked before. */
  signOutUrl(): string | undefined;
}

/** HTTP Basic where the provider takes it, as is the default (OpenID Connect Discovery 1.0, section 3). */
function clientAuth(secret: string | undefined): client.ClientAuth {
  if (secret === undefined) return client.None();
  const basic = client.ClientSecretBasic(secret);
  const post = client.ClientSecretPost(secret);
  return function authenticate(server, ...request) {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...request);
  };
}

/** OAuth's error codes are words of small letters (RFC 6749, section 4.1.2.1); anything else is the sender's invention. */
const oauthCode = (code: string) => (/^[a-z_]{1,60}$/.test(code) ? code : 'unknown');

/** Codes of the client that stand for no usable answer, rather than for a wrong one. */
const silence = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'];

function toProviderError(error: unknown): ProviderError {
  if (error instanceof client.AuthorizationResponseError) {
    const code = oauthCode(error.error);
    if (['access_denied', 'login_required', 'interaction_required'].includes(code))
      return new ProviderError('cancelled', code);
    const isBusy = ['server_error', 'temporarily_unavailable'].includes(code);
    return new ProviderError(isBusy ? 'unreachable' : 'failed', code);
  }
  if (error instanceof client.ResponseBodyError)
    return new ProviderError('failed', oauthCode(error.error));
  if (error instanceof client.WWWAuthenticateChallengeError)
    return new ProviderError('failed', oauthCode(error.cause[0]?.parameters['error'] ?? ''));
  if (error instanceof client.ClientError) {
    const { code = error.name } = error;
    return new ProviderError(silence.includes(code) ? 'unreachable' : 'failed', code);
  }
  // What `fetch` throws when there is no connection has no code.
  if (error instanceof TypeError && !('code' in error))
    return new ProviderError('unreachable', 'no_connection');
  return new ProviderError('failed', error instanceof Error ? error.name : 'unknown');
}

/**
 * Agents' sign-in with OpenID Connect: authorization code with PKCE, state and nonce (RFC 9700, section 2.1). The provider
 * is asked for its metadata when the first agent signs in, and again until it answers, so that this server starts without it.
 */
export function createProvider(config: OidcConfig, redirectUri: string): Provider {
  const issuer = new URL(config.issuer);
  let discovered: client.Configuration | undefined;
  let discovering: Promise<client.Configuration> | undefined;

  async function discover(): Promise<client.Configuration> {
    discovered = await client.discovery(
      issuer,
      config.clientId,
      {},
      clientAuth(config.clientSecret),
      {
        timeout: timeoutSeconds,
        execute: [
          // The ID token's signature counts even though it comes over TLS.
          client.enableNonRepudiationChecks,
          ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
        ],
      },
    );
    return discovered;
  }

  async function configuration(): Promise<client.Configuration> {
    if (discovered) return discovered;
    // Agents who sign in at once wait for the same answer.
    discovering ??= discover().finally(() => (discovering = undefined));
    return discovering;
  }

  return {
    name: issuer.host,
    async signInUrl({ state, nonce, codeVerifier }) {
      try {
        const url = client.buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirectUri,
          scope: config.scope,
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
        });
        return url.href;
      } catch (error) {
        throw toProviderError(error);
      }
    },
    async readClaims(query, { state, nonce, codeVerifier }) {
      try {
        const provider = await configuration();
        const tokens = await client.authorizationCodeGrant(provider, new URL(query, redirectUri), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
        });
        const claims = tokens.claims();
        if (!claims) throw new ProviderError('failed', 'no_id_token');
        // Many providers tell addresses and groups here alone.
        const told = provider.serverMetadata().userinfo_endpoint
          ? await client.fetchUserInfo(provider, tokens.access_token, claims.sub)
          : {};
        return joinClaims(claims, told);
      } catch (error) {
        throw error instanceof ProviderError ? error : toProviderError(error);
      }
    },
    signOutUrl() {
      const address = discovered?.serverMetadata().end_session_endpoint;
      if (address === undefined || !discovered) return undefined;
      const url = new URL(address);
      // Without id_token_hint, which would put a token into an address: the provider asks the agent instead.
      url.searchParams.set('client_id', config.clientId);
      return url.href;
    },
  };
}
