import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetsOf, placesOf, rangeBetween } from './windowedRange.ts';

const estimate = 48;
const listOf = (heights: readonly number[]) => {
  const keys = heights.map((_, index) => `key ${index}`);
  return offsetsOf(keys, new Map(keys.map((key, index) => [key, heights[index] ?? 0])), estimate);
};

describe('the rows of a window', () => {
  it('takes the estimate for rows that were never measured', () => {
    expect([...offsetsOf(['a', 'b', 'c'], new Map([['b', 100]]), estimate)]).toEqual([
      0, 48, 148, 196,
    ]);
  });

  it.each([
    [0, 100, { first: 0, end: 4 }],
    [500, 600, { first: 8, end: 16 }],
    [-1_000, -1, { first: 0, end: 0 }],
    [5_000, 6_000, { first: 100, end: 100 }],
    [4_790, 9_000, { first: 96, end: 100 }],
  ])('from %d to %d pixels of a hundred rows', (top, bottom, range) => {
    expect(rangeBetween(listOf(Array.from({ length: 100 }, () => 48)), top, bottom)).toEqual(range);
  });

  it('holds every row that touches the visible part, and few others', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(
        heights,
        fc.integer({ min: -500, max: 50_000 }),
        fc.integer({ min: 1, max: 2_000 }),
        (all, top, height) => {
          const offsets = listOf(all);
          const { first, end } = rangeBetween(offsets, top, top + height);
          const touching = all.flatMap((_, row) =>
            (offsets[row + 1] ?? 0) > top && (offsets[row] ?? 0) < top + height ? [row] : [],
          );
          for (const row of touching) {
            expect(row).toBeGreaterThanOrEqual(first);
            expect(row).toBeLessThan(end);
          }
          expect(end - first).toBeLessThanOrEqual(touching.length + 8);
          expect(end).toBeLessThanOrEqual(all.length);
        },
      ),
    );
  });

  it('keeps rows in their order, each once, and none that is not there', () => {
    expect(placesOf({ first: 4, end: 7 }, [9, 5, -1, 2, 12, 9], 10)).toEqual([2, 4, 5, 6, 9]);
  });
});
