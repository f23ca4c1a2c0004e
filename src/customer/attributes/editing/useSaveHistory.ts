import { useMutationState, type MutationState } from '@tanstack/react-query';
import type { Customer } from '#src/contract/customer.ts';
import type { Edit } from '#src/contract/edits.ts';
import { saveKey } from '../saveKey.ts';
import type { Saved } from './saveEdits.ts';
import type { SaveRecord } from './saveRecord.ts';

type SaveState = MutationState<Saved, Error, Edit[]>;

/** The saves of this session that changed something in the customer, the newest first. In memory, for as long as the page lives. */
export function useSaveHistory({ id, name }: Pick<Customer, 'id' | 'name'>): SaveRecord[] {
  const states = useMutationState({
    filters: { mutationKey: saveKey(id), status: 'success' },
    // Only `useSave` makes mutations with this key.
    select: (mutation) => mutation.state as SaveState,
  });
  return states
    .map(({ data, submittedAt }) => ({
      customerId: id,
      customerName: name,
      savedAt: submittedAt,
      savedBy: data?.savedBy,
      changes: data?.changes ?? [],
    }))
    .filter(({ changes }) => changes.length > 0)
    .toReversed();
}
