import { equalJson, equalOrAbsent } from '#src/contract/json/equalJson.ts';
import { clearedValue, type RemovalRule } from '#src/contract/outcome.ts';
import { isChanged, rowJson } from './editRow.ts';
import type { EditRow } from './rowSchema.ts';

/**
 * Whether somebody else changed the attribute since the edit began, so that saving would overwrite
 * them. Not when what they wrote is what the agent wants too. `current` is the JSON text now there.
 */
export function isConflict(row: EditRow, current: string | undefined, rule: RemovalRule): boolean {
  if (!isChanged(row) || equalOrAbsent(current, row.from)) return false;
  if (current === undefined) return !row.remove;
  if (row.remove) return !(rule.clearWithEmptyString && current === clearedValue);
  try {
    return !equalJson(rowJson(row), current);
  } catch {
    return true;
  }
}
