import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { UseFieldArrayReturn, UseFormReturn } from 'react-hook-form';
import type { Customer } from '#src/contract/customer.ts';
import type { Edit } from '#src/contract/edits.ts';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import { useApi } from '../../ApiContext.tsx';
import { ApiError } from '../../ApiError.ts';
import { rememberCustomer } from '../../queries.ts';
import type { Drafts } from '../drafts.ts';
import { saveKey } from '../saveKey.ts';
import type { EditSet } from './editSetSchema.ts';
import { problemsText } from './inputs/problemsText.ts';
import { announceForm, settleOpenForm } from './openForms.ts';
import { saveEdits } from './saveEdits.ts';
import { settleRows } from './settleRows.ts';

interface SaveOptions {
  customer: Pick<Customer, 'id' | 'name'>;
  form: UseFormReturn<EditSet>;
  rows: UseFieldArrayReturn<EditSet, 'rows'>;
  drafts: Drafts;
}

/** No form keeps the draft up to date when the agent has gone to another customer before the answer. */
function settleDraft(
  drafts: Drafts,
  customer: SaveOptions['customer'],
  edits: readonly Edit[],
  result: SaveResult,
) {
  const draft = drafts.get(customer.id);
  const { done, changed } = settleRows(draft, edits, result);
  const rowsNow = new Map(changed.map(({ index, row }) => [index, row]));
  const unsaved = draft
    .map((row, index) => rowsNow.get(index) ?? row)
    .filter((_row, index) => !done.includes(index));
  drafts.set(customer, unsaved);
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

  const settle = useEffectEvent((edits: readonly Edit[], result: SaveResult) => {
    const { done, changed } = settleRows(form.getValues('rows'), edits, result);
    for (const { index, row } of changed) form.setValue(`rows.${index}`, row);
    rows.remove(done);
  });
  useEffect(
    () => announceForm(drafts, customer.id, (edits, result) => settle(edits, result)),
    [drafts, customer.id],
  );

  return useMutation({
    mutationKey: saveKey(customer.id),
    networkMode: 'always',
    // The saves of the session are what "undo" is made of.
    gcTime: Infinity,
    mutationFn: (edits: Edit[]) => saveEdits(api, customer.id, edits),
    onSuccess(saved, edits) {
      rememberCustomer(client, api, saved.customer);
      settleOpenForm(drafts, customer.id, edits, saved);
      settleDraft(drafts, customer, edits, saved);
    },
    onError(error) {
      if (!(error instanceof ApiError)) return;
      const { customer: fresh } = error.fields;
      if (fresh) rememberCustomer(client, api, fresh);
      showErrors(error);
    },
  });
}
