import * as z from 'zod/mini';
import { isLoopback } from '#src/gladly/allowedOrigin.ts';

/** What is wrong with HOSTS, for the operator. */
export class HostsError extends Error {
  override readonly name = 'HostsError';
}

const algorithms = ['ES256', 'EdDSA', 'RS256', 'PS256'] as const;

/** An origin as browsers write it, and no more: compared letter by letter. */
function isHostOrigin(text: string): boolean {
  // The origin of such an address is opaque to everything but a browser with extensions.
  if (/^chrome-extension:\/\/[a-p]{32}$/.test(text)) return true;
  // A star would be a pattern where the origin is written into `frame-ancestors`.
  if (!URL.canParse(text) || text.includes('*')) return false;
  const { origin, protocol, hostname } = new URL(text);
  return (
    origin === text && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)))
  );
}

const hostSchema = z.strictObject({
  origin: z.string().check(z.refine(isHostOrigin)),
  issuer: z.optional(z.string()),
  algorithms: z.optional(z.array(z.enum(algorithms)).check(z.minLength(1))),
  jwks: z.optional(z.looseObject({ keys: z.array(z.looseObject({})).check(z.minLength(1)) })),
  jwksUri: z.optional(z.url()),
  write: z.optional(z.boolean()),
});

/** A desktop that may frame the panel, and what its backend signs launch tokens with. */
export type HostConfig = z.infer<typeof hostSchema>;

/**
 * The desktops that HOSTS lists as JSON. `origin` is the exact origin of the desktop's page (`https:`, `http:` on this
 * machine, or a browser extension's). Throws a {@link HostsError} that says which entry is wrong.
 */
export function readHosts(text: string): HostConfig[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new HostsError('is not JSON.');
  }
  const parsed = z.array(hostSchema).safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new HostsError(`is not right at /${issue?.path.join('/') ?? ''}: see docs/embedding.md.`);
  }
  const origins = parsed.data.map(({ origin }) => origin);
  if (new Set(origins).size < origins.length) throw new HostsError('names an origin twice.');
  return parsed.data;
}
