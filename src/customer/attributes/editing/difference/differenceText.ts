import { plural } from '#src/ui/plural.ts';

/** Every text that an agent reads about what differs inside a value. */
export const differenceText = {
  list: (count: number) => plural(count, 'difference', 'differences'),
  whole: 'The whole value',
  base: 'Was',
  theirs: 'Now',
  yours: 'Yours',
  same: 'Now and yours',
  notThere: 'Not there',
  /** Counted from one, as people count. */
  position: (index: number) => `${index + 1}`,
  /** In quotes, where a key is nothing to see or would look like a position in a list. */
  key: (key: string) => (/^\s*\d*\s*$/.test(key) ? `“${key}”` : key),
  levels: (count: number) => `… ${plural(count, 'level', 'levels')} …`,
  lookAlike: 'These differ in spaces or in characters that look the same or cannot be seen.',
  more: (count: number) => `and ${plural(count, 'more difference', 'more differences')}`,
};
