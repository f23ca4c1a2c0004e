import type { ReactNode } from 'react';
import type { Highlight } from '../list/FindingContext.ts';
import { findIn, wordPatterns } from './foldedText.ts';
import { leavesOf } from './leaves.ts';

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

  const mark: Highlight['mark'] = (text, limit) => {
    const [first = [0, 0]] = findIn(text, patterns);
    const start = text.length > limit && first[0] > before ? first[0] - before : 0;
    const shown = (start > 0 ? '…' : '') + text.slice(start, start + limit);
    return pieces(shown, findIn(shown, patterns));
  };

  return {
    mark,
    insideOf(json) {
      const found = leavesOf(json)
        .filter(({ path, text }) => findIn(`${path} ${text}`, patterns).length > 0)
        .slice(0, shownLeaves);
      return found.map(({ path, text }) => (
        <span key={path} className="found-inside">
          <bdi>{mark(path, 120)}</bdi>: <bdi>{mark(text, 120)}</bdi>
        </span>
      ));
    },
  };
}
