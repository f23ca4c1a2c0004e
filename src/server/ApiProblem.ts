import { problemStatus, type FieldError, type ProblemCode } from '#src/contract/problem.ts';

export interface ProblemFields {
  /** When a route has a status of its own for the code, such as 405. */
  status?: 400 | 405 | 415;
  errors?: FieldError[];
  movedTo?: string;
  unverified?: true;
  /** Seconds, for the `Retry-After` header. */
  retryAfter?: number;
  /** With status 405: what the address takes instead. */
  allow?: string;
  /** Fields that are JSON texts already, because their values are exact. */
  exact?: Record<string, string>;
}

const titles: Record<ProblemCode, string> = {
  bad_request: 'The request cannot be understood',
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  conflict: 'Changed elsewhere meanwhile',
  moved: 'Merged into another profile',
  too_large: 'Too large',
  invalid: 'Refused as it is',
  rate_limited: 'Too many requests',
  internal: 'Something went wrong here',
  upstream_unavailable: 'A service behind this one cannot be reached',
};

/** What an answer under `/api` says when something is wrong. `detail` is for people and holds no customer's data. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly fields: ProblemFields;

  constructor(code: ProblemCode, detail: string, fields: ProblemFields = {}) {
    super(detail);
    this.code = code;
    this.fields = fields;
  }

  /** Problem details (RFC 9457). */
  toResponse(): Response {
    const { errors, movedTo, unverified, retryAfter, allow, exact = {} } = this.fields;
    const status = this.fields.status ?? problemStatus[this.code];
    const plain = JSON.stringify({
      type: 'about:blank',
      title: titles[this.code],
      status,
      code: this.code,
      detail: this.message,
      errors,
      movedTo,
      unverified,
    });
    const spliced = Object.entries(exact).map(([name, json]) => `,${JSON.stringify(name)}:${json}`);
    const headers = new Headers({ 'Content-Type': 'application/problem+json' });
    if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
    // A 401 has to name a way to prove oneself (RFC 9110, 15.5.2).
    if (status === 401) headers.set('WWW-Authenticate', 'Bearer');
    if (allow !== undefined) headers.set('Allow', allow);
    return new Response(plain.slice(0, -1) + spliced.join('') + '}', { status, headers });
  }
}
