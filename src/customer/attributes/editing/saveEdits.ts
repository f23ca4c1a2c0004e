import type { Customer } from '#src/contract/customer.ts';
import type { Edit } from '#src/contract/edits.ts';
import { judge, valuesOf } from '#src/contract/outcome.ts';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import { ApiError } from '../../ApiError.ts';
import type { CustomerApi } from '../../api.ts';
import { changesOf, type SavedChange } from './saveRecord.ts';
import { sendEdits } from './sendEdits.ts';

/** What became of a save, and what of it is this agent's own doing. */
export interface Saved extends SaveResult {
  changes: SavedChange[];
}

/** After these the save may have happened or not. */
function isUnanswered({ code, fields }: ApiError): boolean {
  return ['unreachable', 'unreadable', 'internal'].includes(code) || fields.unverified === true;
}

/**
 * What became of the edits, by the customer as it is now. The server answers a read after the saves that it has begun.
 * Who wrote what is there, this save or somebody else before it, cannot be told.
 */
async function lookUp(
  api: CustomerApi,
  id: string,
  edits: readonly Edit[],
  lost: ApiError,
): Promise<SaveResult> {
  let customer: Customer;
  try {
    customer = await api.get(id);
  } catch {
    throw lost;
  }
  if (customer.id !== id) throw new ApiError('moved', { movedTo: customer.id, unverified: true });
  if (customer.unreadable?.includes('customAttributes')) throw lost;
  const there = valuesOf(customer.customAttributes);
  const results = judge(edits, there, api.rule);
  const found = edits.map(({ key }) => key);
  return { customer, results, otherChanges: [], found, unclear: true };
}

async function sendOrLookUp(
  api: CustomerApi,
  id: string,
  edits: readonly Edit[],
): Promise<SaveResult> {
  try {
    return await sendEdits(api, id, edits);
  } catch (error) {
    if (error instanceof ApiError && isUnanswered(error)) return lookUp(api, id, edits, error);
    throw error;
  }
}

/**
 * Saves edits. When the answer never came, looks what is there and answers with that: a save that
 * worked is never called failed, nor the reverse. Throws an {@link ApiError} when nothing was saved,
 * or (`unreachable`, `unverified`, …) when nobody can know.
 */
export async function saveEdits(
  api: CustomerApi,
  id: string,
  edits: readonly Edit[],
): Promise<Saved> {
  const result = await sendOrLookUp(api, id, edits);
  return { ...result, changes: changesOf(edits, result) };
}
