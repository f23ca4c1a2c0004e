/** An index in the list before and the one in the list after that stands for it; an absent one: added or removed there. */
export type Pair = [before: number | undefined, after: number | undefined];

/** Beyond so many comparisons a list is matched by position where it changed. */
const maxComparisons = 62_500;

/** The longest run of equal items in `before` and `after`, in order but not necessarily side by side. */
function commonItems(before: readonly number[], after: readonly number[]): [number, number][] {
  if (before.length * after.length > maxComparisons) return [];
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]) found.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}

/** Between two places that are equal, items are paired in order; those left over were added or removed at the end of it. */
function* gap(i: number, iEnd: number, j: number, jEnd: number): Generator<Pair> {
  for (let step = 0; i + step < iEnd || j + step < jEnd; step += 1)
    yield [i + step < iEnd ? i + step : undefined, j + step < jEnd ? j + step : undefined];
}

/**
 * Which item of a list became which of another, where equal items have equal numbers: what is equal at
 * the front and at the back, between them the longest common run, and what lies between those in order.
 */
export function align(before: readonly number[], after: readonly number[]): Pair[] {
  const shorter = Math.min(before.length, after.length);
  let front = 0;
  while (front < shorter && before[front] === after[front]) front += 1;
  let back = 0;
  while (back < shorter - front && before.at(-1 - back) === after.at(-1 - back)) back += 1;
  const iBack = before.length - back;
  const jBack = after.length - back;

  const pairs: Pair[] = Array.from({ length: front }, (_item, index) => [index, index]);
  let [i, j] = [front, front];
  for (const [di, dj] of commonItems(before.slice(front, iBack), after.slice(front, jBack))) {
    for (const pair of gap(i, front + di, j, front + dj)) pairs.push(pair);
    pairs.push([front + di, front + dj]);
    [i, j] = [front + di + 1, front + dj + 1];
  }
  for (const pair of gap(i, iBack, j, jBack)) pairs.push(pair);
  for (let step = 0; step < back; step += 1) pairs.push([iBack + step, jBack + step]);
  return pairs;
}
