import { readEmail, type ContactKeys } from './contactPoints.ts';
import type { ApiError } from './errors.ts';
import type { Fields } from './store.ts';

type Candidate = { fields: Fields; keys: ContactKeys };
type Matches = (candidate: Candidate) => boolean;

const mostFound = 50;

/**
 * The question of a query string, or what is wrong with it (Gladly REST API, Customers: Find). A `+`
 * that was not sent as `%2B` arrives as a space, and is as wrong here as there.
 */
export function readQuestion(query: URLSearchParams): Matches | ApiError {
  const [only, ...more] = query;
  const [name, value] = only ?? ['', ''];
  if (more.length > 0 || !['email', 'phoneNumber', 'externalCustomerId'].includes(name)) {
    return {
      code: 'invalid',
      detail: 'exactly one of email, phoneNumber, externalCustomerId must be present',
    };
  }
  if (name === 'email') {
    const email = readEmail(value);
    if (email === undefined) {
      return { attr: 'email', code: 'invalid', detail: 'invalid email address' };
    }
    return ({ keys }) => keys.emails.includes(email.normalized);
  }
  if (name === 'phoneNumber') {
    const digits = /^\+?([1-9]\d{4,14})$/.exec(value)?.[1];
    if (digits === undefined) {
      return { attr: 'phoneNumber', code: 'invalid', detail: 'phone number must be E.164' };
    }
    return ({ keys }) => keys.phones.includes(`+${digits}`);
  }
  if (value === '') {
    return { attr: name, code: 'blank', detail: 'externalCustomerId must be present' };
  }
  return ({ fields }) => textField(fields, 'externalCustomerId') === value;
}

/** What find answers: the latest changed first, never more than 50. */
export const foundAmong = (candidates: readonly Candidate[], matches: Matches): Fields[] =>
  candidates
    .filter(matches)
    .map(({ fields }) => ({ fields, changed: changedAt(fields) }))
    .toSorted((a, b) => b.changed - a.changed)
    .slice(0, mostFound)
    .map(({ fields }) => fields);

const changedAt = (fields: Fields): number =>
  Date.parse(textField(fields, 'updatedAt') ?? textField(fields, 'createdAt') ?? '') || 0;

function textField(fields: Fields, name: string): string | undefined {
  const value: unknown = JSON.parse(fields.get(name) ?? 'null');
  return typeof value === 'string' ? value : undefined;
}
