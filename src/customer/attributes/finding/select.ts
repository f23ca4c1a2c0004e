import { isEmpty, type Entry } from '../list/arrange.ts';
import type { Marks } from '../../marks/MarksContext.ts';
import type { Finding } from '../list/finding.ts';
import type { View } from '../list/viewStore.ts';
import { folded, wordPatterns } from './foldedText.ts';
import { leavesOf, writtenText } from './leaves.ts';
import { shownOf } from './shownOf.ts';

const texts = new WeakMap<Entry, string>();

/** Everything of an attribute that can be looked for. */
function textOf(entry: Entry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const { key, definition } = entry;
  const json = entry.json?.trim() ?? '';
  const paths = leavesOf(json).map((leaf) => `${leaf.path} ${leaf.text}`);
  const text = folded(
    [key, definition?.label, shownOf(json, definition), writtenText(json), ...paths].join('\n'),
  );
  texts.set(entry, text);
  return text;
}

function passes(entry: Entry, filter: string, marks: Marks, view: View): boolean {
  if (filter.startsWith('group:')) return entry.definition?.group === filter.slice(6);
  switch (filter) {
    case 'empty':
      return isEmpty(entry.json);
    case 'changed':
      return marks.hasChanged(entry.key);
    case 'invalid':
      return marks.invalid.has(entry.key);
    case 'hidden':
      return view.hidden.includes(entry.key) || entry.definition?.hidden === true;
    default:
      return true;
  }
}

/** Whether an attribute is one that the agent looks for: every word stands in it somewhere. */
export function selectBy({ words, filter }: Finding, marks: Marks, view: View) {
  // Not global: `test` of a global pattern goes on where it stopped.
  const patterns = wordPatterns(words).map(({ source }) => new RegExp(source, 'u'));
  return (entry: Entry) =>
    passes(entry, filter, marks, view) && patterns.every((pattern) => pattern.test(textOf(entry)));
}
