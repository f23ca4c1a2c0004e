import { queryOptions } from '@tanstack/react-query';
import { readCustomer, type Customer } from '#src/contract/customer.ts';
import { assertJson } from '#src/contract/json/assertJson.ts';
import { elements } from '#src/contract/json/members.ts';
import { paths, type FindParameter } from '#src/contract/paths.ts';
import { read, type CustomerApi } from '../api.ts';
import { freshForMs, sharedOptions } from '../queries.ts';

function readCustomers(text: string): Customer[] {
  assertJson(text);
  const list = elements(text);
  if (!list) throw new TypeError('This is no list of customers.');
  return list.map(readCustomer);
}

/** The customers that Gladly finds by one exact value. Every failure is an `ApiError`. */
export async function findCustomers(
  api: CustomerApi,
  by: FindParameter,
  value: string,
  init: RequestInit = {},
): Promise<Customer[]> {
  const query = new URLSearchParams({ [by]: value });
  return read(readCustomers, await api.ask(`${paths.customers}?${query.toString()}`, init));
}

export const findQuery = (api: CustomerApi, by: FindParameter, value: string) =>
  queryOptions({
    ...sharedOptions,
    queryKey: ['customers', by, value],
    queryFn: ({ signal }) => findCustomers(api, by, value, { signal }),
    staleTime: freshForMs,
  });
