import { createRequire } from 'node:module';
import type * as recheck from 'recheck';
import type { PatternUse, SchemaProblem } from '#src/contract/definitions/compile.ts';

/** How long one pattern is thought about: most take milliseconds, bounded repeats such as `{0,5000}` seconds. */
const patienceMs = 10_000;

/** A pattern whose time grows with the square of the text is done in milliseconds on a text of this length. */
const harmlessLength = 1_000;

/** Read in a moment and by nobody in a lifetime. */
const longestPattern = 2_000;

/**
 * The part of recheck that is JavaScript alone: its main entry starts a thread or a program of its own.
 * Loaded when there is a pattern, because that takes a tenth of a second.
 */
function loadRecheck() {
  const load = createRequire(import.meta.url);
  return load('recheck/lib/browser.js') as Pick<typeof recheck, 'checkSync'>;
}

/**
 * Finds patterns that a text can make hang (ReDoS): exponential ones, and polynomial ones but for those of
 * the second degree beside a `maxLength` of at most 1,000. What cannot be decided in time counts as one.
 */
export function checkPatterns(
  patterns: readonly PatternUse[],
  timeout: number = patienceMs,
): SchemaProblem[] {
  if (patterns.length === 0) return [];
  const { checkSync } = loadRecheck();

  function problemOf({ source, maxLength }: PatternUse): string | undefined {
    if (source.length > longestPattern)
      return `is longer than ${longestPattern} characters, which is too long to be checked.`;
    const verdict = checkSync(source, 'u', { timeout });
    if (verdict.status === 'safe') return undefined;
    if (verdict.status === 'unknown')
      return 'could not be shown to end in time on every text: write it more simply, and bound the length with "maxLength" instead of {0,1000}.';
    const { complexity } = verdict;
    if (complexity.type === 'exponential')
      return 'can hang for years on a short text, because it can match the same text in many ways: do not repeat what repeats already, as in (a+)+.';
    if (complexity.degree === 2 && maxLength !== undefined && maxLength <= harmlessLength)
      return undefined;
    const remedy =
      complexity.degree === 2
        ? `begin it with ^ and make its repeated parts exclude what follows them, or add a "maxLength" of at most ${harmlessLength}`
        : 'begin it with ^ and make its repeated parts exclude what follows them';
    return `can hang on a long text: ${remedy}.`;
  }

  const known = new Map<string, string | undefined>();
  return patterns.flatMap((use) => {
    const id = JSON.stringify([use.source, use.maxLength]);
    if (!known.has(id)) known.set(id, problemOf(use));
    const message = known.get(id);
    return message === undefined ? [] : [{ pointer: use.pointer, message }];
  });
}
