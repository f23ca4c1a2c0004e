import { readCustomer, type Customer } from '#src/contract/customer.ts';
import { readDefinitions, type Definitions } from '#src/contract/definitions/definitions.ts';
import { assertJson } from '#src/contract/json/assertJson.ts';
import type { RemovalRule } from '#src/contract/outcome.ts';
import { paths } from '#src/contract/paths.ts';
import { problemSchema } from '#src/contract/problem.ts';
import { ApiError } from './ApiError.ts';

/** What the brand says about its attributes, for showing, and its JSON Schema as it wrote it. */
export interface BrandDefinitions extends Definitions {
  schema: string;
}

/** Throws when the text is not JSON. */
export const readBrandDefinitions = (schema: string): BrandDefinitions => ({
  ...readDefinitions(schema),
  schema,
});

export interface CustomerApi {
  /** What the server counts as removed. */
  rule: RemovalRule;
  /** A merged id answers the survivor: compare the id that arrives with the one asked for. */
  get(id: string, signal?: AbortSignal): Promise<Customer>;
  definitions(signal?: AbortSignal): Promise<BrandDefinitions>;
  /** The text of a good answer to any other call. */
  ask(path: string, init?: RequestInit): Promise<string>;
}

export type Fetch = typeof globalThis.fetch;

/** A save asks Gladly up to five times, each of which may take ten seconds, and waits four in between. */
const timeoutMs = 60_000;

function secondsOf(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header) ? Number(header) : undefined;
}

function toApiError(response: Response, text: string): ApiError {
  try {
    assertJson(text);
    const { code, errors, movedTo, unverified } = problemSchema.parse(JSON.parse(text));
    const retryAfter = secondsOf(response.headers.get('Retry-After'));
    const body = code === 'conflict' ? text : undefined;
    return new ApiError(code, { errors, movedTo, unverified, retryAfter, body });
  } catch {
    return new ApiError('unreadable');
  }
}

/** What a reader makes of an answer; an {@link ApiError} `unreadable` when it cannot. */
export function read<T>(reader: (text: string) => T, text: string): T {
  try {
    return reader(text);
  } catch {
    throw new ApiError('unreadable');
  }
}

/** The panel's calls of its own server, over the `fetch` of wherever it runs. Every failure is an {@link ApiError}. */
export function createCustomerApi(fetch: Fetch, clearWithEmptyString = false): CustomerApi {
  async function ask(path: string, init: RequestInit = {}): Promise<string> {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    let response: Response;
    let text: string;
    try {
      response = await fetch(path, { ...init, signal });
      text = await response.text();
    } catch (error) {
      // The query that asked is gone: React Query wants to see that itself. In a frame the session may know better.
      if (init.signal?.aborted || error instanceof ApiError) throw error;
      throw new ApiError('unreachable');
    }
    if (!response.ok) throw toApiError(response, text);
    return text;
  }

  return {
    rule: { clearWithEmptyString },
    async get(id, signal) {
      return read(
        readCustomer,
        await ask(paths.customer(encodeURIComponent(id)), signal && { signal }),
      );
    },
    async definitions(signal) {
      const schema = await ask(paths.attributeDefinitions, signal && { signal });
      return read(readBrandDefinitions, schema);
    },
    ask,
  };
}
