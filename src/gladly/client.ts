import type { FindParameter } from '#src/contract/paths.ts';
import { toGladlyError } from './errorAnswer.ts';
import { GladlyError } from './GladlyError.ts';
import { realClock, retryRead, type Clock } from './retry.ts';
import { readProfile, readProfiles, type WireProfile } from './wire.ts';

type Fetch = (request: Request) => Promise<Response>;

export interface GladlyClientOptions {
  /** Checked with `allowedOrigin` before it gets here: the token goes wherever this points. */
  origin: string;
  agentEmail: string;
  apiToken: string;
  fetch?: Fetch;
  /** How long one request may take, its body included. */
  timeoutMs?: number;
  clock?: Clock;
}

export interface GladlyClient {
  getProfile(id: string): Promise<WireProfile>;
  findProfiles(by: FindParameter, value: string): Promise<WireProfile[]>;
  /** Never repeated: without a clear answer it throws `unclear`, and the caller looks what is there. */
  patchProfile(id: string, body: string): Promise<void>;
}

/** Base64 of the UTF-8 bytes, as Basic authentication wants it (RFC 7617). */
function basicAuth(user: string, password: string): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** What is no UTF-8 must not be read with replacement characters, which the next save would write back. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new GladlyError('unclear', 'an answer that is not UTF-8');
  }
}

/** Gladly's customer API. Every failure is a {@link GladlyError}; reads are retried, writes are not. */
export function createGladlyClient(options: GladlyClientOptions): GladlyClient {
  const { origin, timeoutMs = 10_000, clock = realClock } = options;
  const send: Fetch = options.fetch ?? ((request) => fetch(request));
  const authorization = basicAuth(options.agentEmail, options.apiToken);

  async function ask(path: string, patch?: string): Promise<string> {
    const request = new Request(`${origin}/api/v1${path}`, {
      ...(patch !== undefined && { method: 'PATCH', body: patch }),
      headers: {
        Authorization: authorization,
        Accept: 'application/json',
        ...(patch !== undefined && { 'Content-Type': 'application/json' }),
      },
      // A merged profile answers 301, which is for us to tell, and no redirect may carry the token away.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    let response: Response;
    let bytes: ArrayBuffer;
    try {
      response = await send(request);
      bytes = await response.arrayBuffer();
    } catch {
      const reason = request.signal.aborted ? `no answer within ${timeoutMs} ms` : 'no connection';
      throw new GladlyError('unclear', reason);
    }
    if (!response.ok) throw toGladlyError(response, new TextDecoder().decode(bytes));
    return decode(bytes);
  }

  const profilePath = (id: string) => `/customer-profiles/${encodeURIComponent(id)}`;

  return {
    async getProfile(id) {
      return retryRead(async () => readProfile(await ask(profilePath(id))), clock);
    },
    async findProfiles(by, value) {
      const query = new URLSearchParams({ [by]: value });
      return retryRead(
        async () => readProfiles(await ask(`/customer-profiles?${query.toString()}`)),
        clock,
      );
    },
    async patchProfile(id, body) {
      await ask(profilePath(id), body);
    },
  };
}
