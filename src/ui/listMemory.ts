import { createStore } from './createStore.ts';
import { offsetsOf, type RowRange } from './windowedRange.ts';

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

/** So few rows more than are in sight are not taken out of the page: that would render the list again for nothing. */
const spareRows = 8;

const isNearly = (shown: RowRange, wanted: RowRange) =>
  wanted.first < wanted.end &&
  shown.first <= wanted.first &&
  shown.end >= wanted.end &&
  shown.end - shown.first - (wanted.end - wanted.first) <= spareRows;

/** What a windowed list learns while it is looked at. Its owner keeps it, so that a list that is mounted anew stands where it stood. */
export interface ListMemory {
  /** What the list was rendered with, or has to be now. */
  seen: () => Seen;
  /** Where each row begins, by all that is known now. */
  offsets: (keys: readonly string[]) => Float64Array;
  /** Learns heights of rows in the page. They count when rows go from it, so that nothing is rendered now. */
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
  let known = get().heights;
  return {
    seen: get,
    subscribe,
    offsets: (keys) => offsetsOf(keys, known, get().estimate),
    measured(fresh) {
      if (![...fresh].some(([key, height]) => known.get(key) !== height)) return;
      const estimate = rowHeight();
      const isAnother = estimate !== get().estimate;
      // At another width or density, what is out of the page is no longer as high as it was.
      known = new Map([...(isAnother ? [] : known), ...fresh]);
      if (isAnother) set({ heights: known, estimate, range: get().range });
    },
    show(range) {
      const { range: shown, estimate } = get();
      if (!isNearly(shown, range)) set({ heights: known, estimate, range });
    },
  };
}
