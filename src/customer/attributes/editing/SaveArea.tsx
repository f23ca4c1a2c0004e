import { useEffect, useRef, useState, type RefObject } from 'react';
import { useWatch } from 'react-hook-form';
import type { Customer } from '#src/contract/customer.ts';
import { useApi } from '../../ApiContext.tsx';
import { ApiError } from '../../ApiError.ts';
import { useDrafts } from '../DraftsContext.ts';
import { bringBack } from './bringBack.ts';
import { isConflict } from './conflict.ts';
import { isChanged, toEdits } from './editRow.ts';
import type { EditRow } from './rowSchema.ts';
import { SaveBar } from './SaveBar.tsx';
import { SaveReport, type Report } from './SaveReport.tsx';
import type { EditSet } from './editSetSchema.ts';
import type { EditSetForm } from './useEditSet.ts';
import type { Saving } from './useSaving.ts';
import { editingText } from './editingText.ts';

const text = editingText.save;

type EditedCustomer = Pick<Customer, 'id' | 'name'>;

export interface SaveAreaProps {
  customer: EditedCustomer;
  editSet: EditSetForm;
  saving: Saving;
  /** Where the rows are, to lead the agent to the one that needs a correction or a decision. */
  section: RefObject<HTMLElement | null>;
  onOpenSurvivor: (id: string) => void;
}

/** Whether the agent must correct or decide something at a row before a save can work. */
function wantsDecision(report: Report): boolean {
  if (report.kind === 'stopped') return true;
  const { code } = report.kind === 'failed' && report.error instanceof ApiError ? report.error : {};
  return code === 'conflict' || code === 'invalid';
}

const toDecide = '[aria-invalid="true"]:not([role="radiogroup"]), [data-decide]';

/** Save, Discard and the report's own buttons vanish with what they do, and the focus must not vanish with them. */
function useFocusAfter(
  report: Report | undefined,
  unsaved: boolean,
  section: RefObject<HTMLElement | null>,
) {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef({ report, unsaved });
  const led = useRef(true);
  // After every render: what conflicts is shown by the fresh customer, who may come after the report does.
  useEffect(() => {
    const was = before.current;
    before.current = { report, unsaved };
    // Told on coming back, where the agent may be typing in the desktop around this panel.
    if (report && 'isReturn' in report && report.isReturn) return;
    if (report !== was.report) led.current = !report || !wantsDecision(report);
    const row = led.current ? undefined : section.current?.querySelector<HTMLElement>(toDecide);
    if (row) {
      led.current = true;
      row.focus();
      return;
    }
    const lost = [document.body, section.current].includes(document.activeElement as HTMLElement);
    const vanished = report !== was.report || (report && unsaved !== was.unsaved);
    if (lost && vanished) (report ? element : section).current?.focus();
  });
  return element;
}

/** Keeps the draft with the customer. */
function useDraft({ id, name }: EditedCustomer, changed: readonly EditRow[]) {
  const drafts = useDrafts();
  useEffect(() => drafts.set({ id, name }, changed), [drafts, id, name, changed]);
}

/** What is unsaved, saving it, and what became of it. It renders with every key; the list of attributes does not. */
export function SaveArea({ customer, editSet, saving, section, onOpenSurvivor }: SaveAreaProps) {
  const { form, rows, lookUp } = editSet;
  const { rule } = useApi();
  const { busy, report, setReport } = saving;
  const [discarded, setDiscarded] = useState<readonly EditRow[]>([]);
  const changed = useWatch({ control: form.control, name: 'rows' }).filter(isChanged);
  useDraft(customer, changed);
  const reportElement = useFocusAfter(report, changed.length > 0, section);

  function send({ rows: valid }: EditSet) {
    const edits = toEdits(valid);
    const undecided = valid.some((row) => isConflict(row, lookUp(row.key), rule));
    if (undecided) setReport({ kind: 'stopped', message: text.decide });
    else if (edits.length > 0) saving.send(edits);
  }

  async function submit() {
    let wrong = 0;
    await form.handleSubmit(send, ({ rows: errors }) => {
      wrong = Object.values(errors ?? {}).filter(Boolean).length;
    })();
    // Only now do the controls carry their errors, and the first of them is to take the focus.
    if (wrong > 0) setReport({ kind: 'stopped', message: text.fix(wrong) });
  }

  function discard() {
    setDiscarded(changed);
    setReport({ kind: 'discarded', count: changed.length });
    rows.replace([]);
  }

  function bringAllBack() {
    setReport(undefined);
    rows.replace(bringBack(form.getValues('rows'), discarded));
  }

  return (
    <>
      {report && (
        <SaveReport
          ref={reportElement}
          report={report}
          onDismiss={() => setReport(undefined)}
          onBringBack={bringAllBack}
          onOpenSurvivor={onOpenSurvivor}
          onUndo={saving.undo}
          busy={busy}
        />
      )}
      {changed.length > 0 && (
        <SaveBar
          count={changed.length}
          saving={busy}
          onSave={() => {
            if (!busy) void submit();
          }}
          onDiscard={discard}
        />
      )}
    </>
  );
}
