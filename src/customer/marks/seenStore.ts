import * as z from 'zod/mini';
import { deviceKey } from '../deviceKey.ts';
import { fingerprint } from './fingerprint.ts';

/** What this agent saw of customers on this device: fingerprints with a salt of its own, never values. */
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
/** What was seen of a customer, by whichever agent; the settings have no space in their names. */
const isItem = /^customers-seen(?:-\w+)? /;
const expiresAfterMs = 30 * 24 * 3_600_000;
/** Customers that are remembered, whoever saw them: of more the oldest are forgotten. */
const most = 200;

const settingsSchema = z.object({ on: z.boolean(), salt: z.number() });
type Settings = z.infer<typeof settingsSchema>;

/** Milliseconds since 1970, then the fingerprints, in base 36. */
const storedPrints = /^[0-9a-z]+(?: [0-9a-z]+)*$/;
const numbersOf = (stored: string | null) =>
  storedPrints.test(stored ?? '')
    ? (stored ?? '').split(' ').map((part) => Number.parseInt(part, 36))
    : [];

/** Forgets the older ones beyond `keep`, and what expired: of every agent, since one who does not come back forgets nothing. */
function forget(storage: Storage, now: number, keep: number): void {
  const newestFirst = Object.keys(storage)
    .filter((name) => isItem.test(name))
    .map((name) => ({ name, at: numbersOf(storage.getItem(name))[0] ?? 0 }))
    .sort((a, b) => b.at - a.at);
  for (const [place, { name, at }] of newestFirst.entries())
    if (place >= keep || now - at > expiresAfterMs) storage.removeItem(name);
}

/** The settings that are kept; new ones, and nothing remembered, when there are none or they cannot be read. */
function settingsIn(storage: Storage, key: string): Settings {
  try {
    return settingsSchema.parse(JSON.parse(storage.getItem(key) ?? ''));
  } catch {
    const [salt = 0] = crypto.getRandomValues(new Uint32Array(1));
    return { on: true, salt };
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

interface SeenStoreOptions {
  /** Whose it is, as the device knows them; absent where nobody signs in. */
  owner?: string | undefined;
  now?: () => number;
}

/** Remembers for 30 days in a `storage` of the device; for nobody but this store where that takes nothing. */
export function createSeenStore(
  storage: Storage,
  { owner, now = Date.now }: SeenStoreOptions = {},
): SeenStore {
  const key = deviceKey(storageKey, owner);
  const { salt, on } = settingsIn(storage, key);
  const save = (settings: Settings) => tried(() => storage.setItem(key, JSON.stringify(settings)));
  save({ on, salt });
  forget(storage, now(), most);
  const print = (text: string) => fingerprint(text, salt);
  const nameOf = (customerId: string) => `${key} ${print(customerId).toString(36)}`;

  return {
    print,
    recall(customerId) {
      const [at, ...prints] = numbersOf(storage.getItem(nameOf(customerId)));
      return at === undefined || now() - at > expiresAfterMs ? undefined : new Set(prints);
    },
    remember(customerId, prints) {
      // Another store of this device, or another page, may have turned it off meanwhile, or begun anew with another
      // salt, to which these prints say nothing.
      const kept = settingsIn(storage, key);
      if (!kept.on || kept.salt !== salt) return;
      const text = [now(), ...prints].map((each) => each.toString(36)).join(' ');
      const write = () => storage.setItem(nameOf(customerId), text);
      // Where there is no room, older ones make some: it is a hint, not a record.
      if (tried(write)) return;
      forget(storage, now(), most / 4);
      tried(write);
    },
    isOn: () => settingsIn(storage, key).on,
    turn(isOn) {
      for (const name of Object.keys(storage))
        if (name.startsWith(`${key} `)) storage.removeItem(name);
      // With the same salt: stores that are open go on with it.
      save({ on: isOn, salt: settingsIn(storage, key).salt });
    },
  };
}
