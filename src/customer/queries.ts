import { queryOptions } from '@tanstack/react-query';
import { ApiError } from './ApiError.ts';
import type { CustomerApi } from './api.ts';

/** What was asked for a moment ago is not asked for again; a customer that the agent comes back to is. */
export const freshForMs = 3_000;
const rateLimitTries = 3;
const secondsWithoutAdvice = 2;
/** Nobody should look at a skeleton for longer: then the agent is told how long, and decides. In seconds. */
export const longestWait = 10;

const secondsToWait = (error: Error) =>
  (error instanceof ApiError ? error.fields.retryAfter : undefined) ?? secondsWithoutAdvice;

/** The server has repeated what can be repeated; only "too many requests" passes by waiting. */
const shouldRetry = (failures: number, error: Error) =>
  error instanceof ApiError &&
  error.code === 'rate_limited' &&
  failures < rateLimitTries &&
  secondsToWait(error) <= longestWait;

const retryDelay = (_failures: number, error: Error) => 1000 * secondsToWait(error);

/** `always`: being offline is an answer to show, not a reason to wait in silence. */
export const sharedOptions = { networkMode: 'always', retry: shouldRetry, retryDelay } as const;

/** The name under which a customer is known to React Query. */
export const customerKey = (id: string) => ['customer', id] as const;

export const customerQueries = {
  /** One customer. A merged id yields the survivor's profile, which is then known under its own id as well. */
  detail: (api: CustomerApi, id: string) =>
    queryOptions({
      ...sharedOptions,
      queryKey: customerKey(id),
      queryFn: async ({ signal, client }) => {
        const customer = await api.get(id, signal);
        if (customer.id !== id)
          client.setQueryData(customerQueries.detail(api, customer.id).queryKey, customer);
        return customer;
      },
      staleTime: freshForMs,
    }),

  /** What the brand says about its attributes, which holds as long as the page. */
  definitions: (api: CustomerApi) =>
    queryOptions({
      ...sharedOptions,
      queryKey: ['definitions'],
      queryFn: ({ signal }) => api.definitions(signal),
      staleTime: Infinity,
    }),
};
