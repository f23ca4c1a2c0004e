import type { Edit } from '#src/contract/edits.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import type { EditResult } from '#src/contract/saveAnswer.ts';
import { toEdits } from './editRow.ts';
import type { EditRow } from './rowSchema.ts';

/** Whether the row still says what was sent: the agent may have typed on meanwhile, or back to what it was. */
function isAsSent(row: EditRow, edit: Edit): boolean {
  const [now] = toEdits([row]);
  return now !== undefined && now.key === edit.key && equalOrAbsent(now.to, edit.to);
}

/** The rows after a save: the saved ones are gone, the others begin anew from what is there now. */
export function settleRows(
  rows: readonly EditRow[],
  edits: readonly Edit[],
  results: readonly EditResult[],
): { done: number[]; changed: { index: number; row: EditRow }[] } {
  const done: number[] = [];
  const changed: { index: number; row: EditRow }[] = [];
  for (const [index, row] of rows.entries()) {
    const edit = edits.find(({ key }) => key === row.key);
    const result = results.find(({ key }) => key === row.key);
    if (!edit || !result) continue;
    if (result.outcome === 'saved' && isAsSent(row, edit)) done.push(index);
    else {
      const from = result.outcome === 'saved' ? edit.to : result.value;
      changed.push({ index, row: { ...row, from } });
    }
  }
  return { done, changed };
}
