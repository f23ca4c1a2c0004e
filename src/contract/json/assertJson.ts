import { checkDepth } from './checkDepth.ts';

/** What is stored upstream is read deeper than requests may be, so that nothing that is there becomes unreadable. */
const maxStoredDepth = 1_000;

/**
 * Throws unless an answer is JSON that can be read: without the positions and explanations of
 * `checkJson`, which are for texts that people write, and with duplicate keys, which are not ours to refuse.
 */
export function assertJson(text: string): void {
  checkDepth(text, maxStoredDepth);
  JSON.parse(text);
}
