import { QueryClient } from '@tanstack/react-query';

const rememberedForMs = 10 * 60_000;

/** Customers seen before stay at hand for ten minutes, in memory only. */
export function createQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { gcTime: rememberedForMs } } });
}
