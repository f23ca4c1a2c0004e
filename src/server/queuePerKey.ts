/**
 * Runs tasks of the same key one after another and those of different keys side by side. A task that
 * fails does not stop the next.
 */
export function queuePerKey() {
  const last = new Map<string, Promise<unknown>>();
  return async function enqueue<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(task, task);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
