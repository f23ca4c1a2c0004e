import { expect, it } from 'vitest';
import { createViewStore, toggled } from './viewStore.ts';

it('keeps the view on the device', () => {
  createViewStore(localStorage).set({ pins: ['tier'], showEmpty: true });
  expect(createViewStore(localStorage).get()).toMatchObject({ pins: ['tier'], showEmpty: true });
});

it('keeps a view for each agent, without their ids', () => {
  const first = createViewStore(localStorage);
  first.own('agent-jordan');
  first.set({ pins: ['tier'] });
  const other = createViewStore(localStorage);
  other.own('agent-sam');
  expect(other.get().pins).toEqual([]);
  let told = 0;
  other.subscribe(() => {
    told += 1;
  });
  other.own('agent-jordan');
  other.own('agent-jordan');
  expect(other.get().pins).toEqual(['tier']);
  expect(told).toBe(1);
  expect(JSON.stringify(Object.keys(localStorage))).not.toContain('jordan');
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
