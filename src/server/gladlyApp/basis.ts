import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { idPattern } from '#src/contract/paths.ts';

const basisSchema = z.strictObject({
  customerId: z.string().check(z.regex(idPattern)),
  /** By the form's name for it: the attribute, and the JSON text that the agent was shown, absent where it was not set. */
  fields: z.record(z.string(), z.strictObject({ key: z.string(), from: z.optional(z.string()) })),
});

/** What a form was opened with: whose attributes, and what they held. */
export type Basis = z.infer<typeof basisSchema>;

/** Named in what is signed, so that a signature for this is none for anything else. */
const purpose = 'gladly-app-form-basis\n';

const signatureOf = (payload: string, secret: string) =>
  createHmac('sha256', secret).update(purpose).update(payload).digest();

/** The basis as a text that goes through Gladly's form unread and unchanged. */
export function writeBasis(basis: Basis, secret: string): string {
  const payload = Buffer.from(JSON.stringify(basis)).toString('base64url');
  return `${payload}.${signatureOf(payload, secret).toString('base64url')}`;
}

/**
 * A basis that this server wrote with one of the secrets; `undefined` for anything else. It proves what an
 * agent was shown, and is no permission: whoever sends it has shown the app's secret too.
 */
export function readBasis(text: string, secrets: readonly string[]): Basis | undefined {
  const [payload = '', signature = '', ...more] = text.split('.');
  const given = Buffer.from(signature, 'base64url');
  const isOurs = secrets.some((secret) => {
    const expected = signatureOf(payload, secret);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isOurs || more.length > 0) return undefined;
  const parsed = basisSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return parsed.success ? parsed.data : undefined;
}
