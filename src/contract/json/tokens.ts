/** Walks over the tokens of a text without recursion, so that no depth of nesting can exhaust the stack. */
export interface TokenWalker {
  /** Goes to the next token and returns its first character, which tells its kind; `''` at the end. */
  next(): string;
  /** Where the current token begins. */
  start(): number;
  /** Where the current token ends. */
  end(): number;
  /** The text that a string token stands for, escapes resolved. */
  value(): string;
}

const quote = '"';

/** RFC 8259, section 2: white space is space, tab, line feed and carriage return. */
const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** One of `{ } [ ] , :`. */
const isStructural = (code: number) =>
  code === 0x7b ||
  code === 0x7d ||
  code === 0x5b ||
  code === 0x5d ||
  code === 0x2c ||
  code === 0x3a;

/** Behind the quote that closes the string which begins at `start`: the next one with no odd number of backslashes before it. */
function endOfString(text: string, start: number): number {
  for (let end = start; ;) {
    end = text.indexOf(quote, end + 1);
    if (end < 0) return text.length;
    let before = end;
    while (text.charAt(before - 1) === '\\') before -= 1;
    if ((end - before) % 2 === 0) return end + 1;
  }
}

/**
 * The tokens of a JSON text by position, which `JSON.parse` does not tell. It checks nothing: `JSON.parse`
 * says whether a text is JSON, and of one that is not, the walk ends all the same.
 */
export function walkTokens(text: string): TokenWalker {
  let start = 0;
  let end = 0;

  function endOfToken(first: string): number {
    if (first === quote) return endOfString(text, start);
    let to = start + 1;
    if (isStructural(text.charCodeAt(start))) return to;
    for (; to < text.length; to += 1) {
      const code = text.charCodeAt(to);
      if (isSpace(code) || isStructural(code) || code === 0x22) break;
    }
    return Math.min(to, text.length);
  }

  return {
    next() {
      start = end;
      while (isSpace(text.charCodeAt(start))) start += 1;
      const first = text.charAt(start);
      end = endOfToken(first);
      return first;
    },
    start: () => start,
    end: () => end,
    value() {
      const inside = text.slice(start + 1, end - 1);
      return inside.includes('\\') ? String(JSON.parse(text.slice(start, end))) : inside;
    },
  };
}

/** How a token changes the depth of nesting. */
export function depthChange(token: string): number {
  if (token === '{' || token === '[') return 1;
  return token === '}' || token === ']' ? -1 : 0;
}
