/** A text in one line, cut where it gets long. */
export function shortened(words: string, length = 40): string {
  const line = words
    .slice(0, 4 * length)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line;
}
