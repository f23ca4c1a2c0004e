import { expect, it } from 'vitest';
import { createViewStore, toggled } from './viewStore.ts';

it('keeps the view on the device', () => {
  createViewStore(localStorage).set({ pins: ['tier'], showEmpty: true });
  expect(createViewStore(localStorage).get()).toMatchObject({ pins: ['tier'], showEmpty: true });
});

it.each(['', 'no json', '{"pins":"tier"}', '[]', 'null'])('starts anew from %j', (text) => {
  localStorage.setItem('attribute-view', text);
  expect(createViewStore(localStorage).get()).toMatchObject({ pins: [], showHidden: false });
});

it('holds the view where the browser keeps nothing, and tells who listens', () => {
  const store = createViewStore();
  let told = 0;
  const stop = store.subscribe(() => {
    told += 1;
  });
  store.set({ hidden: ['a'] });
  stop();
  store.set({ hidden: toggled(store.get().hidden, 'b') });
  expect(store.get().hidden).toEqual(['a', 'b']);
  expect(told).toBe(1);
});
