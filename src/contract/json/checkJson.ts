import { printParseErrorCode, visit } from 'jsonc-parser';
import { JsonError } from './JsonError.ts';
import { checkDepth } from './checkDepth.ts';
import { depthChange, walkTokens } from './tokens.ts';

/** Levels of nesting that a request may have; `[]` is one level. Recursive readers behind it stay far from the stack's end. */
export const maxDepth = 200;

/** In the agent's words, by the name that jsonc-parser gives to an error. */
const expectations: Record<string, string> = {
  InvalidSymbol: 'expected a value: text in "double quotes", a number, true, false, null, [ or {.',
  InvalidNumberFormat: 'this is not a JSON number, such as 12, -0.5 or 1e6.',
  PropertyNameExpected: 'expected a key in "double quotes".',
  ValueExpected: 'expected a value here.',
  ColonExpected: 'expected a colon after the key.',
  CommaExpected: 'expected a comma before this.',
  CloseBraceExpected: 'expected a closing }.',
  CloseBracketExpected: 'expected a closing ].',
  EndOfFileExpected: 'nothing more may follow the value.',
  InvalidCommentToken: 'comments are not part of JSON.',
  UnexpectedEndOfComment: 'comments are not part of JSON.',
  UnexpectedEndOfString: 'this text has no closing double quote.',
  UnexpectedEndOfNumber: 'a digit is missing at the end of this number.',
  InvalidUnicode: 'expected four hexadecimal digits after \\u.',
  InvalidEscapeCharacter:
    'after a backslash only " \\ / b f n r t u may follow; write \\\\ for a backslash.',
  InvalidCharacter: 'line breaks and tabs inside "…" are written \\n and \\t in JSON.',
};

function firstSyntaxError(text: string): JsonError {
  const found: JsonError[] = [];
  visit(
    text,
    {
      onError(code, offset) {
        const message = expectations[printParseErrorCode(code)] ?? 'this is not JSON.';
        found.push(new JsonError('syntax', message, text, offset));
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  return found[0] ?? new JsonError('syntax', 'this is not JSON.', text, text.length);
}

/** `null` stands for an open array, which has no keys. */
type OpenKeys = Set<string> | null;

function checkDuplicates(text: string): void {
  const walker = walkTokens(text);
  const open: OpenKeys[] = [];
  let before = '';
  for (let token = walker.next(); token !== ''; before = token, token = walker.next()) {
    const keys = open.at(-1);
    if (token === '"' && keys && (before === '{' || before === ',')) {
      const key = walker.value();
      if (keys.has(key)) {
        const message = `the key ${JSON.stringify(key)} stands here a second time.`;
        throw new JsonError('duplicate', message, text, walker.start());
      }
      keys.add(key);
    }
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (depthChange(token) < 0) open.pop();
  }
}

function checkSyntax(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw firstSyntaxError(text);
  }
}

/**
 * Refuses with a {@link JsonError} what is not JSON (RFC 8259), is nested deeper than `depth`, or
 * holds the same key twice in one object: what such a text means is anybody's guess (section 4).
 */
export function checkJson(text: string, depth: number = maxDepth): void {
  checkDepth(text, depth);
  checkSyntax(text);
  checkDuplicates(text);
}
