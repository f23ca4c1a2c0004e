import { isChanged } from './editRow.ts';
import { isSameAttribute, isUnnamed } from './rival.ts';
import type { EditRow } from './rowSchema.ts';

const saysTheSame = (row: EditRow, other: EditRow) =>
  row.kind === other.kind && row.text === other.text && row.remove === other.remove;

/** A row that was only opened since, and nothing typed into it. */
const hasRoomFor = (discarded: EditRow) => (row: EditRow) =>
  !isChanged(row) && (isSameAttribute(row, discarded) || (isUnnamed(row) && isUnnamed(discarded)));

/**
 * The rows with those that were discarded. A row that was only opened since makes room. What was typed since
 * stays, and beside it the discarded text comes as a new attribute of the same name, for the agent to choose;
 * a discarded removal gives way.
 */
export function bringBack(rows: readonly EditRow[], discarded: readonly EditRow[]): EditRow[] {
  const now = [...rows];
  const beside: EditRow[] = [];
  for (const row of discarded) {
    const typedSince = rows.filter((other) => isSameAttribute(other, row) && isChanged(other));
    if (typedSince.some((other) => row.remove || saysTheSame(other, row))) continue;
    const room = now.findIndex(hasRoomFor(row));
    const { from: _, ...asNew } = row;
    if (room >= 0) now[room] = row;
    else beside.push(typedSince.some(({ from }) => from !== undefined) ? asNew : row);
  }
  return [...beside, ...now];
}
