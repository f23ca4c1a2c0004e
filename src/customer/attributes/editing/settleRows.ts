import type { Edit } from '#src/contract/edits.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import { valuesOf } from '#src/contract/outcome.ts';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import { isChanged, toEdits } from './editRow.ts';
import { isSameAttribute, isUnnamed } from './rival.ts';
import type { EditRow } from './rowSchema.ts';

/** Whether the row still says what was sent: the agent may have typed on meanwhile, or back to what it was. */
function isAsSent(row: EditRow, edit: Edit): boolean {
  const [now] = toEdits([row]);
  return now !== undefined && now.key === edit.key && equalOrAbsent(now.to, edit.to);
}

/** An unchanged row beside a changed one of the same key: that one was sent. Alone, it was typed back meanwhile. */
function isBystander(row: EditRow, rows: readonly EditRow[]): boolean {
  return !isChanged(row) && rows.some((other) => other.key === row.key && isChanged(other));
}

/** A new row of a name that another row has too: that one is the edit of what was saved, or nobody knows which. */
function isRival(row: EditRow, rows: readonly EditRow[]): boolean {
  return (
    row.from === undefined && rows.some((other) => other !== row && isSameAttribute(row, other))
  );
}

/**
 * The rows after a save: the saved ones are gone, the others begin anew from what is there now. Where the write had no
 * clear answer, what is there instead is somebody else's, and the row shows it as a conflict.
 */
export function settleRows(
  rows: readonly EditRow[],
  edits: readonly Edit[],
  { customer, results, unclear }: Pick<SaveResult, 'customer' | 'results' | 'unclear'>,
): { done: number[]; changed: { index: number; row: EditRow }[] } {
  const there = valuesOf(customer.customAttributes);
  const done: number[] = [];
  const changed: { index: number; row: EditRow }[] = [];
  for (const [index, row] of rows.entries()) {
    const edit = edits.find(({ key }) => key === row.key);
    const result = results.find(({ key }) => key === row.key);
    if (!edit || !result || isUnnamed(row) || isBystander(row, rows)) continue;
    const isSaved = result.outcome === 'saved';
    if (isSaved && isAsSent(row, edit)) done.push(index);
    else if ((isSaved || !unclear) && !isRival(row, rows))
      changed.push({ index, row: { ...row, from: there.get(row.key) } });
  }
  return { done, changed };
}
