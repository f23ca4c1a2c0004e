import { isUnset } from './editRow.ts';
import type { EditRow } from './rowSchema.ts';

/** A new attribute to which no name was given yet, which is not the attribute whose name is empty. */
export const isUnnamed = ({ key, from }: EditRow) => key === '' && from === undefined;

/** Whether two rows are about one attribute. */
export function isSameAttribute(row: EditRow, other: EditRow): boolean {
  return row.key === other.key && !isUnnamed(row) && !isUnnamed(other);
}

/**
 * The row that already stands for the attribute which the row at `index` names as new: only one of them can
 * be saved. Of two new ones the first has the other for a rival, so that the agent is asked once.
 */
export function rivalOf(
  rows: readonly EditRow[],
  index: number,
): { index: number; row: EditRow } | undefined {
  const own = rows[index];
  if (!own || own.from !== undefined || isUnset(own)) return undefined;
  const at = rows.findIndex(
    (row, place) =>
      place !== index &&
      !isUnset(row) &&
      isSameAttribute(own, row) &&
      (row.from !== undefined || place > index),
  );
  const row = rows[at];
  return row && { index: at, row };
}
