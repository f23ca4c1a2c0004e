import * as z from 'zod/mini';

const envelope = {
  jsonrpc: z.literal('2.0'),
  channel: z.literal('customer-profile'),
  v: z.literal(1),
};

/** What a desktop tells the panel in its frame. `seq` grows with each change, so that a late message is told from a new one. */
export const toPanelSchema = z.object({
  ...envelope,
  method: z.literal('customer-changed'),
  params: z.object({
    customerId: z.optional(z.string()),
    seq: z.number(),
  }),
});

/** What the panel tells the desktop around it: ids and states, never a customer's data. */
export const fromPanelSchema = z.discriminatedUnion('method', [
  z.object({ ...envelope, method: z.literal('ready') }),
  z.object({
    ...envelope,
    method: z.literal('dirty'),
    /** The customers with edits that are not saved: none when the list is empty. */
    params: z.object({ customerIds: z.array(z.string()) }),
  }),
  z.object({
    ...envelope,
    method: z.literal('open-customer'),
    params: z.object({ customerId: z.string() }),
  }),
  z.object({
    ...envelope,
    method: z.literal('customer-redirected'),
    params: z.object({ from: z.string(), to: z.string() }),
  }),
]);

export type ToPanel = z.infer<typeof toPanelSchema>;
export type FromPanel = z.infer<typeof fromPanelSchema>;

export const inEnvelope = { jsonrpc: '2.0', channel: 'customer-profile', v: 1 } as const;
