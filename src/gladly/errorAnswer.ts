import * as z from 'zod/mini';
import { idPattern } from '#src/contract/paths.ts';
import { GladlyError } from './GladlyError.ts';

const errorSchema = z.looseObject({
  attr: z.optional(z.string()),
  code: z.optional(z.string()),
  meta: z.optional(z.looseObject({ new: z.optional(z.unknown()) })),
});

/** Gladly's documentation shows `errors` as a list in its schema and as a single object in some examples. */
const answerSchema = z.looseObject({ errors: z.union([z.array(errorSchema), errorSchema]) });

type ErrorEntry = z.infer<typeof errorSchema>;

function readErrors(text: string): ErrorEntry[] {
  try {
    const { errors } = answerSchema.parse(JSON.parse(text));
    return Array.isArray(errors) ? errors : [errors];
  } catch {
    return [];
  }
}

/** Only a profile's own address names a survivor: a gateway also redirects, to its log-in page for instance. */
const profileAddress = /\/api\/v1\/customer-profiles\/([^/?#]+)\/?(?:[?#]|$)/;

/** The survivor's id from the error's `meta.new`, else from a `Location`. */
function survivor(errors: ErrorEntry[], location: string | null): string | undefined {
  const named = errors.find(({ code }) => code === 'moved')?.meta?.new;
  const candidates = [named, profileAddress.exec(location ?? '')?.[1]];
  return candidates.find((id): id is string => typeof id === 'string' && idPattern.test(id));
}

/** Seconds from a `Retry-After`, which is a number of seconds or a date (RFC 9110, section 10.2.3). */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header.trim())
    ? Number(header)
    : (Date.parse(header) - Date.now()) / 1000;
  const whole = Math.max(0, Math.ceil(seconds));
  return Number.isSafeInteger(whole) ? whole : undefined;
}

function attributesOf(errors: ErrorEntry[]): string[] {
  return errors.flatMap(({ attr }) => (attr === undefined ? [] : [attr]));
}

/**
 * The error that an answer outside 2xx stands for (Gladly REST API, Error Handling). The body's shape is
 * not relied upon: a gateway may have written it.
 */
export function toGladlyError(response: Response, body: string): GladlyError {
  const { status } = response;
  const errors = readErrors(body);
  const attributes = attributesOf(errors);
  if (status >= 300 && status < 400) {
    const movedTo = survivor(errors, response.headers.get('Location'));
    return movedTo === undefined
      ? new GladlyError('unclear', `a redirect (${status}) that names no profile`, { status })
      : new GladlyError('moved', 'the profile was merged into another', { status, movedTo });
  }
  switch (status) {
    case 401:
    case 403:
      return new GladlyError('credentials', `our credentials were refused (${status})`, { status });
    case 404:
      return new GladlyError('not_found', 'no such profile', { status });
    case 409:
      return new GladlyError('taken', 'a value belongs to another profile', { status, attributes });
    case 429: {
      const seconds = retryAfter(response.headers.get('Retry-After'));
      const wait = seconds === undefined ? {} : { retryAfter: seconds };
      return new GladlyError('rate_limited', 'too many requests', { status, ...wait });
    }
    default:
      return status >= 400 && status < 500
        ? new GladlyError('invalid', `the request was refused (${status})`, { status, attributes })
        : new GladlyError('unclear', `an answer of ${status}`, { status });
  }
}
