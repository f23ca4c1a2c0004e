import { lazy, Suspense, use, type Ref } from 'react';
import type { Edit } from '#src/contract/edits.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import type { FieldError } from '#src/contract/problem.ts';
import type { EditResult, SaveResult } from '#src/contract/saveAnswer.ts';
import { Button } from '#src/ui/Button.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { ApiError } from '../../ApiError.ts';
import { refusedUndo, savingFailures, unverifiedFailure } from './savingFailures.ts';
import { nameOf } from '../attributesText.ts';
import { editingText } from './editingText.ts';
import { BrandContext, useLabelOf } from './inputs/brand.ts';
import { inputText } from './inputs/inputText.ts';
import { SaveActions } from './SaveHistory.tsx';
import type { SaveRecord } from './saveRecord.ts';
import { shortJson } from './shortJson.ts';

const text = editingText.save;

const SignInAgain = lazy(async () => ({
  default: (await import('../../signIn/SignInAgain.tsx')).SignInAgain,
}));

/** What there is to tell the agent about the last thing that was asked of the edit set. */
export type Report =
  | { kind: 'saved'; edits: readonly Edit[]; result: SaveResult; record: SaveRecord }
  | { kind: 'failed'; error: Error; isUndo: boolean }
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
function outcomeText(
  { key, outcome, value }: EditResult,
  edits: readonly Edit[],
  name: string,
): string {
  const from = edits.find((edit) => edit.key === key)?.from;
  if (outcome === 'saved') return text.outcome.saved(name);
  if (outcome === 'missing')
    return from === undefined ? text.outcome.notThere(name) : text.outcome.missing(name);
  const now = shortJson(value ?? 'null');
  return equalOrAbsent(value, from)
    ? text.outcome.still(name, now)
    : text.outcome.altered(name, now);
}

/** What was saved now and is overwritten by the next lookup, by the system that does it. */
function LookupNotes({
  edits,
  results,
}: {
  edits: readonly Edit[];
  results: readonly EditResult[];
}) {
  const { byKey } = use(BrandContext);
  const names = new Map<string, string[]>();
  for (const { key, outcome } of results) {
    const { ownedByLookup: system, label = key } = byKey.get(key) ?? {};
    const isThere = edits.some((edit) => edit.key === key && edit.to !== undefined);
    if (system === undefined || outcome !== 'saved' || !isThere) continue;
    names.set(system, [...(names.get(system) ?? []), label]);
  }
  return Array.from(names, ([system, labels]) => (
    <p key={system}>{inputText.lookupSaved(labels.join(', '), system)}</p>
  ));
}

interface SavedProps {
  edits: readonly Edit[];
  result: SaveResult;
}

function Saved({ edits, result: { results, otherChanges } }: SavedProps) {
  const labelOf = useLabelOf();
  const allSaved = results.every(({ outcome }) => outcome === 'saved');
  return (
    <>
      {!allSaved && (
        <>
          <ul>
            {results.map((result) => (
              <li key={result.key}>{outcomeText(result, edits, labelOf(result.key))}</li>
            ))}
          </ul>
          <p>{text.outcome.rest}</p>
        </>
      )}
      {otherChanges.length > 0 && (
        <p>{text.outcome.others(otherChanges.map((key) => nameOf(labelOf(key))).join(', '))}</p>
      )}
      <LookupNotes edits={edits} results={results} />
    </>
  );
}

type FailedProps = Pick<SaveReportProps, 'onDismiss' | 'onOpenSurvivor' | 'ref'> & {
  error: Error;
  isUndo: boolean;
};

/** What the server found wrong with values that stand in no row. */
function Refused({ errors }: { errors: readonly FieldError[] }) {
  const labelOf = useLabelOf();
  return (
    <ul>
      {errors.map(({ key, path = '', message }) => (
        <li key={`${key} ${path} ${message}`}>
          {[key === undefined ? '' : labelOf(key), path, message].filter(Boolean).join(': ')}
        </li>
      ))}
    </ul>
  );
}

function Failed({ error, isUndo, onDismiss, onOpenSurvivor, ref }: FailedProps) {
  const code = error instanceof ApiError ? error.code : 'internal';
  const fields = error instanceof ApiError ? error.fields : {};
  const isRefusedUndo = isUndo && code === 'invalid';
  const known = isRefusedUndo ? refusedUndo : savingFailures[code];
  const { title, body } = fields.unverified ? unverifiedFailure : known;
  const { movedTo } = fields;
  const survivor = movedTo !== undefined && (
    <Button onClick={() => onOpenSurvivor(movedTo)}>{text.openSurvivor}</Button>
  );
  return (
    <Notice
      ref={ref}
      tone="caution"
      title={title}
      actions={
        code === 'unauthenticated' ? (
          <Suspense>
            <SignInAgain onSignedIn={onDismiss} />
          </Suspense>
        ) : (
          survivor
        )
      }
      onDismiss={{ label: text.dismiss, act: onDismiss }}
    >
      <p>{body}</p>
      {isRefusedUndo && <Refused errors={fields.errors ?? []} />}
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
          isUndo={report.isUndo}
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
