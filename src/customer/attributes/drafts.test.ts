import { expect, it, vi } from 'vitest';
import { createDrafts } from './drafts.ts';
import { newRow, rowFor } from './editing/editRow.ts';

const tier = rowFor('tier', '"gold"');
const note = rowFor('note', '"\\ud800 x"');

/** The part of the browser's session storage that matters here. */
function fakeStorage(limit = Infinity): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

it('keeps the edits of each customer apart, until there are none', () => {
  const drafts = createDrafts();
  drafts.set({ id: 'a' }, [tier]);
  expect(drafts.get('a')).toEqual([tier]);
  expect(drafts.get('b')).toEqual([]);
  drafts.set({ id: 'a' }, []);
  expect(drafts.list()).toEqual([]);
});

it('takes the edits of a merged profile to its survivor, whose own stay', () => {
  const drafts = createDrafts();
  const theirs = rowFor('tier', '"silver"');
  drafts.set({ id: 'old', name: 'Ana' }, [tier, note]);
  drafts.set({ id: 'new' }, [theirs]);
  drafts.move('old', 'new');
  // The second text for a key goes on as a new attribute, for the agent to choose.
  expect(drafts.get('new')).toEqual([theirs, { ...tier, from: undefined }, note]);
  expect(drafts.get('old')).toEqual([]);
});

it('takes no edit of a merged profile along that the survivor has, nor a second removal', () => {
  const drafts = createDrafts();
  drafts.set({ id: 'old' }, [tier, { ...note, remove: true }, newRow()]);
  drafts.set({ id: 'new' }, [tier, note, { ...newRow(), text: 'x' }]);
  drafts.move('old', 'new');
  expect(drafts.get('new')).toEqual([tier, note, { ...newRow(), text: 'x' }, newRow()]);
});

it('does not take an attribute with an empty name for one that has no name yet', () => {
  const drafts = createDrafts();
  const empty = rowFor('', '"gold"');
  const unnamed = { ...newRow(), text: 'x' };
  drafts.set({ id: 'old' }, [empty, unnamed]);
  drafts.set({ id: 'new' }, [{ ...unnamed, text: 'y' }]);
  drafts.move('old', 'new');
  expect(drafts.get('new')).toEqual([{ ...unnamed, text: 'y' }, empty, unnamed]);
});

it('tells of every change, the newest draft first', () => {
  const drafts = createDrafts();
  const onChange = vi.fn<() => void>();
  const stop = drafts.subscribe(onChange);
  drafts.set({ id: 'a', name: 'Ana' }, [tier]);
  drafts.set({ id: 'b', name: 'Bo' }, [note]);
  stop();
  drafts.set({ id: 'a' }, []);
  expect(onChange).toHaveBeenCalledTimes(2);
  expect(drafts.list()).toMatchObject([{ customerId: 'b', name: 'Bo' }]);
});

it('survives a reload for eight hours, exactly', () => {
  const storage = fakeStorage();
  createDrafts(storage, () => 0).set({ id: 'a', name: 'Ana' }, [tier, note]);
  expect(createDrafts(storage, () => 7 * 3_600_000).get('a')).toEqual([tier, note]);
  expect(createDrafts(storage, () => 8 * 3_600_000).get('a')).toEqual([]);
});

it('starts empty when what is stored is not a draft', () => {
  const storage = fakeStorage();
  storage.setItem('customer-drafts:a', '{"customerId":"a","rows":"x"}');
  expect(createDrafts(storage).list()).toEqual([]);
  expect(storage.length).toBe(0);
});

it('knows when edits would be lost with the page: in memory alone, or the storage is full', () => {
  const inMemory = createDrafts();
  expect(inMemory.isLostWithPage()).toBe(false);
  inMemory.set({ id: 'a' }, [tier]);
  expect(inMemory.isLostWithPage()).toBe(true);

  const stored = createDrafts(fakeStorage(300));
  stored.set({ id: 'a' }, [tier]);
  expect(stored.isLostWithPage()).toBe(false);
  stored.set({ id: 'a' }, [{ ...tier, text: 'x'.repeat(300) }]);
  expect(stored.isLostWithPage()).toBe(true);
  expect(stored.get('a')).toMatchObject([{ text: 'x'.repeat(300) }]);
});

it('keeps nothing more once it has been told to forget', () => {
  const storage = fakeStorage();
  const drafts = createDrafts(storage);
  drafts.set({ id: 'a' }, [tier]);
  drafts.forget();
  drafts.set({ id: 'a' }, [tier]);
  expect(drafts.list()).toEqual([]);
  expect(drafts.isLostWithPage()).toBe(false);
  expect(storage.length).toBe(0);
});

it('gives the next agent in this tab nothing of the one before', () => {
  const storage = fakeStorage();
  const drafts = createDrafts(storage);
  drafts.own('ada');
  drafts.set({ id: 'a', name: 'Maya' }, [tier]);
  const adasAgain = createDrafts(storage);
  adasAgain.own('ada');
  expect(adasAgain.get('a')).toEqual([tier]);
  adasAgain.own('rob');
  expect(adasAgain.list()).toEqual([]);
  expect(storage.length).toBe(0);
  adasAgain.set({ id: 'b' }, [tier]);
  const adasOnceMore = createDrafts(storage);
  adasOnceMore.own('ada');
  expect(adasOnceMore.list()).toEqual([]);
});

it('gives an agent who signs in nothing that was typed when nobody had to', () => {
  const storage = fakeStorage();
  createDrafts(storage).set({ id: 'a' }, [tier]);
  const drafts = createDrafts(storage);
  drafts.own('ada');
  expect([drafts.list(), storage.length]).toEqual([[], 0]);
});

const hour = 3_600_000;

it('leaves alone what another panel in this tab keeps, and takes over what that one saved', () => {
  const storage = fakeStorage();
  const one = createDrafts(storage);
  const other = createDrafts(storage);
  one.set({ id: 'a' }, [tier]);
  other.set({ id: 'b' }, [note]);
  const afterReload = createDrafts(storage);
  expect([afterReload.get('a'), afterReload.get('b')]).toEqual([[tier], [note]]);

  const onChange = vi.fn<() => void>();
  other.subscribe(onChange);
  other.refresh();
  other.refresh();
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(other.get('a')).toEqual([tier]);
  one.set({ id: 'a' }, []);
  other.refresh();
  expect(other.get('a')).toEqual([]);
  other.set({ id: 'b' }, [tier]);
  expect(createDrafts(storage).list()).toMatchObject([{ customerId: 'b', rows: [tier] }]);
});

it('lets no other panel change what is in front of the agent', () => {
  const storage = fakeStorage();
  const one = createDrafts(storage);
  const other = createDrafts(storage);
  const release = other.hold('a');
  one.set({ id: 'a' }, [tier]);
  other.refresh();
  expect(other.get('a')).toEqual([]);
  other.set({ id: 'a' }, [note]);
  one.set({ id: 'a' }, []);
  other.refresh();
  expect(other.get('a')).toEqual([note]);
  release();
  expect(other.get('a')).toEqual([]);
});

it('keeps in memory what the storage did not take, whatever other panels do', () => {
  const drafts = createDrafts(fakeStorage(10));
  drafts.set({ id: 'a' }, [tier]);
  drafts.refresh();
  expect(drafts.get('a')).toEqual([tier]);
});

it('takes over nothing of another agent’s panel, and takes nothing away from it', () => {
  const storage = fakeStorage();
  const adas = createDrafts(storage);
  const robs = createDrafts(storage);
  adas.own('ada');
  robs.own('rob');
  adas.set({ id: 'a' }, [tier]);
  robs.refresh();
  robs.own('rob');
  expect(robs.list()).toEqual([]);
  adas.refresh();
  expect(adas.get('a')).toEqual([tier]);
});

it('does not grow younger by being said again, in whatever order', () => {
  let now = 0;
  const storage = fakeStorage();
  const drafts = createDrafts(storage, () => now);
  drafts.set({ id: 'a' }, [tier]);
  now = 7 * hour;
  const { from, ...rest } = tier;
  drafts.set({ id: 'a' }, [{ ...rest, from }]);
  expect(createDrafts(storage, () => 8 * hour).list()).toEqual([]);
  drafts.set({ id: 'a' }, [note]);
  expect(createDrafts(storage, () => 14 * hour).get('a')).toEqual([note]);
});

it.each([
  ['in the tab', fakeStorage()],
  ['in memory', undefined],
])('forgets an edit of eight hours %s, but not under the agent’s hands', (_, storage) => {
  let now = 0;
  const drafts = createDrafts(storage, () => now);
  drafts.set({ id: 'a' }, [tier]);
  drafts.set({ id: 'b' }, [note]);
  const release = drafts.hold('b');
  now = 8 * hour - 1;
  drafts.refresh();
  expect(drafts.list()).toHaveLength(2);
  now = 8 * hour;
  drafts.refresh();
  expect(drafts.list()).toMatchObject([{ customerId: 'b' }]);
  release();
  expect([drafts.list(), storage?.length ?? 0]).toEqual([[], 0]);
});
