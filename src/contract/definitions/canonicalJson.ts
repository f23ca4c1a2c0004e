import { kindOf } from '../json/kindOf.ts';
import { walkTokens, type TokenWalker } from '../json/tokens.ts';
import { readDecimal, writeDecimal } from './decimal.ts';

/** The canonical text of the value whose first token is the current one, `token`. One pass over the text. */
function canonical(text: string, walker: TokenWalker, token: string): string {
  if (token === '{') {
    const found = new Map<string, string>();
    while (walker.next() === '"') {
      const key = walker.value();
      walker.next(); // the colon
      found.set(key, canonical(text, walker, walker.next()));
      if (walker.next() !== ',') break;
    }
    const sorted = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`;
  }
  if (token === '[') {
    const found: string[] = [];
    for (let next = walker.next(); next !== ']' && next !== ''; next = walker.next()) {
      found.push(canonical(text, walker, next));
      if (walker.next() !== ',') break;
    }
    return `[${found.join(',')}]`;
  }
  if (token === '"') return JSON.stringify(walker.value());
  const scalar = text.slice(walker.start(), walker.end());
  return kindOf(scalar) === 'number' ? writeDecimal(readDecimal(scalar)) : scalar;
}

/**
 * The same text for every way to write the same JSON value, as `equalJson` compares them: keys in any
 * order, numbers as exact decimals. For sets of values, which comparing each with each would make slow.
 */
export function canonicalJson(text: string): string {
  const walker = walkTokens(text);
  return canonical(text, walker, walker.next());
}
