/** Which rows of a list stand in the page: from `first` up to, not including, `end`. */
export interface RowRange {
  first: number;
  end: number;
}

/** Where each row begins, in pixels below the list's top, and as the last one where the list ends. */
export function offsetsOf(
  keys: readonly string[],
  heights: ReadonlyMap<string, number>,
  estimate: number,
): Float64Array {
  const offsets = new Float64Array(keys.length + 1);
  let end = 0;
  let row = 0;
  for (const key of keys) {
    end += heights.get(key) ?? estimate;
    row += 1;
    offsets[row] = end;
  }
  return offsets;
}

/** The last row that begins at or above `y`, by halving: the offsets rise. */
function rowAt(offsets: Float64Array, y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Rows come and go by the handful, so that scrolling by a line renders nothing. */
const handful = 4;

/** The rows that touch the pixels from `top` to `bottom` of the list, and few more; none when it is elsewhere. */
export function rangeBetween(offsets: Float64Array, top: number, bottom: number): RowRange {
  const count = offsets.length - 1;
  const height = offsets[count] ?? 0;
  if (bottom <= 0) return { first: 0, end: 0 };
  if (top >= height) return { first: count, end: count };
  const first = rowAt(offsets, top);
  const end = rowAt(offsets, bottom) + 1;
  return {
    first: first - (first % handful),
    end: Math.min(count, Math.ceil(end / handful) * handful),
  };
}

/** The places of all rows to render, in order: those of the range, and kept ones wherever they are. */
export function placesOf(range: RowRange, kept: readonly number[], count: number): number[] {
  const places = new Set(kept);
  for (let place = range.first; place < range.end; place += 1) places.add(place);
  return [...places].filter((place) => place >= 0 && place < count).sort((a, b) => a - b);
}
