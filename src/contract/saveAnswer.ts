import * as z from 'zod/mini';
import { readCustomer, UnreadableAnswer, writeCustomer, type Customer } from './customer.ts';
import { assertJson } from './json/assertJson.ts';
import { arrayText, fieldsOf, objectOf } from './json/fields.ts';
import { elements } from './json/members.ts';

const outcomeSchema = z.literal(['saved', 'altered', 'missing']);
type Outcome = z.infer<typeof outcomeSchema>;

/** What became of one edit; `value` is the JSON text now there, when it was `altered`. */
export interface EditResult {
  key: string;
  outcome: Outcome;
  value?: string;
}

/** What a save answers: the customer as read back, a result for each edit in their order, and the keys that others changed. */
export interface SaveResult {
  customer: Customer;
  results: EditResult[];
  otherChanges: string[];
  /** The keys whose wish was there before anything was written: this save did not change them. Absent without any. */
  found?: string[];
  /**
   * The write had no clear answer, and not everything is there: what is there instead is somebody else's, and what
   * is not may still arrive.
   */
  unclear?: true;
  /** The agent whose save this was, as the server knows them; absent where nobody signs in, or the answer was lost. */
  savedBy?: string;
}

/** An attribute that was changed elsewhere, as JSON texts: what the edit began from, what is there now, what the agent wants. */
export interface Conflict {
  key: string;
  base?: string;
  theirs?: string;
  yours?: string;
}

export function writeSaveResult(result: SaveResult): string {
  const { customer, results, otherChanges, found, unclear, savedBy } = result;
  const list = results.map(({ key, outcome, value }) =>
    objectOf({ key: JSON.stringify(key), outcome: JSON.stringify(outcome), value }),
  );
  return objectOf({
    customer: writeCustomer(customer),
    results: arrayText(list),
    otherChanges: JSON.stringify(otherChanges),
    found: JSON.stringify(found),
    unclear: JSON.stringify(unclear),
    savedBy: JSON.stringify(savedBy),
  });
}

const parse = <T>(schema: z.ZodMiniType<T>, json: string | undefined): T => {
  const result = schema.safeParse(json === undefined ? undefined : JSON.parse(json));
  if (!result.success) throw new UnreadableAnswer('This is not the answer to a save.');
  return result.data;
};

function readResult(text: string): EditResult {
  const fields = fieldsOf(text);
  const value = fields.get('value');
  return {
    key: parse(z.string(), fields.get('key')),
    outcome: parse(outcomeSchema, fields.get('outcome')),
    ...(value !== undefined && { value }),
  };
}

/** Throws `UnreadableAnswer`, or an error of the parser's, when the text is not what {@link writeSaveResult} writes. */
export function readSaveResult(text: string): SaveResult {
  assertJson(text);
  const fields = fieldsOf(text);
  const savedBy = parse(z.optional(z.string()), fields.get('savedBy'));
  const found = parse(z.optional(z.array(z.string())), fields.get('found'));
  const unclear = parse(z.optional(z.literal(true)), fields.get('unclear'));
  return {
    customer: readCustomer(fields.get('customer') ?? 'null'),
    results: (elements(fields.get('results') ?? '[]') ?? []).map(readResult),
    otherChanges: parse(z.array(z.string()), fields.get('otherChanges')),
    ...(found && { found }),
    ...(unclear && { unclear }),
    ...(savedBy !== undefined && { savedBy }),
  };
}

/** The two fields that a conflict adds to its problem details, as JSON texts by name. */
export function writeConflict(conflicts: readonly Conflict[], customer: Customer) {
  const list = conflicts.map(({ key, base, theirs, yours }) =>
    objectOf({ key: JSON.stringify(key), base, theirs, yours }),
  );
  return { conflicts: arrayText(list), customer: writeCustomer(customer) };
}

/** The fresh customer in the problem details of a conflict; which attributes conflict follows from it. */
export function readConflictCustomer(text: string): Customer {
  return readCustomer(fieldsOf(text).get('customer') ?? 'null');
}
