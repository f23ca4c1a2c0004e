import { kindOf } from './kindOf.ts';
import { elements, members } from './members.ts';

/** A number as an exact decimal: its sign, its digits without outer zeros, and the power of ten behind them. */
function exactDecimal(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const trimmed = digits.replace(/0+$/, '');
  if (trimmed === '') return '0';
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - trimmed.length);
  return `${sign}${trimmed}e${power}`;
}

function equalMembers(a: string, b: string): boolean {
  const left = members(a) ?? [];
  const right = new Map((members(b) ?? []).map(({ key, json }) => [key, json]));
  return (
    left.length === right.size &&
    left.every(({ key, json }) => {
      const other = right.get(key);
      return other !== undefined && equalJson(json, other);
    })
  );
}

function equalElements(a: string, b: string): boolean {
  const left = elements(a) ?? [];
  const right = elements(b) ?? [];
  return (
    left.length === right.length &&
    left.every((json, index) => {
      const other = right[index];
      return other !== undefined && equalJson(json, other);
    })
  );
}

/**
 * Whether two JSON texts are the same JSON value: object keys in any order, numbers as exact decimals
 * (`1` = `1.0`, `9007199254740993` ≠ `9007199254740992`), strings by their UTF-16 units. Both must be valid JSON.
 */
export function equalJson(a: string, b: string): boolean {
  if (a === b) return true;
  const [kind, otherKind] = [kindOf(a), kindOf(b)];
  if (kind !== otherKind) return false;
  switch (kind) {
    case 'object':
      return equalMembers(a, b);
    case 'array':
      return equalElements(a, b);
    case 'number':
      return exactDecimal(a.trim()) === exactDecimal(b.trim());
    case 'string':
    case 'boolean':
    case 'null':
      return JSON.parse(a) === JSON.parse(b);
  }
}

/** {@link equalJson} where a value may also be not there at all, which equals only itself. */
export function equalOrAbsent(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined ? a === b : equalJson(a, b);
}
