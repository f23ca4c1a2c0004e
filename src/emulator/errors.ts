export type ApiError = {
  attr?: string;
  code:
    | 'blank'
    | 'forbidden'
    | 'invalid'
    | 'invalid_state'
    | 'moved'
    | 'not_exist'
    | 'rate_limited'
    | 'taken'
    | 'too_long'
    | 'unauthorized';
  detail: string;
  meta?: { old: string; new: string };
};

/**
 * The body of an error (Gladly REST API, Error Handling). `object` is the shape of the examples of some
 * customer errors, which hold a single error without the list.
 */
export const errorsText = (
  errors: readonly ApiError[],
  shape: 'array' | 'object' = 'array',
): string => JSON.stringify({ errors: shape === 'object' ? errors[0] : errors });

/** An answer with errors as JSON. */
export const refuse = (status: number, ...errors: ApiError[]): Response =>
  jsonResponse(status, errorsText(errors));

/** A JSON text as an answer, unchanged. */
export const jsonResponse = (
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(text, { status, headers: { 'Content-Type': 'application/json', ...headers } });
