import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createListMemory, type ListMemory } from './listMemory.ts';

const { style } = document.documentElement;

beforeEach(() => style.setProperty('--row-height', '46px'));
afterEach(() => style.removeProperty('--row-height'));

const ends = (memory: ListMemory, ...keys: string[]) => [...memory.offsets(keys)].slice(1);

it('keeps heights while rows come and go', () => {
  const memory = createListMemory(4);
  memory.measured(new Map([['a', 50]]));
  memory.measured(new Map([['b', 70]]));
  expect(ends(memory, 'a', 'b', 'unknown')).toEqual([50, 120, 166]);
});

it('tells nobody of the heights of the first rows until others come, and of theirs at once', () => {
  const memory = createListMemory(4);
  const told = vi.fn<() => void>();
  memory.subscribe(told);
  memory.measured(new Map([['a', 50]]));
  expect(told).not.toHaveBeenCalled();
  memory.show({ first: 8, end: 20 });
  expect(told).toHaveBeenCalledOnce();
  expect(memory.seen().heights.get('a')).toBe(50);
  memory.measured(new Map([['z', 70]]));
  expect(told).toHaveBeenCalledTimes(2);
  expect(memory.seen().heights.get('z')).toBe(70);
});

it('leaves a few rows too many in the page at first, and none later', () => {
  const memory = createListMemory(12);
  const told = vi.fn<() => void>();
  memory.subscribe(told);
  memory.measured(new Map([['a', 50]]));
  memory.show({ first: 0, end: 8 });
  expect(told).not.toHaveBeenCalled();
  memory.show({ first: 0, end: 16 });
  memory.show({ first: 0, end: 12 });
  expect(memory.seen().range).toEqual({ first: 0, end: 12 });
});

it('leaves none in the page that are out of sight', () => {
  const memory = createListMemory(12);
  memory.show({ first: 0, end: 0 });
  expect(memory.seen().range).toEqual({ first: 0, end: 0 });
});

it('forgets the heights of rows out of the page when the density is another', () => {
  const memory = createListMemory(4);
  const told = vi.fn<() => void>();
  memory.measured(
    new Map([
      ['far', 90],
      ['near', 50],
    ]),
  );
  memory.subscribe(told);
  style.setProperty('--row-height', '24px');
  memory.measured(new Map([['near', 28]]));
  expect(told).toHaveBeenCalledOnce();
  expect(ends(memory, 'near', 'far')).toEqual([28, 52]);
});

it('begins with a height where the styles say none', () => {
  style.removeProperty('--row-height');
  expect(createListMemory(4).seen().estimate).toBeGreaterThan(20);
});
