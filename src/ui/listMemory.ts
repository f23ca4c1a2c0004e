import { createStore } from './createStore.ts';
import type { RowRange } from './windowedRange.ts';

interface Seen {
  /** Measured heights of rows in pixels, by key. A new map when one changed. */
  heights: ReadonlyMap<string, number>;
  /** What the others are likely to have. */
  estimate: number;
  range: RowRange;
}

/** As the styles say for the present width and density. */
const rowHeight = () =>
  parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row-height')) || 46;

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
    estimate: rowHeight(),
    range: { first: 0, end: rows },
  });
  return {
    seen: get,
    subscribe,
    measured(fresh) {
      const { heights, estimate: before, range } = get();
      const estimate = rowHeight();
      // At another width or density, what is out of the page is no longer as high as it was.
      const known = estimate === before ? heights : [];
      const news = [...fresh].some(([key, height]) => heights.get(key) !== height);
      if (news) set({ heights: new Map([...known, ...fresh]), estimate, range });
    },
    show(range) {
      const { first, end } = get().range;
      if (range.first !== first || range.end !== end) set({ ...get(), range });
    },
  };
}
