import fc from 'fast-check';
import { expect, it } from 'vitest';
import { align } from './align.ts';
import { differences } from './differences.ts';

/** Few numbers, so that many items are equal. */
const list = fc.array(fc.nat({ max: 6 }), { maxLength: 30 });

const indexes = (count: number) => Array.from({ length: count }, (_item, index) => index);
const there = (places: readonly (number | undefined)[]) =>
  places.filter((place) => place !== undefined);

it('gives every item of both lists one place, in order', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const pairs = align(before, after);
      expect(there(pairs.map(([was]) => was))).toEqual(indexes(before.length));
      expect(there(pairs.map(([, is]) => is))).toEqual(indexes(after.length));
    }),
  );
});

it('finds nothing to say of equal lists', () => {
  fc.assert(
    fc.property(list, (both) => {
      expect(align(both, both)).toEqual(indexes(both.length).map((index) => [index, index]));
    }),
  );
});

it('takes no more for changed than what was put in or taken out', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 6 }), fc.boolean())), (items) => {
      const rest = items.map(([item]) => item);
      // New ones here and there, so that front and back alone do not tell.
      const longer = items.flatMap(([item, isPreceded], at) =>
        isPreceded ? [100 + at, item] : item,
      );
      const more = longer.length - rest.length;
      const changes = (pairs: ReturnType<typeof align>, was: number[], is: number[]) =>
        pairs.filter(([i, j]) => was[i ?? -1] !== is[j ?? -1]).length;
      expect(changes(align(rest, longer), rest, longer)).toBe(more);
      expect(changes(align(longer, rest), longer, rest)).toBe(more);
    }),
  );
});

it('goes by position where the changed middle is too long to compare', () => {
  const numbers = (count: number, from: number) => indexes(count).map((index) => index + from);
  const before = [-1, ...numbers(300, 0), -2];
  const after = [-1, ...numbers(300, 1), -2];
  expect(align(before, after)).toEqual(indexes(302).map((index) => [index, index]));
  // At the front and at the back it needs no comparison.
  expect(align(numbers(10_000, 0), [-1, ...numbers(10_000, 0)])[0]).toEqual([undefined, 0]);
});

/** What the differences say has become of a flat list. An item that was added says its place in the list after. */
function applied(before: readonly number[], found: ReturnType<typeof differences>): string[] {
  const at = (path: (string | number)[]) => Number(path[0]);
  const old = new Map(before.map((item, index) => [index, String(item)]));
  for (const { path, base, theirs } of found)
    if (base !== undefined && theirs !== undefined) old.set(at(path), theirs);
    else if (base !== undefined) old.delete(at(path));
  const added = found.filter(({ base }) => base === undefined);
  const after = [...old.values()];
  for (const { path, theirs = '' } of added) after.splice(at(path), 0, theirs);
  return after;
}

it('differs in what makes the new list of the old one, and in nothing where they are equal', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const [old, now] = [JSON.stringify(before), JSON.stringify(after)];
      const found = differences(old, now, old);
      expect(applied(before, found)).toEqual(after.map(String));
      expect(differences(old, old, old)).toEqual([]);
    }),
  );
});

it('reads objects put in at the top as one addition each', () => {
  const order = (id: number) => ({ id, items: [{ sku: `s-${id}`, price: 1.5 }] });
  fc.assert(
    fc.property(fc.nat({ max: 40 }), fc.nat({ max: 5 }), (count, more) => {
      const old = indexes(count).map(order);
      const fresh = indexes(more).map((id) => order(1_000 + id));
      const [before, after] = [JSON.stringify(old), JSON.stringify([...fresh, ...old])];
      expect(differences(before, after, before)).toEqual(
        fresh.map((item, index) => ({
          path: [index],
          kind: 'theirs',
          theirs: JSON.stringify(item),
        })),
      );
    }),
  );
});
