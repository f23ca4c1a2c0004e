import { kindOf } from '#src/contract/json/kindOf.ts';

/** What is left of a text for the eye: one form of each letter, no spaces, nothing invisible. */
function visible(json: string): string {
  return (JSON.parse(json) as string).normalize('NFKC').replace(/[\p{Z}\p{C}]/gu, '');
}

/** Whether two of these different values are texts that cannot be told apart by looking at them. */
export function lookAlike(values: readonly string[]): boolean {
  const texts = values.filter((json) => kindOf(json) === 'string').map(visible);
  return new Set(texts).size < texts.length;
}
