import { writeEdits, type Edit } from '#src/contract/edits.ts';
import { paths } from '#src/contract/paths.ts';
import { readConflictCustomer, readSaveResult, type SaveResult } from '#src/contract/saveAnswer.ts';
import { read, type CustomerApi } from '../../api.ts';
import { ApiError } from '../../ApiError.ts';

function withCustomer(error: unknown): unknown {
  if (!(error instanceof ApiError) || error.code !== 'conflict') return error;
  const { body = '', ...fields } = error.fields;
  try {
    return new ApiError('conflict', { ...fields, customer: readConflictCustomer(body) });
  } catch {
    return new ApiError('unreadable');
  }
}

/** The call that saves. Every failure is an {@link ApiError}; that of a conflict carries the customer as it is now. */
export async function sendEdits(
  api: CustomerApi,
  id: string,
  edits: readonly Edit[],
): Promise<SaveResult> {
  const init = {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: writeEdits(edits),
  };
  try {
    return read(readSaveResult, await api.ask(paths.customAttributes(id), init));
  } catch (error) {
    throw withCustomer(error);
  }
}
