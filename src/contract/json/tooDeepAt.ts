import { depthChange, walkTokens } from './tokens.ts';

/** Where a text, valid or not, is nested deeper than `limit`; `undefined` when it is not. Without recursion. */
export function tooDeepAt(text: string, limit: number): number | undefined {
  const walker = walkTokens(text);
  let depth = 0;
  for (let token = walker.next(); token !== ''; token = walker.next()) {
    depth += depthChange(token);
    if (depth > limit) return walker.start();
  }
  return undefined;
}
