import type { Attribute } from './customer.ts';
import type { Edit } from './edits.ts';
import { equalOrAbsent } from './json/equalJson.ts';
import type { EditResult } from './saveAnswer.ts';

/** Attributes by name, as JSON texts. */
export type Values = ReadonlyMap<string, string>;

export const valuesOf = (attributes: readonly Attribute[] = []): Map<string, string> =>
  new Map(attributes.map(({ key, json }) => [key, json]));

/** What an attribute holds that was cleared under {@link RemovalRule.clearWithEmptyString}. */
export const clearedValue = '""';

export interface RemovalRule {
  /** A brand whose Gladly merges clears an attribute with `""`, which then counts as removed. */
  clearWithEmptyString: boolean;
}

/** Whether what an edit wants is there already. */
export function isDone({ key, to }: Edit, there: Values, rule: RemovalRule): boolean {
  const value = there.get(key);
  const cleared = to === undefined && rule.clearWithEmptyString && value === clearedValue;
  return cleared || equalOrAbsent(value, to);
}

/** What became of each edit, in their order, by what is there afterwards. */
export function judge(edits: readonly Edit[], there: Values, rule: RemovalRule): EditResult[] {
  return edits.map((edit) => {
    const { key } = edit;
    const value = there.get(key);
    if (isDone(edit, there, rule)) return { key, outcome: 'saved' };
    return value === undefined ? { key, outcome: 'missing' } : { key, outcome: 'altered', value };
  });
}
