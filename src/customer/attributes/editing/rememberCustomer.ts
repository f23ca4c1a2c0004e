import type { QueryClient } from '@tanstack/react-query';
import type { Customer } from '#src/contract/customer.ts';
import type { CustomerApi } from '../../api.ts';
import { customerQueries } from '../../queries.ts';

/**
 * Puts a customer that arrived with another answer where the panel reads it. A read that is under way began before
 * that answer and would bring back what was there then, so it is given up.
 */
export function rememberCustomer(client: QueryClient, api: CustomerApi, customer: Customer): void {
  const { queryKey } = customerQueries.detail(api, customer.id);
  // It has ended when this returns; only those who wait for it hear of that later.
  void client.cancelQueries({ queryKey, exact: true });
  client.setQueryData(queryKey, customer);
}
