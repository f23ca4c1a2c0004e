import { afterEach, beforeEach, expect, it } from 'vitest';
import { createListMemory } from './listMemory.ts';

const { style } = document.documentElement;

beforeEach(() => style.setProperty('--row-height', '46px'));
afterEach(() => style.removeProperty('--row-height'));

it('keeps heights while rows come and go', () => {
  const memory = createListMemory(4);
  memory.measured(new Map([['a', 50]]));
  memory.measured(new Map([['b', 70]]));
  expect(Object.fromEntries(memory.seen().heights)).toEqual({ a: 50, b: 70 });
  expect(memory.seen().estimate).toBe(46);
});

it('tells nobody of heights that it knows', () => {
  const memory = createListMemory(4);
  memory.measured(new Map([['a', 50]]));
  const before = memory.seen();
  memory.measured(new Map([['a', 50]]));
  expect(memory.seen()).toBe(before);
});

it('forgets the heights of rows out of the page when the density is another', () => {
  const memory = createListMemory(4);
  memory.measured(
    new Map([
      ['far', 90],
      ['near', 50],
    ]),
  );
  style.setProperty('--row-height', '24px');
  memory.measured(new Map([['near', 28]]));
  expect(Object.fromEntries(memory.seen().heights)).toEqual({ near: 28 });
  expect(memory.seen().estimate).toBe(24);
});

it('begins with a height where the styles say none', () => {
  style.removeProperty('--row-height');
  expect(createListMemory(4).seen().estimate).toBeGreaterThan(20);
});
