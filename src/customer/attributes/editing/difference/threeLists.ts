import { align, type Pair } from './align.ts';

/** The indexes of one item in the three lists; an absent one: it is not in that list. */
export interface Place {
  base: number | undefined;
  theirs: number | undefined;
  yours: number | undefined;
}

interface Followed {
  /** For each index in base, the one that stands for it. */
  partners: (number | undefined)[];
  /** For each index in base, those that were added in front of it; the last ones stand behind everything. */
  added: number[][];
}

function follow(pairs: readonly Pair[], length: number): Followed {
  const partners: (number | undefined)[] = [];
  const added: number[][] = Array.from({ length: length + 1 }, () => []);
  for (const [base, other] of pairs) {
    if (base !== undefined) partners[base] = other;
    else if (other !== undefined) added[partners.length]?.push(other);
  }
  return { partners, added };
}

/**
 * Brings three lists together, where equal items have equal numbers: theirs and yours are aligned with
 * base, and what both added at the same place with each other.
 */
export function threeLists(
  base: readonly number[],
  theirs: readonly number[],
  yours: readonly number[],
): Place[] {
  const their = follow(align(base, theirs), base.length);
  const your = follow(align(base, yours), base.length);
  const places: Place[] = [];
  for (let index = 0; index <= base.length; index += 1) {
    const theirAdded = their.added[index] ?? [];
    const yourAdded = your.added[index] ?? [];
    const together = align(
      theirAdded.map((at) => theirs[at] ?? -1),
      yourAdded.map((at) => yours[at] ?? -1),
    );
    for (const [t, y] of together)
      places.push({
        base: undefined,
        theirs: t === undefined ? undefined : theirAdded[t],
        yours: y === undefined ? undefined : yourAdded[y],
      });
    if (index < base.length)
      places.push({ base: index, theirs: their.partners[index], yours: your.partners[index] });
  }
  return places;
}
