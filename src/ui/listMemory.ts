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

/** So many rows more than are in sight may be among the first. */
const spareRows = 8;

/** Whether rows that were rendered before anybody could look are those that are wanted, or few more. */
const areEnough = (shown: RowRange, wanted: RowRange) =>
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
  /** Learns heights of rows in the page. Those of the first rows count when others come, so that nothing is rendered anew for them. */
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
      const { estimate: before, range } = get();
      const isFirst = known.size === 0;
      // At another width or density, what is out of the page is no longer as high as it was.
      known = new Map([...(estimate === before ? known : []), ...fresh]);
      if (!isFirst || estimate !== before) set({ heights: known, estimate, range });
    },
    show(range) {
      const { range: shown, estimate, heights } = get();
      const isSame = range.first === shown.first && range.end === shown.end;
      if (isSame || (heights.size === 0 && areEnough(shown, range))) return;
      set({ heights: known, estimate, range });
    },
  };
}
