/** A JSON number as it is: ± digits × 10^exponent, the digits without outer zeros, and none at all for zero. */
export interface Decimal {
  negative: boolean;
  digits: string;
  exponent: bigint;
}

/** Nobody's number has a longer exponent, and its arithmetic would take seconds. */
const maxExponentDigits = 1_000;

function trimmedEnd(digits: string): string {
  // Not `/0+$/`: on many zeros that are not at the end it takes the square of their number.
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/** Reads a number as JSON writes it (RFC 8259, section 6), which JavaScript's own would round. */
export function readDecimal(text: string): Decimal {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const all = (whole + fraction).replace(/^0+/, '');
  const digits = trimmedEnd(all);
  if (digits === '') return { negative: false, digits, exponent: 0n };
  const powerDigits = power.replace(/^[+-]?0*/, '').slice(0, maxExponentDigits);
  const magnitude = BigInt(powerDigits || '0');
  const exponent =
    (power.startsWith('-') ? -magnitude : magnitude) -
    BigInt(fraction.length) +
    BigInt(all.length - digits.length);
  return { negative: sign === '-', digits, exponent };
}

/** The same text for every way to write the same number. */
export function writeDecimal({ negative, digits, exponent }: Decimal): string {
  return digits === '' ? '0' : `${negative ? '-' : ''}${digits}e${exponent}`;
}

const order = <T extends bigint | string>(a: T, b: T) => (a < b ? -1 : Number(a > b));

/** Both must be positive. Their leading digits decide; nothing is ever written out. */
function compareMagnitudes(a: Decimal, b: Decimal): number {
  const size = order(a.exponent + BigInt(a.digits.length), b.exponent + BigInt(b.digits.length));
  // Without trailing zeros, digits that begin alike are in the order of texts.
  return size || order(a.digits, b.digits);
}

/** Negative, zero or positive, as `a` is smaller than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const sign = ({ negative, digits }: Decimal) => (digits === '' ? 0 : negative ? -1 : 1);
  if (sign(a) !== sign(b)) return sign(a) - sign(b);
  if (sign(a) === 0) return 0;
  return sign(a) * compareMagnitudes(a, b);
}

/** Whether it is a whole number, however it is written: `1.0` and `1e400` are. */
export function isWhole({ exponent }: Decimal): boolean {
  return exponent >= 0n;
}

/** `digits` modulo `divisor`, without ever holding a number as long as the digits. */
function remainder(digits: string, divisor: bigint): bigint {
  const step = 15;
  let rest = 0n;
  for (let at = 0; at < digits.length; at += step) {
    const part = digits.slice(at, at + step);
    rest = (rest * 10n ** BigInt(part.length) + BigInt(part)) % divisor;
  }
  return rest;
}

/** 10^exponent modulo `divisor`, by squaring: `1e999999999` costs thirty steps. */
function powerOfTen(exponent: bigint, divisor: bigint): bigint {
  let [result, base] = [1n % divisor, 10n % divisor];
  for (let left = exponent; left > 0n; left /= 2n) {
    if (left % 2n === 1n) result = (result * base) % divisor;
    base = (base * base) % divisor;
  }
  return result;
}

/** Whether `value` is `divisor` times a whole number, exactly: 0.3 is a multiple of 0.1. `divisor` is not zero. */
export function isMultipleOf(value: Decimal, divisor: Decimal): boolean {
  if (value.digits === '') return true;
  const exponent = value.exponent - divisor.exponent;
  // The digits do not end in 0, so they are no multiple of ten.
  if (exponent < 0n) return false;
  const modulus = BigInt(divisor.digits);
  return (remainder(value.digits, modulus) * powerOfTen(exponent, modulus)) % modulus === 0n;
}
