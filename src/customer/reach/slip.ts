/** Mail domains that many people have, and so many mistype; long enough that a neighbour is hardly another's. */
const wellKnown = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'protonmail.com',
  'comcast.net',
  'verizon.net',
];

/** One letter away from those above, and real all the same. */
const realNeighbours = ['mail.com', 'email.com', 'ymail.com', 'fmail.com', 'cloud.com'];

/**
 * How two texts differ by one slip of the finger: a character replaced, added or left out (`one`), or
 * two neighbours swapped (`swap`), with the characters concerned. `undefined`: equal, or by more.
 */
export function slipBetween(
  a: string,
  b: string,
): { kind: 'one' | 'swap'; of: string } | undefined {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  const of = left + right;
  if (of && left.length <= 1 && right.length <= 1) return { kind: 'one', of };
  const isSwap = left.length === 2 && left === right.charAt(1) + right.charAt(0);
  return isSwap ? { kind: 'swap', of } : undefined;
}

/** The well-known mail domain that an address seems to mean by another. */
export function meantDomain(address: string): string | undefined {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  if (wellKnown.includes(domain) || realNeighbours.includes(domain)) return undefined;
  return wellKnown.find((known) => slipBetween(domain, known));
}
