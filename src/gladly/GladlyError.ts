/** How a request to Gladly failed, told apart by what the caller can do about it. */
export type GladlyFault =
  | 'invalid'
  | 'credentials'
  | 'not_found'
  | 'moved'
  | 'taken'
  | 'rate_limited'
  /** No clear answer: time-out, cut connection, 5xx, or something that is not Gladly's. A write may have happened. */
  | 'unclear';

interface GladlyErrorFields {
  /** Gladly's answer, where there was one. */
  status?: number;
  /** `moved`: the profile that this one was merged into. */
  movedTo?: string;
  /** `rate_limited`: seconds to wait, where Gladly said so. */
  retryAfter?: number;
  /** `invalid`, `taken`: what Gladly named as wrong; its own texts stay out of what we answer. */
  attributes?: string[];
}

/** The message is for the log: it names the fault and the status, never the data. */
export class GladlyError extends Error {
  override readonly name = 'GladlyError';
  readonly fault: GladlyFault;
  readonly fields: GladlyErrorFields;

  constructor(fault: GladlyFault, reason: string, fields: GladlyErrorFields = {}) {
    super(`Gladly: ${reason}`);
    this.fault = fault;
    this.fields = fields;
  }
}
