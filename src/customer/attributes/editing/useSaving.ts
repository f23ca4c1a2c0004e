import { useState } from 'react';
import type { Customer } from '#src/contract/customer.ts';
import type { Edit } from '#src/contract/edits.ts';
import { ApiError } from '../../ApiError.ts';
import { useDrafts } from '../DraftsContext.ts';
import { isChanged } from './editRow.ts';
import { rowOf, undoOf, type SaveRecord } from './saveRecord.ts';
import type { Report } from './SaveReport.tsx';
import type { EditSetForm } from './useEditSet.ts';
import { useSave } from './useSave.ts';
import { useSaveHistory } from './useSaveHistory.ts';

const isConflict = (error: Error) => error instanceof ApiError && error.code === 'conflict';

/** Saving and undoing for one customer, and the report of the last of them. One at a time. */
export function useSaving(
  { id, name }: Pick<Customer, 'id' | 'name'>,
  { form, rows }: Pick<EditSetForm, 'form' | 'rows'>,
) {
  const [report, setReport] = useState<Report>();
  const drafts = useDrafts();
  const { isPending: busy, mutate } = useSave({ customer: { id, name }, form, rows, drafts });
  const records = useSaveHistory({ id, name });

  function send(edits: Edit[], onConflict?: () => void, isUndo = false) {
    setReport(undefined);
    mutate(edits, {
      onSuccess(result) {
        const { savedBy, changes } = result;
        const record = {
          customerId: id,
          customerName: name,
          savedAt: Date.now(),
          savedBy,
          changes,
        };
        setReport({ kind: 'saved', edits, result, record });
      },
      onError(error) {
        if (isConflict(error)) onConflict?.();
        setReport({ kind: 'failed', error, isUndo });
      },
    });
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
    const goOn = () => {
      const open = new Set(form.getValues('rows').map(({ key }) => key));
      rows.append(edits.filter(({ key }) => !open.has(key)).map(rowOf), { shouldFocus: false });
    };
    send(edits, goOn, true);
  }

  return { busy, records, report, setReport, send, undo };
}

export type Saving = ReturnType<typeof useSaving>;
