import { useEffect, useRef, useState, type RefObject } from 'react';
import { useWatch } from 'react-hook-form';
import { useDrafts } from '../DraftsContext.ts';
import { isConflict } from './conflict.ts';
import { isChanged, toEdits, type EditRow } from './editRow.ts';
import { SaveBar } from './SaveBar.tsx';
import { SaveReport, type Report } from './SaveReport.tsx';
import { joinRows, type EditSetForm } from './useEditSet.ts';
import { useSave } from './useSave.ts';
import { editingText } from './editingText.ts';

const text = editingText.save;

export interface SaveAreaProps {
  customerId: string;
  editSet: EditSetForm;
  /** Where the rows are, to lead the agent to the one that needs a correction or a decision. */
  section: RefObject<HTMLElement | null>;
  onDirty: (dirty: boolean) => void;
  onOpenSurvivor: (id: string) => void;
}

/** Save and Discard vanish with the last unsaved change, and the focus must not vanish with them. */
function useFocusAfter(report: Report | undefined, section: RefObject<HTMLElement | null>) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!report) return;
    const row =
      report.kind === 'stopped' &&
      section.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-decide]');
    if (row) row.focus();
    else if (document.activeElement === document.body) element.current?.focus();
  }, [report, section]);
  return element;
}

/** Keeps the draft with the customer, and the host informed that there is one. */
function useDraft(
  customerId: string,
  changed: readonly EditRow[],
  onDirty: (dirty: boolean) => void,
) {
  const drafts = useDrafts();
  const dirty = changed.length > 0;
  useEffect(() => drafts.set(customerId, changed), [drafts, customerId, changed]);
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  return drafts;
}

/** What is unsaved, saving it, and what became of it. It renders with every key; the list of attributes does not. */
export function SaveArea({ customerId, editSet, section, onDirty, onOpenSurvivor }: SaveAreaProps) {
  const { form, rows, lookUp } = editSet;
  const [report, setReport] = useState<Report>();
  const [discarded, setDiscarded] = useState<readonly EditRow[]>([]);
  const changed = useWatch({ control: form.control, name: 'rows' }).filter(isChanged);
  const drafts = useDraft(customerId, changed, onDirty);
  const reportElement = useFocusAfter(report, section);
  const { isPending: saving, mutate } = useSave({ customerId, form, rows, drafts });

  const submit = form.handleSubmit(
    ({ rows: valid }) => {
      const edits = toEdits(valid);
      const undecided = valid.some((row) => isConflict(row, lookUp(row.key)));
      if (undecided) setReport({ kind: 'stopped', message: text.decide });
      else if (edits.length > 0) {
        setReport(undefined);
        mutate(edits, {
          onSuccess: (result) => setReport({ kind: 'saved', result }),
          onError: (error) => setReport({ kind: 'failed', error }),
        });
      }
    },
    (errors) => {
      const count = Object.values(errors.rows ?? {}).filter(Boolean).length;
      setReport({ kind: 'stopped', message: text.fix(count) });
    },
  );

  function discard() {
    setDiscarded(changed);
    setReport({ kind: 'discarded', count: changed.length });
    rows.replace([]);
  }

  function bringBack() {
    setReport(undefined);
    rows.replace(joinRows(form.getValues('rows'), discarded));
  }

  return (
    <>
      {report && (
        <SaveReport
          ref={reportElement}
          report={report}
          onDismiss={() => setReport(undefined)}
          onBringBack={bringBack}
          onOpenSurvivor={onOpenSurvivor}
        />
      )}
      {changed.length > 0 && (
        <SaveBar
          count={changed.length}
          saving={saving}
          onSave={() => {
            if (!saving) void submit();
          }}
          onDiscard={discard}
        />
      )}
    </>
  );
}
