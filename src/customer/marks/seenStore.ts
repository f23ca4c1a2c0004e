import * as z from 'zod/mini';
import { fingerprint } from './fingerprint.ts';

/** What this agent saw of customers on this device: fingerprints with a salt of the device's own, never values. */
export interface SeenStore {
  /** The fingerprints of when the customer was last seen; `undefined` when that is not known. */
  recall: (customerId: string) => ReadonlySet<number> | undefined;
  remember: (customerId: string, prints: ReadonlySet<number>) => void;
  print: (text: string) => number;
  isOn: () => boolean;
  /** Off forgets everything. */
  turn: (on: boolean) => void;
}

const storageKey = 'customers-seen';
const prefix = `${storageKey} `;
const expiresAfterMs = 30 * 24 * 3_600_000;
/** Customers that are remembered: of more the oldest are forgotten. */
const most = 200;

const settingsSchema = z.object({ on: z.boolean(), salt: z.number() });
type Settings = z.infer<typeof settingsSchema>;

/** Milliseconds since 1970, then the fingerprints, in base 36. */
const storedPrints = /^[0-9a-z]+(?: [0-9a-z]+)*$/;
const numbersOf = (stored: string | null) =>
  storedPrints.test(stored ?? '')
    ? (stored ?? '').split(' ').map((part) => Number.parseInt(part, 36))
    : [];

function newSettings(on: boolean): Settings {
  const [salt = 0] = crypto.getRandomValues(new Uint32Array(1));
  return { on, salt };
}

/** Forgets the older ones beyond `keep`, and what expired. */
function forget(storage: Storage, now: number, keep: number): void {
  const newestFirst = Object.keys(storage)
    .filter((name) => name.startsWith(prefix))
    .map((name) => ({ name, at: numbersOf(storage.getItem(name))[0] ?? 0 }))
    .sort((a, b) => b.at - a.at);
  for (const [place, { name, at }] of newestFirst.entries())
    if (place >= keep || now - at > expiresAfterMs) storage.removeItem(name);
}

/** The settings that are kept; new ones, and nothing remembered, when there are none or they cannot be read. */
function settingsIn(storage: Storage): Settings {
  try {
    return settingsSchema.parse(JSON.parse(storage.getItem(storageKey) ?? ''));
  } catch {
    return newSettings(true);
  }
}

/** For what a browser may refuse: a full storage, or one that is forbidden in a frame. */
function tried(write: () => void): boolean {
  try {
    write();
    return true;
  } catch {
    return false;
  }
}

/** Remembers for 30 days in a `storage` of the device; for nobody but this store where that takes nothing. */
export function createSeenStore(storage: Storage, now: () => number = Date.now): SeenStore {
  let settings = settingsIn(storage);
  const save = () => tried(() => storage.setItem(storageKey, JSON.stringify(settings)));
  save();
  forget(storage, now(), most);
  const print = (text: string) => fingerprint(text, settings.salt);
  const nameOf = (customerId: string) => `${prefix}${print(customerId).toString(36)}`;

  return {
    print,
    recall(customerId) {
      const [at, ...prints] = numbersOf(storage.getItem(nameOf(customerId)));
      return at === undefined || now() - at > expiresAfterMs ? undefined : new Set(prints);
    },
    remember(customerId, prints) {
      // Another store of this device, or another page, may have turned it off meanwhile.
      settings = settingsIn(storage);
      if (!settings.on) return;
      const text = [now(), ...prints].map((each) => each.toString(36)).join(' ');
      const write = () => storage.setItem(nameOf(customerId), text);
      // Where there is no room, older ones make some: it is a hint, not a record.
      if (tried(write)) return;
      forget(storage, now(), most / 4);
      tried(write);
    },
    isOn: () => settings.on,
    turn(on) {
      forget(storage, now(), 0);
      settings = newSettings(on);
      save();
    },
  };
}
