import type { Ref } from 'react';
import type { Edit } from '#src/contract/edits.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import type { EditResult, SaveResult } from '#src/contract/saveAnswer.ts';
import { Button } from '#src/ui/Button.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { ApiError } from '../../ApiError.ts';
import { savingFailures, unverifiedFailure } from './savingFailures.ts';
import { nameOf } from '../attributesText.ts';
import { editingText } from './editingText.ts';
import { SaveActions } from './SaveHistory.tsx';
import type { SaveRecord } from './saveRecord.ts';
import { shortJson } from './shortJson.ts';

const text = editingText.save;

/** What there is to tell the agent about the last thing that was asked of the edit set. */
export type Report =
  | { kind: 'saved'; edits: readonly Edit[]; result: SaveResult; record: SaveRecord }
  | { kind: 'failed'; error: Error }
  | { kind: 'stopped'; message: string }
  | { kind: 'discarded'; count: number };

export interface SaveReportProps {
  report: Report;
  onDismiss: () => void;
  onBringBack: () => void;
  onOpenSurvivor: (id: string) => void;
  onUndo: (record: SaveRecord) => void;
  /** A save is under way. */
  busy: boolean;
  ref: Ref<HTMLDivElement>;
}

/** One edit's outcome in words; what is as it was before is not called altered. */
function outcomeText({ key, outcome, value }: EditResult, edits: readonly Edit[]): string {
  const from = edits.find((edit) => edit.key === key)?.from;
  if (outcome === 'saved') return text.outcome.saved(key);
  if (outcome === 'missing')
    return from === undefined ? text.outcome.notThere(key) : text.outcome.missing(key);
  const now = shortJson(value ?? 'null');
  return equalOrAbsent(value, from) ? text.outcome.still(key, now) : text.outcome.altered(key, now);
}

interface SavedProps {
  edits: readonly Edit[];
  result: SaveResult;
}

function Saved({ edits, result: { results, otherChanges } }: SavedProps) {
  const allSaved = results.every(({ outcome }) => outcome === 'saved');
  return (
    <>
      {!allSaved && (
        <>
          <ul>
            {results.map((result) => (
              <li key={result.key}>{outcomeText(result, edits)}</li>
            ))}
          </ul>
          <p>{text.outcome.rest}</p>
        </>
      )}
      {otherChanges.length > 0 && <p>{text.outcome.others(otherChanges.map(nameOf).join(', '))}</p>}
    </>
  );
}

type FailedProps = Pick<SaveReportProps, 'onDismiss' | 'onOpenSurvivor' | 'ref'> & { error: Error };

function Failed({ error, onDismiss, onOpenSurvivor, ref }: FailedProps) {
  const code = error instanceof ApiError ? error.code : 'internal';
  const fields = error instanceof ApiError ? error.fields : {};
  const { title, body } = fields.unverified ? unverifiedFailure : savingFailures[code];
  const { movedTo } = fields;
  const survivor = movedTo !== undefined && (
    <Button onClick={() => onOpenSurvivor(movedTo)}>{text.openSurvivor}</Button>
  );
  return (
    <Notice
      ref={ref}
      tone="caution"
      title={title}
      actions={survivor}
      onDismiss={{ label: text.dismiss, act: onDismiss }}
    >
      <p>{body}</p>
    </Notice>
  );
}

/** Says truthfully, key by key, what became of a save; nothing is called saved that was not read back. */
export function SaveReport({
  report,
  onDismiss,
  onBringBack,
  onOpenSurvivor,
  onUndo,
  busy,
  ref,
}: SaveReportProps) {
  const dismiss = { label: text.dismiss, act: onDismiss };
  switch (report.kind) {
    case 'saved': {
      const { edits, result, record } = report;
      const { results } = result;
      const actions = record.changes.length > 0 && (
        <SaveActions record={record} busy={busy} onUndo={onUndo} />
      );
      const allSaved = results.every(({ outcome }) => outcome === 'saved');
      const failedTitle = record.changes.length === 0 ? text.outcome.none : text.outcome.notAll;
      const title = allSaved ? text.outcome.allSaved(results.length) : failedTitle;
      return (
        <Notice
          ref={ref}
          tone={allSaved ? 'info' : 'caution'}
          title={title}
          actions={actions}
          onDismiss={dismiss}
        >
          <Saved edits={edits} result={result} />
        </Notice>
      );
    }
    case 'failed':
      return (
        <Failed
          error={report.error}
          onDismiss={onDismiss}
          onOpenSurvivor={onOpenSurvivor}
          ref={ref}
        />
      );
    case 'stopped':
      return <Notice ref={ref} tone="caution" title={report.message} onDismiss={dismiss} />;
    case 'discarded':
      return (
        <Notice
          ref={ref}
          title={text.discarded(report.count)}
          actions={<Button onClick={onBringBack}>{text.bringBack}</Button>}
          onDismiss={dismiss}
        />
      );
  }
}
