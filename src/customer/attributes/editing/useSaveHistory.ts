import { useMutationState, type Mutation, type MutationCache } from '@tanstack/react-query';
import type { Customer } from '#src/contract/customer.ts';
import { saveKey, type SaveRequest } from '../saveKey.ts';
import type { Saved } from './saveEdits.ts';
import type { SaveRecord } from './saveRecord.ts';

type Save = Mutation<Saved, Error, SaveRequest>;

/** The save that was begun last for a customer, whatever became of it. */
export const lastSave = (saves: MutationCache, customerId: string): Save | undefined =>
  // Only `useSave` makes mutations with this key.
  saves.findAll({ mutationKey: saveKey(customerId) }).at(-1) as Save | undefined;

/** Whether a save of the customer is under way, whichever form sent it. */
export function useIsSaving(customerId: string): boolean {
  const underWay = useMutationState({
    filters: { mutationKey: saveKey(customerId), status: 'pending' },
    select: ({ mutationId }) => mutationId,
  });
  return underWay.length > 0;
}

/** What a save that is through changed, as it is listed, undone and copied. */
export function recordOf(
  { data, submittedAt }: Pick<Save['state'], 'data' | 'submittedAt'>,
  { id, name }: Pick<Customer, 'id' | 'name'>,
): SaveRecord {
  return {
    customerId: id,
    customerName: name,
    savedAt: submittedAt,
    savedBy: data?.savedBy,
    changes: data?.changes ?? [],
  };
}

/** The saves of this session that changed something in the customer, the newest first. In memory, for as long as the page lives. */
export function useSaveHistory(customer: Pick<Customer, 'id' | 'name'>): SaveRecord[] {
  const states = useMutationState({
    filters: { mutationKey: saveKey(customer.id), status: 'success' },
    select: (save) => save.state as Save['state'],
  });
  return states
    .map((state) => recordOf(state, customer))
    .filter(({ changes }) => changes.length > 0)
    .toReversed();
}
