import type { Definitions } from '#src/contract/definitions/definitions.ts';
import type { Marks } from '../../marks/MarksContext.ts';
import { arrange, type Entry } from '../list/arrange.ts';
import { isFinding, type Finding } from '../list/finding.ts';
import type { View } from '../list/viewStore.ts';
import { selectBy } from './select.ts';

interface Looking {
  finding: Finding;
  definitions: Definitions | undefined;
  marks: Marks;
  view: View;
}

/**
 * The key of the first attribute that is looked for and can be edited, in the order of showing. It is asked of the
 * words as they are now: the list may still show what was found by those before.
 */
export function firstFound(
  entries: readonly Entry[],
  { finding, definitions, marks, view }: Looking,
): string | undefined {
  if (!isFinding(finding)) return undefined;
  const isWanted = selectBy(finding, marks, view);
  const { groups } = arrange(entries, { definitions, view, kept: new Set(), isWanted });
  const found = groups.flatMap((group) => group.entries);
  return found.find(({ definition }) => !definition?.readOnly)?.key;
}
