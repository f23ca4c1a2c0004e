/** A value that outlives what shows it; made for `useSyncExternalStore`. */
export interface Store<T> {
  get: () => T;
  /** Gives the value, and tells everybody who listens. */
  set: (value: T) => void;
  subscribe: (onChange: () => void) => () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
