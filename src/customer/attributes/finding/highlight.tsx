import type { ReactNode } from 'react';
import type { Highlight } from '../list/HighlightContext.ts';
import { findIn, wordPatterns } from './foldedText.ts';
import { leavesOf } from './leaves.ts';
import { lineOf } from './shownOf.ts';

/** Characters before the first find that a shortened text keeps, to be understood. */
const before = 40;
const shownLeaves = 3;

function pieces(text: string, found: readonly [number, number][]): ReactNode[] {
  const nodes: ReactNode[] = [];
  let done = 0;
  for (const [begin, end] of found) {
    nodes.push(text.slice(done, begin), <mark key={begin}>{text.slice(begin, end)}</mark>);
    done = end;
  }
  return [...nodes, text.slice(done)];
}

/** Marks the words that somebody looks for. `undefined` when there are none. */
export function highlightOf(words: string): Highlight | undefined {
  const patterns = wordPatterns(words);
  if (patterns.length === 0) return undefined;

  const mark = (text: string) => pieces(text, findIn(text, patterns));

  const excerpt: Highlight['excerpt'] = (text, characters) => {
    const [[begin] = [0]] = findIn(text, patterns);
    const line = text.lastIndexOf('\n', begin) + 1;
    // From the top, as long as the find is in the first line and near its beginning.
    const start = line === 0 && begin <= before ? 0 : Math.max(line, begin - before);
    return mark((start > 0 ? '…' : '') + text.slice(start, start + characters));
  };

  const short = (text: string) => (text.length > 120 ? excerpt(text, 120) : mark(text));

  return {
    mark,
    excerpt,
    insideOf(json, parts) {
      const lines = parts?.map(lineOf).join('\n') ?? '';
      const unseen = patterns.filter((pattern) => findIn(lines, [pattern]).length === 0);
      const found = leavesOf(json)
        .filter(({ path, text }) => findIn(`${path} ${text}`, unseen).length > 0)
        .slice(0, shownLeaves);
      return found.map(({ path, text }) => (
        <span key={path} className="found-inside">
          <bdi>{short(path)}</bdi>: <bdi>{short(text)}</bdi>
        </span>
      ));
    },
  };
}
