import type { UseQueryResult } from '@tanstack/react-query';
import type { Customer } from '#src/contract/customer.ts';
import { ApiError, type FailureCode } from '../ApiError.ts';
import { longWaitOf } from '../loadingText.ts';
import type { Interpretation } from './interpret.ts';

/** Find answers no more than this (Gladly REST API, Customers: Find). */
export const mostFound = 50;

export interface Match {
  customer: Customer;
  /** The readings of the text that led to the customer. */
  by: readonly Interpretation[];
}

export interface Failure {
  interpretation: Interpretation;
  code: FailureCode;
  /** How long Gladly asks to wait, where that is long. */
  wait?: string | undefined;
  retry: () => void;
}

export interface SearchOutcome {
  matches: readonly Match[];
  failures: readonly Failure[];
  /** `retrying`: each reading was answered once, and what failed is being asked again. */
  progress: 'searching' | 'retrying' | 'done';
  /** Gladly took no more requests; the query waits and asks again by itself. */
  busy: boolean;
  /** Some request is under way, be it only a refresh. */
  asking: boolean;
  mayBeMore: boolean;
}

type Answer = UseQueryResult<Customer[]>;

const codeOf = (error: Error): FailureCode => (error instanceof ApiError ? error.code : 'internal');

/** An id that Gladly does not know is an answer, not a failure. */
const isFailure = (error: Error): boolean => codeOf(error) !== 'not_found';

/** Puts the answers to all readings together; `answers` are in the order of `interpretations`. */
export function searchOutcome(
  interpretations: readonly Interpretation[],
  answers: readonly Answer[],
): SearchOutcome {
  const matches = new Map<string, { customer: Customer; by: Interpretation[] }>();
  const failures: Failure[] = [];
  for (const [index, interpretation] of interpretations.entries()) {
    const answer = answers[index];
    if (!answer) continue;
    const { data = [], error, refetch } = answer;
    // A customer who was found and is gone by now keeps the old data beside the error.
    const gone = error !== null && !isFailure(error);
    for (const customer of gone ? [] : data) {
      const match = matches.get(customer.id);
      if (match) match.by.push(interpretation);
      else matches.set(customer.id, { customer, by: [interpretation] });
    }
    if (error && !gone)
      failures.push({
        interpretation,
        code: codeOf(error),
        wait: longWaitOf(error),
        retry: () => void refetch(),
      });
  }
  const pending = answers.filter(({ isPending }) => isPending);
  const busy = pending.some(({ failureReason }) => failureReason !== null);
  const again = pending.every((one) => one.failureReason !== null || one.errorUpdateCount > 0);
  return {
    matches: [...matches.values()],
    failures,
    progress: pending.length === 0 ? 'done' : again ? 'retrying' : 'searching',
    busy,
    asking: answers.some(({ isFetching }) => isFetching),
    mayBeMore: answers.some(({ data }) => data !== undefined && data.length >= mostFound),
  };
}
