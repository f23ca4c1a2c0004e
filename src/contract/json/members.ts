import { depthChange, walkTokens, type TokenWalker } from './tokens.ts';

/** One key of a JSON object with the JSON text of its value, character for character as it was written. */
export interface Member {
  key: string;
  json: string;
}

/** The text of one whole value, whose first token is the current one, `token`. */
function sliceValue(text: string, walker: TokenWalker, token: string): string {
  const start = walker.start();
  let depth = depthChange(token);
  while (depth > 0) {
    const next = walker.next();
    if (next === '') break;
    depth += depthChange(next);
  }
  return text.slice(start, walker.end());
}

/** The members of the object whose `{` is the current token; the walker ends on its `}`. */
function walkMembers(
  text: string,
  walker: TokenWalker,
  onValue?: (key: string, members: Member[] | undefined) => void,
): Member[] {
  const found = new Map<string, string>();
  while (walker.next() === '"') {
    const key = walker.value();
    walker.next(); // the colon
    const token = walker.next();
    const start = walker.start();
    if (token === '{' && onValue) {
      onValue(key, walkMembers(text, walker));
      found.set(key, text.slice(start, walker.end()));
    } else {
      onValue?.(key, undefined);
      found.set(key, sliceValue(text, walker, token));
    }
    if (walker.next() !== ',') break;
  }
  return Array.from(found, ([key, json]) => ({ key, json }));
}

/**
 * The members of a JSON object in the order they stand, integer-like keys and `__proto__` included.
 * A key that stands twice keeps its first place and its last value, as `JSON.parse` has it.
 * `text` must be valid JSON: check it first. `undefined` when it is not an object.
 * `onValue` is told the members of each value, in the same walk: of one that is an object.
 */
export function members(
  text: string,
  onValue?: (key: string, members: Member[] | undefined) => void,
): Member[] | undefined {
  const walker = walkTokens(text);
  return walker.next() === '{' ? walkMembers(text, walker, onValue) : undefined;
}

/** The JSON texts of an array's elements; `text` must be valid JSON. `undefined` when it is not an array. */
export function elements(text: string): string[] | undefined {
  const walker = walkTokens(text);
  if (walker.next() !== '[') return undefined;
  const found: string[] = [];
  for (let token = walker.next(); token !== ']' && token !== ''; token = walker.next()) {
    found.push(sliceValue(text, walker, token));
    if (walker.next() !== ',') break;
  }
  return found;
}

/** The JSON object that holds these members, in this order. */
export function objectText(list: readonly Member[]): string {
  return `{${list.map(({ key, json }) => `${JSON.stringify(key)}:${json}`).join(',')}}`;
}
