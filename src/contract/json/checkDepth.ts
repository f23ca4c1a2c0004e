import { JsonError } from './JsonError.ts';
import { tooDeepAt } from './tooDeepAt.ts';

/** Refuses with a {@link JsonError} a text that is nested deeper than `limit`, valid or not. */
export function checkDepth(text: string, limit: number): void {
  const offset = tooDeepAt(text, limit);
  if (offset === undefined) return;
  const message = `this is nested more than ${limit} levels deep.`;
  throw new JsonError('depth', message, text, offset);
}
