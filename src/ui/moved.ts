/** The list with one of its items at another place. */
export const moved = (list: readonly string[], from: number, to: number): string[] =>
  list.toSpliced(from, 1).toSpliced(to, 0, ...list.slice(from, from + 1));
