import * as z from 'zod/mini';

/** What every message carries. */
export const envelope = {
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

export type ToPanel = z.infer<typeof toPanelSchema>;

export const inEnvelope = { jsonrpc: '2.0', channel: 'customer-profile', v: 1 } as const;
