import { createScanner } from 'jsonc-parser';

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

export function walkTokens(text: string): TokenWalker {
  const scanner = createScanner(text, true);
  return {
    next() {
      scanner.scan();
      return text.charAt(scanner.getTokenOffset());
    },
    start: () => scanner.getTokenOffset(),
    end: () => scanner.getTokenOffset() + scanner.getTokenLength(),
    value: () => scanner.getTokenValue(),
  };
}

/** How a token changes the depth of nesting. */
export function depthChange(token: string): number {
  if (token === '{' || token === '[') return 1;
  return token === '}' || token === ']' ? -1 : 0;
}
