import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseFieldArrayReturn, UseFormReturn } from 'react-hook-form';
import type { Edit } from '#src/contract/edits.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import type { EditResult } from '#src/contract/saveAnswer.ts';
import { useApi } from '../../ApiContext.tsx';
import { ApiError } from '../../ApiError.ts';
import { rememberCustomer } from '../../queries.ts';
import type { Drafts } from '../drafts.ts';
import { toEdits, type EditRow } from './editRow.ts';
import type { EditSet } from './editSetSchema.ts';

/** Whether the row still says what was sent: the agent may have typed on meanwhile. */
function isAsSent(row: EditRow, edit: Edit): boolean {
  const [now] = toEdits([row]);
  return now === undefined || (now.key === edit.key && equalOrAbsent(now.to, edit.to));
}

/** The rows after a save: the saved ones are gone, the others begin anew from what is there now. */
export function settleRows(
  rows: readonly EditRow[],
  edits: readonly Edit[],
  results: readonly EditResult[],
): { done: number[]; changed: { index: number; row: EditRow }[] } {
  const done: number[] = [];
  const changed: { index: number; row: EditRow }[] = [];
  for (const [index, row] of rows.entries()) {
    const edit = edits.find(({ key }) => key === row.key);
    const result = results.find(({ key }) => key === row.key);
    if (!edit || !result) continue;
    if (result.outcome === 'saved' && isAsSent(row, edit)) done.push(index);
    else {
      const from = result.outcome === 'saved' ? edit.to : result.value;
      changed.push({ index, row: { ...row, from } });
    }
  }
  return { done, changed };
}

interface SaveOptions {
  customerId: string;
  form: UseFormReturn<EditSet>;
  rows: UseFieldArrayReturn<EditSet, 'rows'>;
  drafts: Drafts;
}

/** Saving the edit set, and what its answer means for the rows. Text that was typed never goes unless it was saved. */
export function useSave({ customerId, form, rows, drafts }: SaveOptions) {
  const api = useApi();
  const client = useQueryClient();

  function showErrors(error: ApiError) {
    for (const { key, message } of error.fields.errors ?? []) {
      const index = form.getValues('rows').findIndex((row) => row.key === key);
      if (index >= 0) form.setError(`rows.${index}.text`, { type: 'server', message });
    }
  }

  return useMutation({
    mutationKey: ['save', customerId],
    networkMode: 'always',
    mutationFn: (edits: Edit[]) => api.save(customerId, edits),
    onSuccess({ customer, results }, edits) {
      rememberCustomer(client, api, customer);
      const { done, changed } = settleRows(form.getValues('rows'), edits, results);
      for (const { index, row } of changed) form.setValue(`rows.${index}`, row);
      rows.remove(done);
      // The answer may arrive after the agent went to another customer, when nothing keeps the draft up to date.
      const settled = new Set(
        results.flatMap(({ key, outcome }) => (outcome === 'saved' ? [key] : [])),
      );
      drafts.set(
        customerId,
        drafts.get(customerId).filter((row) => !settled.has(row.key)),
      );
    },
    onError(error) {
      if (!(error instanceof ApiError)) return;
      const { customer } = error.fields;
      if (customer) rememberCustomer(client, api, customer);
      showErrors(error);
    },
  });
}
