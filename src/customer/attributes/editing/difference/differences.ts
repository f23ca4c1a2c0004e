import { threeLists } from './threeLists.ts';
import { createReader, type ValueTree } from './valueTree.ts';

/**
 * A place inside a value where theirs or yours is not what base is. The texts are JSON; an absent one
 * was not there. An index in `path` is the one in base, or for an item that base does not have, the one
 * in theirs, or else in yours.
 */
export interface Difference {
  path: (string | number)[];
  base?: string;
  theirs?: string;
  yours?: string;
  /** Who changed it: `both` differently, or both the `same` way. */
  kind: 'theirs' | 'yours' | 'both' | 'same';
}

/** The differences to show, and how many there are besides. */
export interface FirstDifferences {
  differences: Difference[];
  more: number;
}

type Maybe = ValueTree | undefined;
type Three<T> = [base: T, theirs: T, yours: T];

/** As many as an agent can look over beside a conflict. */
const shownAtMost = 12;

const isMap = (parts: unknown) => parts instanceof Map;

/**
 * The parts to look into: when all three values are objects or all are lists. Where base has nothing and
 * both others added an object or a list with something in it, theirs and yours are compared inside too.
 */
function partsOf([base, theirs, yours]: Three<Maybe>): Three<
  NonNullable<ValueTree['parts']>
> | null {
  const [t, y] = [theirs?.parts, yours?.parts];
  if (!t || !y || isMap(t) !== isMap(y)) return null;
  if (!base) {
    const empty = [t, y].some((parts) => (isMap(parts) ? parts.size : parts.length) === 0);
    return empty ? null : [isMap(t) ? new Map() : [], t, y];
  }
  return base.parts && isMap(base.parts) === isMap(t) ? [base.parts, t, y] : null;
}

type Child = [segment: string | number, values: Three<Maybe>];

function membersOf(parts: Three<Map<string, ValueTree>>): Child[] {
  const keys = new Set(parts.flatMap((members) => [...members.keys()]));
  const [base, theirs, yours] = parts;
  return Array.from(keys, (key) => [key, [base.get(key), theirs.get(key), yours.get(key)]]);
}

function itemsOf([base, theirs, yours]: Three<ValueTree[]>): Child[] {
  const numbers = (list: ValueTree[]) => list.map(({ same }) => same);
  const item = (list: ValueTree[], index: number | undefined) =>
    index === undefined ? undefined : list[index];
  return threeLists(numbers(base), numbers(theirs), numbers(yours)).map((place) => [
    place.base ?? place.theirs ?? place.yours ?? 0,
    [item(base, place.base), item(theirs, place.theirs), item(yours, place.yours)],
  ]);
}

function childrenOf(values: Three<Maybe>): Child[] | null {
  const parts = partsOf(values);
  if (!parts) return null;
  const [base, theirs, yours] = parts;
  if (base instanceof Map && theirs instanceof Map && yours instanceof Map)
    return membersOf([base, theirs, yours]);
  return Array.isArray(base) && Array.isArray(theirs) && Array.isArray(yours)
    ? itemsOf([base, theirs, yours])
    : null;
}

function kindOfChange([base, theirs, yours]: Three<Maybe>): Difference['kind'] | undefined {
  if (base?.same === theirs?.same) return base?.same === yours?.same ? undefined : 'yours';
  if (base?.same === yours?.same) return 'theirs';
  return theirs?.same === yours?.same ? 'same' : 'both';
}

/**
 * {@link differences}, but only the first `most` of them are kept and the others counted.
 */
export function firstDifferences(
  base: string | undefined,
  theirs: string | undefined,
  yours: string | undefined,
  most: number = shownAtMost,
): FirstDifferences {
  const read = createReader();
  const found: Difference[] = [];
  const path: (string | number)[] = [];
  let count = 0;

  function report(kind: Difference['kind'], [was, now, mine]: Three<Maybe>) {
    count += 1;
    if (count > most) return;
    const difference: Difference = { path: [...path], kind };
    if (was) difference.base = was.json;
    if (now) difference.theirs = now.json;
    if (mine) difference.yours = mine.json;
    found.push(difference);
  }

  function compare(values: Three<Maybe>) {
    const kind = kindOfChange(values);
    if (!kind) return;
    const children = childrenOf(values);
    if (!children) {
      report(kind, values);
      return;
    }
    for (const [segment, child] of children) {
      path.push(segment);
      compare(child);
      path.pop();
    }
  }

  const tree = (text: string | undefined) => (text === undefined ? undefined : read(text));
  compare([tree(base), tree(theirs), tree(yours)]);
  return { differences: found, more: count - found.length };
}

/**
 * The innermost places where theirs or yours differ from base, in the order of base; what others added
 * follows. All texts must be valid JSON; an absent one stands for what is not there.
 *
 * - Values are equal as `equalJson` has it: keys in any order, numbers as exact decimals.
 * - A value that one side removed or gave another kind is one place, whole, whatever the other side did inside it.
 * - In lists, items that are equal at the front, at the back and, in order, between them are taken for the same
 *   items; what lies between those is compared in order, and what is left over there was added or removed.
 */
export function differences(
  base: string | undefined,
  theirs: string | undefined,
  yours: string | undefined,
): Difference[] {
  return firstDifferences(base, theirs, yours, Infinity).differences;
}
