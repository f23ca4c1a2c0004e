import { use } from 'react';
import { Button } from '#src/ui/Button.tsx';
import { exactTime } from '#src/ui/relativeTime.ts';
import { CopyValue } from '../../profile/CopyValue.tsx';
import { nameOf } from '../attributesText.ts';
import { BrandContext } from './inputs/brand.ts';
import { readableValue } from './readableValue.ts';
import { editingText } from './editingText.ts';
import { receiptText, undoOf, type SavedChange, type SaveRecord } from './saveRecord.ts';
import { shortJson } from './shortJson.ts';

const text = editingText.history;

export interface SaveActionsProps {
  record: SaveRecord;
  busy: boolean;
  onUndo: (record: SaveRecord) => void;
}

/** What can be done with a save that is through: take it back, or copy what it changed. */
export function SaveActions({ record, busy, onUndo }: SaveActionsProps) {
  const time = exactTime(record.savedAt);
  const { byKey } = use(BrandContext);
  return (
    <>
      {undoOf(record).length > 0 && (
        <Button pending={busy} aria-label={text.undoOf(time)} onClick={() => onUndo(record)}>
          {text.undo}
        </Button>
      )}
      <CopyValue
        text={receiptText(record, text.receipt, time, byKey)}
        label={text.copyReceipt(time)}
      />
    </>
  );
}

function Change({ change: { key, before, after, instead } }: { change: SavedChange }) {
  const definition = use(BrandContext).byKey.get(key);
  const value = (json: string | undefined) =>
    json === undefined ? text.receipt.absent : (readableValue(json, definition) ?? shortJson(json));
  return (
    <li>
      <bdi>{nameOf(definition?.label ?? key)}</bdi>: <bdi>{value(before)}</bdi> →{' '}
      <bdi>{value(after)}</bdi>
      {instead && <bdi> {text.receipt.instead(value(instead.json))}</bdi>}
    </li>
  );
}

export interface SaveHistoryProps extends Omit<SaveActionsProps, 'record'> {
  records: readonly SaveRecord[];
}

/** The saves of this session, each to be undone through the same comparison as any other save. */
export function SaveHistory({ records, busy, onUndo }: SaveHistoryProps) {
  if (records.length === 0) return null;
  return (
    <details className="history">
      <summary>{text.title(records.length)}</summary>
      <ol>
        {records.map((record) => (
          <li key={record.savedAt} className="history__save">
            <p className="pair__note">{exactTime(record.savedAt)}</p>
            <ul className="history__changes">
              {record.changes.map((change) => (
                <Change key={change.key} change={change} />
              ))}
            </ul>
            <div className="history__actions">
              <SaveActions record={record} busy={busy} onUndo={onUndo} />
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}
