import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import { createSeenStore } from './seenStore.ts';

const day = 24 * 3_600_000;
beforeEach(() => localStorage.clear());

it('recalls what was seen, on a later page too', () => {
  const store = createSeenStore(localStorage);
  const prints = new Set([store.print('a'), store.print('b')]);
  expect(store.recall('maya')).toBeUndefined();
  store.remember('maya', prints);
  store.remember('nothing', new Set());
  const later = createSeenStore(localStorage);
  expect(later.recall('maya')).toEqual(prints);
  expect(later.recall('nothing')).toEqual(new Set());
});

it('writes neither ids nor values to the device', () => {
  const store = createSeenStore(localStorage);
  store.remember('maya-lindqvist-0001', new Set([store.print('maya@example.com')]));
  expect(JSON.stringify(Object.entries(localStorage))).not.toMatch(/maya|example/);
});

it('forgets after thirty days', () => {
  let now = 1_000 * day;
  const store = createSeenStore(localStorage, { now: () => now });
  store.remember('maya', new Set([1]));
  now += 29 * day;
  expect(store.recall('maya')).toEqual(new Set([1]));
  now += 2 * day;
  expect(store.recall('maya')).toBeUndefined();
  createSeenStore(localStorage, { now: () => now });
  expect(Object.keys(localStorage)).toEqual(['customers-seen']);
});

it('forgets everything when it is turned off, in every store of the device', () => {
  const store = createSeenStore(localStorage);
  const other = createSeenStore(localStorage);
  store.remember('maya', new Set([1]));
  other.turn(false);
  expect(other.isOn()).toBe(false);
  store.remember('maya', new Set([2]));
  expect(store.recall('maya')).toBeUndefined();
  expect(createSeenStore(localStorage).isOn()).toBe(false);
});

it('goes on with what is open when it is turned off and on', () => {
  const open = createSeenStore(localStorage);
  const other = createSeenStore(localStorage);
  other.turn(false);
  other.turn(true);
  open.remember('maya', new Set([open.print('a')]));
  const later = createSeenStore(localStorage);
  expect(later.recall('maya')).toEqual(new Set([later.print('a')]));
});

it('writes nothing that another salt would make a change of', () => {
  const open = createSeenStore(localStorage);
  localStorage.clear();
  createSeenStore(localStorage);
  open.remember('maya', new Set([open.print('a')]));
  expect(Object.keys(localStorage)).toEqual(['customers-seen']);
});

it('remembers for each agent what that one saw, and forgets for each in time', () => {
  let now = 1_000 * day;
  const of = (owner: string) => createSeenStore(localStorage, { owner, now: () => now });
  of('1a').remember('maya', new Set([1]));
  expect(of('2b').recall('maya')).toBeUndefined();
  of('2b').remember('maya', new Set([2]));
  of('2b').turn(false);
  expect(of('2b').recall('maya')).toBeUndefined();
  expect(of('1a').recall('maya')).toEqual(new Set([1]));
  expect(of('1a').isOn()).toBe(true);
  now += 31 * day;
  of('2b');
  expect(Object.keys(localStorage).filter((name) => name.includes(' '))).toEqual([]);
});

/** A storage of the device that takes so many items and no more. */
function smallStorage(room: number): Storage {
  return new Proxy(localStorage, {
    get(target, name) {
      if (name === 'setItem')
        return (key: string, text: string) => {
          if (target.length >= room && target.getItem(key) === null)
            throw new DOMException('', 'QuotaExceededError');
          target.setItem(key, text);
        };
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

it('makes room for the newest where the device is full', () => {
  let now = 1;
  const store = createSeenStore(smallStorage(101), { now: () => now++ });
  for (let each = 0; each < 150; each += 1) store.remember(`customer ${each}`, new Set([each]));
  expect(store.recall('customer 149')).toEqual(new Set([149]));
  expect(store.recall('customer 0')).toBeUndefined();
});

it('goes on where the device takes nothing', () => {
  const store = createSeenStore(smallStorage(0));
  store.remember('maya', new Set([1]));
  expect(store.recall('maya')).toBeUndefined();
});

it.each(['', 'no json', '{"on":1}'])('starts anew from %j', (text) => {
  localStorage.setItem('customers-seen', text);
  expect(createSeenStore(localStorage).isOn()).toBe(true);
});

it('gives different texts different fingerprints, and the same text the same', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer(), (a, b, salt) => {
      fc.pre(a !== b);
      expect(fingerprint(a, salt)).toBe(fingerprint(a, salt));
      expect(fingerprint(a, salt)).not.toBe(fingerprint(b, salt));
    }),
  );
});
