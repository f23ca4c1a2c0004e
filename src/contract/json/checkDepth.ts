import { JsonError } from './JsonError.ts';
import { depthChange, walkTokens } from './tokens.ts';

/** Refuses with a {@link JsonError} a text that is nested deeper than `limit`, valid or not, without recursion. */
export function checkDepth(text: string, limit: number): void {
  const walker = walkTokens(text);
  let depth = 0;
  for (let token = walker.next(); token !== ''; token = walker.next()) {
    depth += depthChange(token);
    if (depth > limit) {
      const message = `this is nested more than ${limit} levels deep.`;
      throw new JsonError('depth', message, text, walker.start());
    }
  }
}
