import type { Customer } from '#src/contract/customer.ts';
import type { Edit } from '#src/contract/edits.ts';
import { judge } from '#src/contract/outcome.ts';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import { ApiError } from '../../ApiError.ts';
import type { CustomerApi } from '../../api.ts';
import { sendEdits } from './sendEdits.ts';

/** After these the save may have happened or not. */
function isUnanswered({ code, fields }: ApiError): boolean {
  return ['unreachable', 'unreadable', 'internal'].includes(code) || fields.unverified === true;
}

/** What became of the edits, by the customer as it is now. The server answers a read after the saves that it has begun. */
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
  const there = new Map((customer.customAttributes ?? []).map(({ key, json }) => [key, json]));
  const results = judge(edits, there, { clearWithEmptyString: false });
  return { customer, results, otherChanges: [] };
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
): Promise<SaveResult> {
  try {
    return await sendEdits(api, id, edits);
  } catch (error) {
    if (error instanceof ApiError && isUnanswered(error)) return lookUp(api, id, edits, error);
    throw error;
  }
}
