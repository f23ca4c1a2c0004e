import { kindOf } from './kindOf.ts';
import { walkTokens, type TokenWalker } from './tokens.ts';

function withoutTrailingZeros(digits: string): string {
  // Not `/0+$/`: on many zeros that are not at the end it takes the square of their number.
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/** A number as an exact decimal: its sign, its digits without outer zeros, and the power of ten behind them. */
function exactDecimal(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const trimmed = withoutTrailingZeros(digits);
  if (trimmed === '') return '0';
  // Nobody's number, and its arithmetic would take seconds: equal only as it is written.
  if (exponent.length > 1_000) return text;
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - trimmed.length);
  return `${sign}${trimmed}e${power}`;
}

/** A value so that equal ones have equal forms: scalars as texts that differ when they do. */
type Form = string | Form[] | Map<string, Form>;

/** The form of the value whose first token is the current one, `token`. One pass: levels are not read anew. */
function formOf(text: string, walker: TokenWalker, token: string): Form {
  if (token === '{') {
    const found = new Map<string, Form>();
    while (walker.next() === '"') {
      const key = walker.value();
      walker.next(); // the colon
      found.set(key, formOf(text, walker, walker.next()));
      if (walker.next() !== ',') break;
    }
    return found;
  }
  if (token === '[') {
    const found: Form[] = [];
    for (let next = walker.next(); next !== ']' && next !== ''; next = walker.next()) {
      found.push(formOf(text, walker, next));
      if (walker.next() !== ',') break;
    }
    return found;
  }
  if (token === '"') return `"${walker.value()}`;
  const scalar = text.slice(walker.start(), walker.end());
  return kindOf(scalar) === 'number' ? exactDecimal(scalar) : scalar;
}

function equalForms(a: Form, b: Form | undefined): boolean {
  if (typeof a === 'string' || typeof b === 'string' || b === undefined) return a === b;
  if (Array.isArray(a))
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => equalForms(item, b[index]))
    );
  return (
    !Array.isArray(b) &&
    a.size === b.size &&
    [...a].every(([key, value]) => equalForms(value, b.get(key)))
  );
}

function readForm(text: string): Form {
  const walker = walkTokens(text);
  return formOf(text, walker, walker.next());
}

/**
 * Whether two JSON texts are the same JSON value: object keys in any order, numbers as exact decimals
 * (`1` = `1.0`, `9007199254740993` ≠ `9007199254740992`), strings by their UTF-16 units. Both must be valid JSON.
 */
export function equalJson(a: string, b: string): boolean {
  return a === b || (kindOf(a) === kindOf(b) && equalForms(readForm(a), readForm(b)));
}

/** {@link equalJson} where a value may also be not there at all, which equals only itself. */
export function equalOrAbsent(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined ? a === b : equalJson(a, b);
}
