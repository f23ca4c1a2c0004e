import type { Ref } from 'react';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import { Button } from '#src/ui/Button.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { ApiError } from '../../ApiError.ts';
import { savingFailures, unverifiedFailure } from './savingFailures.ts';
import { nameOf } from '../attributesText.ts';
import { formatJson } from '../formatJson.ts';
import { editingText } from './editingText.ts';

const text = editingText.save;

/** What there is to tell the agent about the last thing that was asked of the edit set. */
export type Report =
  | { kind: 'saved'; result: SaveResult }
  | { kind: 'failed'; error: Error }
  | { kind: 'stopped'; message: string }
  | { kind: 'discarded'; count: number };

export interface SaveReportProps {
  report: Report;
  onDismiss: () => void;
  onBringBack: () => void;
  onOpenSurvivor: (id: string) => void;
  ref: Ref<HTMLDivElement>;
}

const shownCharacters = 120;

function short(json: string): string {
  const laidOut = formatJson(json);
  return laidOut.length > shownCharacters ? `${laidOut.slice(0, shownCharacters)}…` : laidOut;
}

function Saved({ result: { results, otherChanges } }: { result: SaveResult }) {
  const allSaved = results.every(({ outcome }) => outcome === 'saved');
  return (
    <>
      {!allSaved && (
        <>
          <ul>
            {results.map(({ key, outcome, value }) => (
              <li key={key}>
                {outcome === 'saved' && text.outcome.saved(key)}
                {outcome === 'altered' && text.outcome.altered(key, short(value ?? 'null'))}
                {outcome === 'missing' && text.outcome.missing(key)}
              </li>
            ))}
          </ul>
          <p>{text.outcome.rest}</p>
        </>
      )}
      {otherChanges.length > 0 && <p>{text.outcome.others(otherChanges.map(nameOf).join(', '))}</p>}
    </>
  );
}

interface FailedProps extends Omit<SaveReportProps, 'report' | 'onBringBack'> {
  error: Error;
}

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
  ref,
}: SaveReportProps) {
  const dismiss = { label: text.dismiss, act: onDismiss };
  switch (report.kind) {
    case 'saved': {
      const { results } = report.result;
      const allSaved = results.every(({ outcome }) => outcome === 'saved');
      const title = allSaved ? text.outcome.allSaved(results.length) : text.outcome.notAll;
      return (
        <Notice ref={ref} tone={allSaved ? 'info' : 'caution'} title={title} onDismiss={dismiss}>
          <Saved result={report.result} />
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
