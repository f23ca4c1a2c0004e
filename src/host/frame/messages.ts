import * as z from 'zod/mini';

/** What every message carries: JSON-RPC 2.0, the name of this contract, its version. */
export const envelope = { jsonrpc: '2.0', channel: 'customer-profile', v: 1 } as const;

/** The versions of the contract that this panel speaks. */
export const versions = [1];

interface Told {
  /** CSS pixels, whole. */
  resize: { height: number };
  /** The customers with edits that are not saved: none when the list is empty. */
  dirty: { customerIds: readonly string[] };
  /** The names of the attributes, never their values. `at` is an RFC 3339 date-time. */
  saved: { customerId: string; keys: readonly string[]; at: string };
  'customer-redirected': { from: string; to: string; reason: 'merged' };
  'open-customer': { customerId: string };
  /** `https:` only. */
  'open-link': { url: string };
  /** What went wrong, without whom it was about. */
  error: { code: string };
}

/** What the panel tells the desktop around it: ids, names and states, never a customer's data. */
export type FromPanel = {
  [Method in keyof Told]: { method: Method; params: Told[Method] };
}[keyof Told];

// One schema for all, and no unions: zod's code for those would be part of every panel's first load.
const message = z.object({
  jsonrpc: z.literal(envelope.jsonrpc),
  channel: z.literal(envelope.channel),
  v: z.literal(envelope.v),
  id: z.optional(z.unknown()),
  method: z.optional(z.string()),
  params: z.optional(z.unknown()),
  result: z.optional(z.unknown()),
});

export type Message = z.infer<typeof message>;

/** A message of this contract, of whatever method; `undefined` when it is anything else. */
export const readMessage = (data: unknown): Message | undefined => message.safeParse(data).data;

const customer = z.object({ customerId: z.optional(z.string()), seq: z.number() });

/** Which customer, and the number of the change, which grows, so that a late message is told from a new one. */
export const readCustomerChange = (params: unknown) => customer.safeParse(params).data;

const capabilities = z.object({ hostCapabilities: z.array(z.string()) });

/** What the desktop can do for the panel: `getToken`, `openLink`. Nothing, where it does not say. */
export const readCapabilities = (params: unknown): readonly string[] =>
  capabilities.safeParse(params).data?.hostCapabilities ?? [];

const tokenResult = z.object({ token: z.string() });

/** The launch token in the answer to `getToken`. */
export const readToken = (result: unknown): string | undefined =>
  tokenResult.safeParse(result).data?.token;
