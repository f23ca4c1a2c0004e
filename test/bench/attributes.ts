const words =
  'loyalty tier order parcel return store region points birthday delivery coupon survey visit brand channel agent note size colour season'.split(
    ' ',
  );

/** Numbers from 0 to 1 that are the same in every run (linear congruential, Numerical Recipes). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** As many attributes as wanted, of the kinds and in about the shares that shops have them. */
export function makeAttributes(n: number): Record<string, unknown> {
  const random = randomFrom(7);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const word = () => words[upTo(words.length)] ?? '';
  const phrase = (length: number) => Array.from({ length }, word).join(' ');
  const makers: (() => unknown)[] = [
    ...Array.from({ length: 12 }, () => () => phrase(1 + upTo(6))),
    ...Array.from({ length: 3 }, () => () => upTo(1_000_000) / 100),
    ...Array.from({ length: 2 }, () => () => random() < 0.5),
    () => `20${10 + upTo(15)}-0${1 + upTo(9)}-1${upTo(10)}`,
    () => ({ id: upTo(9_999), label: phrase(2), active: random() < 0.5 }),
    () => Array.from({ length: 2 + upTo(3) }, word),
  ];
  const entries = Array.from({ length: n }, (_, index): [string, unknown] => [
    `${word()}_${word()}_${index}`,
    makers[upTo(makers.length)]?.(),
  ]);
  // The one that is typed into stands near the top, wherever the list ends.
  const [key] = entries[2] ?? [''];
  entries[2] = [key, 'to be typed into'];
  return Object.fromEntries(entries);
}

export const keyToType = (attributes: Record<string, unknown>) => Object.keys(attributes)[2] ?? '';
