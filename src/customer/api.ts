import { readCustomer, type Customer } from '#src/contract/customer.ts';
import { writeEdits, type Edit } from '#src/contract/edits.ts';
import { assertJson } from '#src/contract/json/assertJson.ts';
import { elements } from '#src/contract/json/members.ts';
import { paths, type FindParameter } from '#src/contract/paths.ts';
import { problemSchema } from '#src/contract/problem.ts';
import { readConflictCustomer, readSaveResult, type SaveResult } from '#src/contract/saveAnswer.ts';
import { ApiError } from './ApiError.ts';

export interface CustomerApi {
  /** A merged id answers the survivor: compare the id that arrives with the one asked for. */
  get(id: string, signal?: AbortSignal): Promise<Customer>;
  find(by: FindParameter, value: string, signal?: AbortSignal): Promise<Customer[]>;
  save(id: string, edits: readonly Edit[]): Promise<SaveResult>;
}

export type Fetch = typeof globalThis.fetch;

/** A save asks Gladly three times, each of which may take ten seconds. */
const timeoutMs = 45_000;

function secondsOf(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header) ? Number(header) : undefined;
}

function toApiError(response: Response, text: string): ApiError {
  try {
    assertJson(text);
    const { code, errors, movedTo, unverified } = problemSchema.parse(JSON.parse(text));
    const customer = code === 'conflict' ? readConflictCustomer(text) : undefined;
    const retryAfter = secondsOf(response.headers.get('Retry-After'));
    return new ApiError(code, { errors, movedTo, unverified, retryAfter, customer });
  } catch {
    return new ApiError('unreadable');
  }
}

function read<T>(reader: (text: string) => T, text: string): T {
  try {
    return reader(text);
  } catch {
    throw new ApiError('unreadable');
  }
}

function readCustomers(text: string): Customer[] {
  assertJson(text);
  const list = elements(text);
  if (!list) throw new ApiError('unreadable');
  return list.map(readCustomer);
}

/** The panel's calls of its own server, over the `fetch` of wherever it runs. Every failure is an {@link ApiError}. */
export function createCustomerApi(fetch: Fetch): CustomerApi {
  async function ask(path: string, init: RequestInit = {}): Promise<string> {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    let response: Response;
    let text: string;
    try {
      response = await fetch(path, { ...init, signal });
      text = await response.text();
    } catch (error) {
      // The query that asked is gone: React Query wants to see that itself.
      if (init.signal?.aborted) throw error;
      throw new ApiError('unreachable');
    }
    if (!response.ok) throw toApiError(response, text);
    return text;
  }

  return {
    async get(id, signal) {
      return read(readCustomer, await ask(paths.customer(id), signal && { signal }));
    },
    async find(by, value, signal) {
      const query = new URLSearchParams({ [by]: value });
      const path = `${paths.customers}?${query.toString()}`;
      return read(readCustomers, await ask(path, signal && { signal }));
    },
    async save(id, edits) {
      const text = await ask(paths.customAttributes(id), {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: writeEdits(edits),
      });
      return read(readSaveResult, text);
    },
  };
}
