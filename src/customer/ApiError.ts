import type { Customer } from '#src/contract/customer.ts';
import type { FieldError, ProblemCode } from '#src/contract/problem.ts';

/**
 * Besides what the server says: it could not be reached, or what came back is not its own. In a desktop that vouches for its
 * agents: it did not, or not so that the server believes it; or nobody can check that now.
 */
export type FailureCode =
  ProblemCode | 'unreachable' | 'unreadable' | 'not_vouched' | 'vouching_unavailable';

export interface ApiErrorFields {
  /** Seconds that the server asks to wait. */
  retryAfter?: number | undefined;
  errors?: FieldError[] | undefined;
  movedTo?: string | undefined;
  unverified?: boolean | undefined;
  /** `conflict`: the whole answer, for those who save. */
  body?: string | undefined;
  /** `conflict`: the customer as it is now. */
  customer?: Customer | undefined;
}

/** Every way in which a call of the API can fail. Its message is for developers; agents get `text.ts`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: FailureCode;
  readonly fields: ApiErrorFields;

  constructor(code: FailureCode, fields: ApiErrorFields = {}) {
    super(`The API answered: ${code}`);
    this.code = code;
    this.fields = fields;
  }
}
