import { useQueryClient, type MutationCache } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Customer as WholeCustomer } from '#src/contract/customer.ts';
import type { Edit } from '#src/contract/edits.ts';
import { ApiError } from '../../ApiError.ts';
import { useDrafts } from '../DraftsContext.ts';
import { isChanged } from './editRow.ts';
import { loadFailures } from './FailedSave.tsx';
import { problemsText } from './inputs/problemsText.ts';
import { undoOf, type SaveRecord } from './saveRecord.ts';
import type { Report } from './SaveReport.tsx';
import type { EditSetForm } from './useEditSet.ts';
import { useSave } from './useSave.ts';
import { lastSave, recordOf, useIsSaving, useSaveHistory } from './useSaveHistory.ts';

type Customer = Pick<WholeCustomer, 'id' | 'name'>;

/** The saves whose agent was told what became of them. */
const told = new WeakSet<object>();

/** What is to be told about the last save of a customer, if that has its answer and was not told before. */
function untoldReport(saves: MutationCache, customer: Customer, isReturn: boolean) {
  const save = lastSave(saves, customer.id);
  if (!save || told.has(save)) return undefined;
  const { data, error, variables } = save.state;
  const { edits = [], isUndo = false } = variables ?? {};
  if (error) return { kind: 'failed', error, isUndo, isReturn } satisfies Report;
  if (!data) return undefined;
  const record = recordOf(save.state, customer);
  return { kind: 'saved', edits, result: data, record, isUndo, isReturn } satisfies Report;
}

/**
 * Saving and undoing for one customer, and the report of the last of them. One at a time, wherever it was begun: the
 * answer to a save may come when its agent is elsewhere, and is told when they are back.
 */
export function useSaving(
  { id, name }: Customer,
  { form, rows }: Pick<EditSetForm, 'form' | 'rows'>,
) {
  const saves = useQueryClient().getMutationCache();
  const [report, setReport] = useState<Report | undefined>(() =>
    untoldReport(saves, { id, name }, true),
  );
  const drafts = useDrafts();
  const busy = useIsSaving(id);
  const { mutate } = useSave({ customer: { id, name }, form, rows, drafts });
  const records = useSaveHistory({ id, name });

  const noteAsTold = useEffectEvent((shown: Report | undefined) => {
    const save = lastSave(saves, id);
    if (!save || !shown || shown.kind === 'stopped' || shown.kind === 'discarded') return;
    told.add(save);
    if (shown.kind === 'saved' || !(shown.error instanceof ApiError)) return;
    const { errors = [] } = shown.error.fields;
    for (const [index, { key }] of form.getValues('rows').entries()) {
      const message = problemsText(errors.filter((each) => each.key === key));
      if (message !== undefined) form.setError(`rows.${index}.text`, { type: 'server', message });
    }
  });
  const tell = useEffectEvent(() => {
    const untold = untoldReport(saves, { id, name }, false);
    if (untold) setReport(untold);
  });
  useEffect(() => noteAsTold(report), [report]);
  useEffect(
    () =>
      saves.subscribe((event) => {
        // Others come while components render.
        if (event.type === 'updated' && ['success', 'error'].includes(event.action.type)) tell();
      }),
    [saves],
  );

  function send(edits: readonly Edit[], isUndo = false) {
    setReport(undefined);
    // Here before the answer, should it be a failure.
    void loadFailures().catch(() => {});
    mutate({ edits, isUndo });
  }

  /** Through the same comparison as any save: what was changed since opens as a conflict instead of being overwritten. */
  function undo(record: SaveRecord) {
    const edits = undoOf(record);
    const undone = new Set(edits.map(({ key }) => key));
    // A row that was only opened would otherwise become an edit back to what is undone.
    rows.remove(
      form
        .getValues('rows')
        .flatMap((row, index) => (undone.has(row.key) && !isChanged(row) ? [index] : [])),
    );
    send(edits, true);
  }

  return { busy, records, report, setReport, send, undo };
}

export type Saving = ReturnType<typeof useSaving>;
