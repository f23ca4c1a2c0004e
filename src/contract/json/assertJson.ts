import { tooDeepAt } from './tooDeepAt.ts';

/** What is stored upstream is read deeper than requests may be, so that nothing that is there becomes unreadable. */
const maxStoredDepth = 1_000;

/** Whether a text opens more objects and lists than `limit`, side by side or nested: most never need a closer look. */
function hasMoreOpenings(text: string, limit: number): boolean {
  let openings = 0;
  for (const opening of '{[')
    for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1)) {
      openings += 1;
      if (openings > limit) return true;
    }
  return false;
}

/**
 * Throws unless an answer is JSON that can be read: without the positions and explanations of
 * `checkJson`, which are for texts that people write, and with duplicate keys, which are not ours to refuse.
 */
export function assertJson(text: string): void {
  if (hasMoreOpenings(text, maxStoredDepth) && tooDeepAt(text, maxStoredDepth) !== undefined)
    throw new RangeError(`This is nested more than ${maxStoredDepth} levels deep.`);
  JSON.parse(text);
}
