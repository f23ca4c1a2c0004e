/** A count with its noun: `plural(2, 'change', 'changes')` is "2 changes". */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
