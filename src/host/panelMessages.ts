import * as z from 'zod/mini';
import { envelope } from './frameMessages.ts';

const ready = z.object({ ...envelope, method: z.literal('ready') });

const dirty = z.object({
  ...envelope,
  method: z.literal('dirty'),
  /** The customers with edits that are not saved: none when the list is empty. */
  params: z.object({ customerIds: z.array(z.string()) }),
});

const openCustomer = z.object({
  ...envelope,
  method: z.literal('open-customer'),
  params: z.object({ customerId: z.string() }),
});

const customerRedirected = z.object({
  ...envelope,
  method: z.literal('customer-redirected'),
  params: z.object({ from: z.string(), to: z.string() }),
});

// One after the other instead of a union: zod's code for unions would be part of every panel's first load.
const messages = [ready, dirty, openCustomer, customerRedirected] as const;

/** What the panel tells the desktop around it: ids and states, never a customer's data. */
export type FromPanel = z.infer<(typeof messages)[number]>;

/** A message of the panel's; `undefined` when it is anything else. */
export function readFromPanel(data: unknown): FromPanel | undefined {
  for (const schema of messages) {
    const parsed = schema.safeParse(data);
    if (parsed.success) return parsed.data;
  }
  return undefined;
}
