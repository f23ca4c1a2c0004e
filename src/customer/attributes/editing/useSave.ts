import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseFieldArrayReturn, UseFormReturn } from 'react-hook-form';
import type { Customer } from '#src/contract/customer.ts';
import type { Edit } from '#src/contract/edits.ts';
import { useApi } from '../../ApiContext.tsx';
import { ApiError } from '../../ApiError.ts';
import { rememberCustomer } from '../../queries.ts';
import type { Drafts } from '../drafts.ts';
import { saveKey } from '../saveKey.ts';
import type { EditSet } from './editSetSchema.ts';
import { problemsText } from './inputs/problemsText.ts';
import { saveEdits } from './saveEdits.ts';
import { settleRows } from './settleRows.ts';

interface SaveOptions {
  customer: Pick<Customer, 'id' | 'name'>;
  form: UseFormReturn<EditSet>;
  rows: UseFieldArrayReturn<EditSet, 'rows'>;
  drafts: Drafts;
}

/** Saving the edit set, and what its answer means for the rows. Text that was typed never goes unless it was saved. */
export function useSave({ customer, form, rows, drafts }: SaveOptions) {
  const api = useApi();
  const client = useQueryClient();

  function showErrors(error: ApiError) {
    const { errors = [] } = error.fields;
    for (const [index, { key }] of form.getValues('rows').entries()) {
      const message = problemsText(errors.filter((each) => each.key === key));
      if (message !== undefined) form.setError(`rows.${index}.text`, { type: 'server', message });
    }
  }

  return useMutation({
    mutationKey: saveKey(customer.id),
    networkMode: 'always',
    // The saves of the session are what "undo" is made of.
    gcTime: Infinity,
    mutationFn: (edits: Edit[]) => saveEdits(api, customer.id, edits),
    onSuccess({ customer: saved, results }, edits) {
      rememberCustomer(client, api, saved);
      const { done, changed } = settleRows(form.getValues('rows'), edits, results);
      for (const { index, row } of changed) form.setValue(`rows.${index}`, row);
      rows.remove(done);
      // The answer may arrive after the agent went to another customer, when nothing keeps the draft up to date.
      const draft = drafts.get(customer.id);
      const settled = settleRows(draft, edits, results);
      const rowsNow = new Map(settled.changed.map(({ index, row }) => [index, row]));
      const unsaved = draft
        .map((row, index) => rowsNow.get(index) ?? row)
        .filter((_row, index) => !settled.done.includes(index));
      drafts.set(customer, unsaved);
    },
    onError(error) {
      if (!(error instanceof ApiError)) return;
      const { customer: fresh } = error.fields;
      if (fresh) rememberCustomer(client, api, fresh);
      showErrors(error);
    },
  });
}
