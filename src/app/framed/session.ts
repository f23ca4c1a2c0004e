import * as z from 'zod/mini';
import { paths } from '#src/contract/paths.ts';
import { problemSchema, problemStatus } from '#src/contract/problem.ts';
import { nonceOf, randomToken } from '#src/contract/secrets.ts';
import { ApiError } from '#src/customer/ApiError.ts';
import { createCustomerApi, read, type Fetch } from '#src/customer/api.ts';

const grantSchema = z.object({
  accessToken: z.string(),
  expiresInSeconds: z.number(),
  /** The customer that the grant is for; absent: every customer that the agent may see. */
  customerId: z.optional(z.string()),
  mayWrite: z.boolean(),
  agent: z.object({ id: z.string() }),
});

/** What the server gave for a launch token or a code. The rest of the answer is for the page to show. */
export type Grant = z.infer<typeof grantSchema>;

/** A grant as the server wrote it into the page or answers it; throws when it is none. */
export const readGrant = (json: string): Grant => grantSchema.parse(JSON.parse(json));

/** The part of a token's life after which it is renewed: a save that begins with it also ends with it. */
const usedFor = 0.9;

interface Held extends Grant {
  renewAt: number;
}

/** What came of asking for a new token: neither, where the desktop gives none at all. */
interface Renewal {
  grant?: Held;
  failure?: ApiError;
}

export interface SessionOptions {
  fetch: Fetch;
  /** What came with the page. */
  grant?: Grant | undefined;
  /** The code of a sign-in that a page before this one was told of, and left to this one. */
  code?: string | undefined;
  /** A fresh launch token by the desktop's own server; none where it does not vouch for its agents. Rejects where it fails to. */
  getToken: (nonce: string, customerId: string | undefined) => Promise<string | undefined>;
  /** The customer whom calls without a customer of their own are about. */
  shown: () => string | undefined;
  /** There is a new grant, for the agent of this id. */
  onGrant: (agentId: string) => void;
  /** A call goes out without a grant: what it may, and who asks, is up to the page's cookie. */
  onNoGrant: () => void;
  now?: () => number;
}

export interface TokenSession {
  /** Exchanges the code of a sign-in in a popup. Rejects with an `ApiError` when it is not taken. */
  signedIn: (code: string) => Promise<void>;
  /** Adds the agent's token; asks for a new one shortly before it ends, and once when the server refuses it. */
  fetch: Fetch;
  /** Whether the grant for a customer allows changes; true where there is none yet. */
  mayWrite: (customerId: string | undefined) => boolean;
}

function customerOf(input: Parameters<Fetch>[0]): string | undefined {
  const address = input instanceof Request ? input.url : input.toString();
  const { pathname } = new URL(address, 'http://ours');
  const id = /^\/api\/customers\/([^/]+)/.exec(pathname)?.[1];
  return id === undefined ? undefined : decodeURIComponent(id);
}

const refused = problemStatus.unauthenticated;

/** Whom the customer that was asked for was merged into, as a redirect or the answer to a save says. */
async function survivorIn(response: Response): Promise<string | undefined> {
  if (response.redirected) return customerOf(response.url);
  if (response.status !== problemStatus.moved) return undefined;
  try {
    return problemSchema.parse(await response.clone().json()).movedTo;
  } catch {
    return undefined;
  }
}

/** Why the desktop's word did not help, in codes of its own: signing in is not what is amiss, nor is Gladly. */
function vouchingFailure(error: unknown): ApiError {
  if (!(error instanceof ApiError) || error.code === 'unauthenticated')
    return new ApiError('not_vouched');
  return error.code === 'upstream_unavailable' ? new ApiError('vouching_unavailable') : error;
}

const hold = (grant: Grant, now: number): Held => ({
  ...grant,
  renewAt: now + grant.expiresInSeconds * 1000 * usedFor,
});

/** Exchanges a launch token or a code for a grant. */
function createRedeem(fetch: Fetch, now: () => number) {
  const api = createCustomerApi(fetch);
  return async (path: string, body: Record<string, string>): Promise<Held> => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await api.ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return hold(read(readGrant, answer), now());
  };
}

/**
 * The session of a panel in a frame: access tokens in memory, one for each customer as desktops give them, or the
 * agent's own after signing in. Nothing of it outlives the page.
 */
export function createSession(options: SessionOptions): TokenSession {
  const { fetch, getToken, shown, onGrant, onNoGrant, now = Date.now } = options;
  const redeem = createRedeem(fetch, now);
  const held = new Map<string | undefined, Held>();
  const renewals = new Map<string | undefined, Promise<Renewal>>();
  const redeemed = new Map<string, Promise<void>>();
  /** The agent's own, for every customer. */
  let own: Held | undefined;

  const isFresh = (grant: Held | undefined) => grant !== undefined && now() < grant.renewAt;
  const grantFor = (customerId: string | undefined) =>
    isFresh(own) ? own : (held.get(customerId) ?? own);

  async function launch(customerId: string | undefined): Promise<Renewal> {
    try {
      // Whoever overhears the token on its way has the nonce in it, and not the secret without which it is worth nothing.
      const secret = randomToken();
      const token = await getToken(await nonceOf(secret), customerId);
      if (token === undefined) return {};
      const grant = await redeem(paths.launch, { token, secret });
      held.set(customerId, grant);
      onGrant(grant.agent.id);
      return { grant };
    } catch (error) {
      return { failure: vouchingFailure(error) };
    } finally {
      renewals.delete(customerId);
    }
  }

  /** Calls that want a new token at the same time get the same one. */
  function renew(customerId: string | undefined): Promise<Renewal> {
    const running = renewals.get(customerId) ?? launch(customerId);
    renewals.set(customerId, running);
    return running;
  }

  async function redeemCode(code: string): Promise<void> {
    own = await redeem(paths.launchCode, { code });
    onGrant(own.agent.id);
  }

  /** A code is good once, and several parts of a page wait for it: they share what comes of it. */
  function signedIn(code: string): Promise<void> {
    const running = redeemed.get(code) ?? redeemCode(code);
    redeemed.set(code, running);
    return running;
  }

  function send(input: Parameters<Fetch>[0], init: RequestInit | undefined, grant?: Held) {
    if (!grant) {
      onNoGrant();
      return fetch(input, init);
    }
    const headers = new Headers(init?.headers);
    headers.set('Authorization', `Bearer ${grant.accessToken}`);
    return fetch(input, { ...init, headers });
  }

  async function call(...[input, init]: Parameters<Fetch>): Promise<Response> {
    await begun;
    const customerId = customerOf(input) ?? shown();
    const before = grantFor(customerId);
    let renewal = isFresh(before) ? {} : await renew(customerId);
    let grant = renewal.grant ?? before;
    // Whom the desktop has vouched for does not go on as whoever the cookie is of.
    if (!grant && renewal.failure && held.size > 0) throw renewal.failure;
    let response = await send(input, init, grant);
    if (response.status === refused && isFresh(before)) {
      // Another call may have been refused, and have renewed it, meanwhile.
      const other = grantFor(customerId);
      renewal = other && other !== before ? { grant: other } : await renew(customerId);
      if (renewal.grant) {
        grant = renewal.grant;
        response = await send(input, init, grant);
      }
    }
    // Only now: what there is, a cookie perhaps, might have been enough.
    if (response.status === refused && renewal.failure) throw renewal.failure;
    // A merged customer: the grant covers the survivor as well.
    const survivor = await survivorIn(response);
    if (survivor !== undefined && grant && !held.has(survivor)) held.set(survivor, grant);
    return response;
  }

  const { grant: first } = options;
  if (first && first.customerId === undefined) own = hold(first, now());
  else if (first) held.set(first.customerId, hold(first, now()));
  // A code that is used or too old leaves the page without a sign-in, which the first call then finds out.
  const begun = options.code === undefined ? undefined : signedIn(options.code).catch(() => {});
  return {
    fetch: call,
    mayWrite: (customerId) => grantFor(customerId)?.mayWrite ?? true,
    signedIn,
  };
}
