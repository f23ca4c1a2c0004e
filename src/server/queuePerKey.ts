export type SaveQueue = ReturnType<typeof queuePerKey>;

/**
 * Runs tasks of the same key one after another and those of different keys side by side. A task that
 * fails does not stop the next.
 */
export function queuePerKey() {
  const last = new Map<string, Promise<unknown>>();
  return {
    async run<T>(key: string, task: () => Promise<T>): Promise<T> {
      const before = last.get(key) ?? Promise.resolve();
      const mine = before.then(task, task);
      last.set(key, mine);
      try {
        return await mine;
      } finally {
        if (last.get(key) === mine) last.delete(key);
      }
    },
    /** Resolves when the tasks that are there now have ended, well or not. */
    async idle(key: string): Promise<void> {
      await last.get(key)?.catch(() => undefined);
    },
  };
}
