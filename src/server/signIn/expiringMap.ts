export interface ExpiringMap<T> {
  /** `expiresAt` in milliseconds since 1970. Returns false, and keeps nothing, when the map is full. */
  set(key: string, value: T, expiresAt: number): boolean;
  get(key: string): T | undefined;
  /** As {@link ExpiringMap.get}, and the entry is gone. */
  take(key: string): T | undefined;
  delete(key: string): void;
  readonly size: number;
}

interface ExpiringMapOptions {
  /** Milliseconds since 1970. */
  now: () => number;
  /** How many entries memory has room for. */
  most: number;
  /** When full: whether the oldest entry makes room, or the new one is refused. */
  whenFull: 'drop-oldest' | 'refuse';
}

/**
 * A map whose entries end. Meant for entries that live about equally long: each `set` clears those that have
 * expired, from the oldest to the first that has not.
 */
export function createExpiringMap<T>({ now, most, whenFull }: ExpiringMapOptions): ExpiringMap<T> {
  const entries = new Map<string, { value: T; expiresAt: number }>();

  function clearOldest(): void {
    const time = now();
    for (const [key, { expiresAt }] of entries) {
      if (expiresAt > time) return;
      entries.delete(key);
    }
  }

  function get(key: string): T | undefined {
    const entry = entries.get(key);
    if (!entry) return undefined;
    if (entry.expiresAt > now()) return entry.value;
    entries.delete(key);
    return undefined;
  }

  return {
    set(key, value, expiresAt) {
      clearOldest();
      if (entries.size >= most && !entries.has(key)) {
        if (whenFull === 'refuse') return false;
        const [oldest] = entries.keys();
        if (oldest !== undefined) entries.delete(oldest);
      }
      entries.delete(key);
      entries.set(key, { value, expiresAt });
      return true;
    },
    get,
    take(key) {
      const value = get(key);
      entries.delete(key);
      return value;
    },
    delete(key) {
      entries.delete(key);
    },
    get size() {
      return entries.size;
    },
  };
}
