import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { UseFieldArrayReturn, UseFormReturn } from 'react-hook-form';
import type { Customer } from '#src/contract/customer.ts';
import type { Edit } from '#src/contract/edits.ts';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import { useApi } from '../../ApiContext.tsx';
import { ApiError } from '../../ApiError.ts';
import type { Drafts } from '../drafts.ts';
import { saveKey, type SaveRequest } from '../saveKey.ts';
import type { EditSet } from './editSetSchema.ts';
import { announceForm, openFormOf } from './openForms.ts';
import { rememberCustomer } from './rememberCustomer.ts';
import { saveEdits } from './saveEdits.ts';
import { rowsToDecide } from './saveRecord.ts';
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

/** Sending edits, and what the answer means for the rows. Text that was typed never goes unless it was saved. */
export function useSave({ customer, form, rows, drafts }: SaveOptions) {
  const api = useApi();
  const client = useQueryClient();

  const settle = useEffectEvent((edits: readonly Edit[], result: SaveResult) => {
    const { done, changed } = settleRows(form.getValues('rows'), edits, result);
    for (const { index, row } of changed) form.setValue(`rows.${index}`, row);
    rows.remove(done);
  });
  const goOn = useEffectEvent((edits: readonly Edit[]) =>
    rows.append(rowsToDecide(edits, form.getValues('rows')), { shouldFocus: false }),
  );
  useEffect(
    () =>
      announceForm(drafts, customer.id, {
        settle: (edits, result) => settle(edits, result),
        goOn: (edits) => goOn(edits),
      }),
    [drafts, customer.id],
  );

  return useMutation({
    mutationKey: saveKey(customer.id),
    networkMode: 'always',
    // The saves of the session are what "undo" is made of.
    gcTime: Infinity,
    mutationFn: ({ edits }: SaveRequest) => saveEdits(api, customer.id, edits),
    onSuccess(saved, { edits }) {
      rememberCustomer(client, api, saved.customer);
      openFormOf(drafts, customer.id)?.settle(edits, saved);
      settleDraft(drafts, customer, edits, saved);
    },
    onError(error, { edits, isUndo }) {
      if (!(error instanceof ApiError)) return;
      const { customer: fresh } = error.fields;
      if (fresh) rememberCustomer(client, api, fresh);
      if (!isUndo || error.code !== 'conflict') return;
      const open = openFormOf(drafts, customer.id);
      if (open) return open.goOn(edits);
      const draft = drafts.get(customer.id);
      drafts.set(customer, [...draft, ...rowsToDecide(edits, draft)]);
    },
  });
}
