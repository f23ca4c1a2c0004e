import * as z from 'zod/mini';
import { createCustomerApi, read, type Fetch } from '#src/customer/api.ts';
import type { Session } from '#src/customer/SessionContext.ts';

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

export interface SessionOptions {
  fetch: Fetch;
  /** What came with the page. */
  grant?: Grant | undefined;
  /** A fresh launch token by the desktop's own server; rejects where it gives none. */
  getToken: (nonce: string, customerId: string | undefined) => Promise<string>;
  /** The customer whom calls without a customer of their own are about. */
  shown: () => string | undefined;
  /** There is a new grant, for the agent of this id. */
  onGrant: (agentId: string) => void;
  /** A call goes out without a grant: what it may, and who asks, is up to the page's cookie. */
  onNoGrant: () => void;
  now?: () => number;
}

export interface TokenSession extends Session {
  /** Adds the agent's token; asks for a new one shortly before it ends, and once when the server refuses it. */
  fetch: Fetch;
  /** Whether the grant for a customer allows changes; true where there is none yet. */
  mayWrite: (customerId: string | undefined) => boolean;
}

/** 128 random bits: ties the launch token to this page, so that one that was overheard is of no use elsewhere. */
function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function customerOf(input: Parameters<Fetch>[0]): string | undefined {
  const address = input instanceof Request ? input.url : input.toString();
  const { pathname } = new URL(address, 'http://ours');
  const id = /^\/api\/customers\/([^/]+)/.exec(pathname)?.[1];
  return id === undefined ? undefined : decodeURIComponent(id);
}

/** 401 Unauthorized (RFC 9110, 15.5.2). */
const refused = 401;

/**
 * The session of a panel in a frame: access tokens in memory, one for each customer as desktops give them, or the
 * agent's own after signing in. Nothing of it outlives the page.
 */
export function createSession(options: SessionOptions): TokenSession {
  const { fetch, getToken, shown, onGrant, onNoGrant, now = Date.now } = options;
  const api = createCustomerApi(fetch);
  const held = new Map<string | undefined, Held>();
  const renewals = new Map<string | undefined, Promise<Held | undefined>>();
  /** The agent's own, for every customer. */
  let own: Held | undefined;

  const hold = (grant: Grant): Held => ({
    ...grant,
    renewAt: now() + grant.expiresInSeconds * 1000 * usedFor,
  });
  const isFresh = (grant: Held | undefined) => grant !== undefined && now() < grant.renewAt;
  const grantFor = (customerId: string | undefined) =>
    isFresh(own) ? own : (held.get(customerId) ?? own);

  async function redeem(path: string, body: Record<string, string>): Promise<Held> {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await api.ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return hold(read(readGrant, answer));
  }

  async function launch(customerId: string | undefined): Promise<Held | undefined> {
    try {
      const nonce = randomNonce();
      const token = await getToken(nonce, customerId);
      const grant = await redeem('/api/launch', { token, nonce });
      held.set(customerId, grant);
      onGrant(grant.agent.id);
      return grant;
    } catch {
      // The call goes out with what there is, and what the server answers to that is what the agent reads.
      return undefined;
    } finally {
      renewals.delete(customerId);
    }
  }

  /** Calls that want a new token at the same time get the same one. */
  function renew(customerId: string | undefined): Promise<Held | undefined> {
    const running = renewals.get(customerId) ?? launch(customerId);
    renewals.set(customerId, running);
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
    const customerId = customerOf(input) ?? shown();
    const before = grantFor(customerId);
    const renewed = isFresh(before) ? undefined : await renew(customerId);
    let grant = renewed ?? before;
    let response = await send(input, init, grant);
    if (response.status === refused && isFresh(before)) {
      // Another call may have been refused, and have renewed it, meanwhile.
      const other = grantFor(customerId);
      const again = other === before ? await renew(customerId) : other;
      if (again) {
        grant = again;
        response = await send(input, init, grant);
      }
    }
    // A merged customer: the grant covers the survivor as well.
    const survivor = response.redirected ? customerOf(response.url) : undefined;
    if (survivor !== undefined && grant && !held.has(survivor)) held.set(survivor, grant);
    return response;
  }

  const { grant: first } = options;
  if (first && first.customerId === undefined) own = hold(first);
  else if (first) held.set(first.customerId, hold(first));
  return {
    fetch: call,
    mayWrite: (customerId) => grantFor(customerId)?.mayWrite ?? true,
    async signedIn(code) {
      own = await redeem('/api/launch/code', { code });
      onGrant(own.agent.id);
    },
  };
}
