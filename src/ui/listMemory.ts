import { createStore } from './createStore.ts';
import type { RowRange } from './windowedRange.ts';

interface Seen {
  /** Measured heights of rows in pixels, by key. A new map when one changed. */
  heights: ReadonlyMap<string, number>;
  range: RowRange;
}

/** What a windowed list learns while it is looked at. Its owner keeps it, so that a list that is mounted anew stands where it stood. */
export interface ListMemory {
  seen: () => Seen;
  measured: (heights: ReadonlyMap<string, number>) => void;
  show: (range: RowRange) => void;
  subscribe: (onChange: () => void) => () => void;
}

/** `rows` are in the page until the list has looked where it stands. */
export function createListMemory(rows: number): ListMemory {
  const { get, set, subscribe } = createStore<Seen>({
    heights: new Map(),
    range: { first: 0, end: rows },
  });
  return {
    seen: get,
    subscribe,
    measured(heights) {
      const news = [...heights].some(([key, height]) => get().heights.get(key) !== height);
      if (news) set({ ...get(), heights: new Map([...get().heights, ...heights]) });
    },
    show(range) {
      const { first, end } = get().range;
      if (range.first !== first || range.end !== end) set({ ...get(), range });
    },
  };
}
