const combining = /^\p{M}$/u;
const onlyAscii = /^[\0-\x7F]*$/;

/** One UTF-16 unit without accent and case; itself where that would take more or fewer than one. */
function foldUnit(unit: string): string {
  const [base = unit, mark = ''] = unit.normalize('NFD');
  const plain = (combining.test(mark) ? base : unit).toLowerCase();
  return plain.length === 1 ? plain : unit;
}

/** A text in which `é`, `E` and `e` are the same, unit for unit as long as the original. */
export function folded(text: string): string {
  if (onlyAscii.test(text)) return text.toLowerCase();
  return Array.from({ length: text.length }, (_, at) => foldUnit(text.charAt(at))).join('');
}

const escaped = (unit: string) => unit.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`);

/** The words that somebody typed, each as a pattern for {@link folded} texts that skips accents written apart. */
export function wordPatterns(typed: string): RegExp[] {
  return folded(typed.normalize('NFC'))
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(
      (word) => new RegExp(Array.from(word, (unit) => `${escaped(unit)}\\p{M}*`).join(''), 'gu'),
    );
}

/** Where the patterns match, from the first to the last, none in another: pairs of begin and end. */
export function findIn(text: string, patterns: readonly RegExp[]): [number, number][] {
  const plain = folded(text);
  const found = patterns
    .flatMap((pattern) => Array.from(plain.matchAll(pattern), (match) => match))
    .map(({ index, 0: match }): [number, number] => [index, index + match.length])
    .sort(([a], [b]) => a - b);
  const apart: [number, number][] = [];
  for (const [begin, end] of found) {
    const last = apart.at(-1);
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([begin, end]);
  }
  return apart;
}
