import * as z from 'zod/mini';

/** The closed list of what can go wrong on `/api`, with the HTTP status that each has unless a route says otherwise. */
export const problemStatus = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  moved: 409,
  too_large: 413,
  invalid: 422,
  rate_limited: 429,
  internal: 500,
  upstream_unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

const problemCodes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];

const fieldErrorSchema = z.object({
  key: z.optional(z.string()),
  path: z.optional(z.string()),
  message: z.string(),
});

/** What one field of a request did wrong; `key` names the attribute, `path` the place in the request. */
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** Problem details (RFC 9457) with our `code`. Those of a conflict are read by `saveAnswer.ts`. */
export const problemSchema = z.looseObject({
  code: z.literal(problemCodes),
  status: z.number(),
  title: z.string(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(fieldErrorSchema)),
  /** `moved`: the id of the profile that this one was merged into. */
  movedTo: z.optional(z.string()),
  /** `upstream_unavailable` after a write: nobody knows whether it took effect. */
  unverified: z.optional(z.boolean()),
});
