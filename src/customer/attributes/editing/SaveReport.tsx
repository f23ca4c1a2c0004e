import { lazy, Suspense, use, type Ref } from 'react';
import type { Edit } from '#src/contract/edits.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import type { EditResult, SaveResult } from '#src/contract/saveAnswer.ts';
import { Boundary } from '#src/ui/Boundary.tsx';
import { Button } from '#src/ui/Button.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { nameOf } from '../attributesText.ts';
import { editingText } from './editingText.ts';
import { BrandContext, useLabelOf } from './inputs/brand.ts';
import { inputText } from './inputs/inputText.ts';
import { SaveActions } from './SaveHistory.tsx';
import type { SaveRecord } from './saveRecord.ts';
import { shortJson } from './shortJson.ts';

const text = editingText.save;

/** For saves that failed, so it is a file of its own. The editor fetches it when it has nothing better to do. */
export const loadSaveFailed = () => import('./SaveFailed.tsx');
const SaveFailed = lazy(async () => ({ default: (await loadSaveFailed()).SaveFailed }));

/** What became of the save that was sent last. */
interface SaveTold {
  isUndo: boolean;
  /** The agent was elsewhere when the answer came, and came back. */
  isReturn: boolean;
}

/** What there is to tell the agent about the last thing that was asked of the edit set. */
export type Report =
  | (SaveTold & { kind: 'saved'; edits: readonly Edit[]; result: SaveResult; record: SaveRecord })
  | (SaveTold & { kind: 'failed'; error: Error })
  | { kind: 'stopped'; message: string }
  | { kind: 'discarded'; count: number };

type SavedReport = Extract<Report, { kind: 'saved' }>;

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

const wordsOf = ({ isUndo, result }: SavedReport) => ({
  ...(isUndo ? text.undone : text.outcome),
  ...(result.unclear && text.unclear),
});

const isAllSaved = ({ results }: SaveResult) => results.every(({ outcome }) => outcome === 'saved');

function titleOf(report: SavedReport): string {
  const { edits, result, record } = report;
  const words = wordsOf(report);
  if (isAllSaved(result)) return words.allSaved(result.results.length);
  const isAsBefore = ({ key, outcome, value }: EditResult) =>
    outcome !== 'saved' && equalOrAbsent(value, edits.find((edit) => edit.key === key)?.from);
  const isNothing = result.unclear ? result.results.every(isAsBefore) : record.changes.length === 0;
  return isNothing ? words.none : words.notAll;
}

/** One edit's outcome in words; what is as it was before is not called altered. */
function outcomeText({ key, outcome, value }: EditResult, report: SavedReport, name: string) {
  const words = wordsOf(report);
  const from = report.edits.find((edit) => edit.key === key)?.from;
  if (outcome === 'saved') return words.saved(name);
  if (outcome === 'missing') return from === undefined ? words.notThere(name) : words.missing(name);
  const now = shortJson(value ?? 'null');
  return equalOrAbsent(value, from) ? words.still(name, now) : words.altered(name, now);
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

function Saved({ report }: { report: SavedReport }) {
  const labelOf = useLabelOf();
  const { edits, result } = report;
  const { results, otherChanges, found = [], unclear } = result;
  const namesOf = (keys: readonly string[]) => keys.map((key) => nameOf(labelOf(key))).join(', ');
  const allSaved = isAllSaved(result);
  return (
    <>
      {!allSaved && (
        <>
          <ul>
            {results.map((each) => (
              <li key={each.key}>{outcomeText(each, report, labelOf(each.key))}</li>
            ))}
          </ul>
          <p>{wordsOf(report).rest}</p>
        </>
      )}
      {allSaved && unclear && <p>{text.unclear.found}</p>}
      {!unclear && found.length > 0 && <p>{text.alreadyThere(namesOf(found))}</p>}
      {otherChanges.length > 0 && <p>{text.others(namesOf(otherChanges))}</p>}
      <LookupNotes edits={edits} results={results} />
    </>
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
      const { record } = report;
      const actions = record.changes.length > 0 && (
        <SaveActions record={record} busy={busy} onUndo={onUndo} />
      );
      return (
        <Notice
          ref={ref}
          tone={isAllSaved(report.result) ? 'info' : 'caution'}
          title={titleOf(report)}
          actions={actions}
          onDismiss={dismiss}
        >
          <Saved report={report} />
        </Notice>
      );
    }
    case 'failed':
      // The focus finds it also while the file is on its way.
      return (
        <div ref={ref} tabIndex={-1}>
          <Boundary fallback={<Notice tone="caution" title={text.failed} onDismiss={dismiss} />}>
            <Suspense>
              <SaveFailed {...report} onDismiss={onDismiss} onOpenSurvivor={onOpenSurvivor} />
            </Suspense>
          </Boundary>
        </div>
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
