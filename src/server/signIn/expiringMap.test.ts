import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createExpiringMap } from './expiringMap.ts';

function clocked(most: number, whenFull: 'drop-oldest' | 'refuse') {
  const clock = { time: 0 };
  const map = createExpiringMap<string>({ now: () => clock.time, most, whenFull });
  return { clock, map };
}

it('forgets an entry when its time has come, not before and not later', () => {
  const { clock, map } = clocked(9, 'refuse');
  map.set('a', 'x', 10);
  clock.time = 9;
  expect(map.get('a')).toBe('x');
  clock.time = 10;
  expect(map.get('a')).toBeUndefined();
  expect(map.take('a')).toBeUndefined();
  expect(map.size).toBe(0);
});

it('gives an entry to one taker', () => {
  const { map } = clocked(9, 'refuse');
  map.set('a', 'x', 10);
  expect([map.take('a'), map.take('a'), map.get('a')]).toEqual(['x', undefined, undefined]);
});

it('refuses what it has no room for, until something has expired', () => {
  const { clock, map } = clocked(2, 'refuse');
  expect([map.set('a', '1', 10), map.set('b', '2', 20), map.set('c', '3', 30)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([map.get('a'), map.get('c')]).toEqual(['1', undefined]);
  expect(map.set('b', '2b', 20)).toBe(true);
  clock.time = 10;
  expect([map.set('c', '3', 30), map.get('b'), map.get('c')]).toEqual([true, '2b', '3']);
});

it('lets the oldest go for what is new', () => {
  const { map } = clocked(2, 'drop-oldest');
  for (const key of ['a', 'b', 'c']) expect(map.set(key, key, 10)).toBe(true);
  expect([map.get('a'), map.get('b'), map.get('c'), map.size]).toEqual([undefined, 'b', 'c', 2]);
});

it('keeps what is alive and has room, whatever is asked in whatever order', () => {
  const step = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), wait: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { clock, map } = clocked(3, 'drop-oldest');
      const alive = new Map<string, number>();
      for (const { key, wait } of steps) {
        clock.time += wait;
        for (const [old, end] of alive) if (end <= clock.time) alive.delete(old);
        const [oldest] = alive.keys();
        if (alive.size === 3 && !alive.has(key) && oldest !== undefined) alive.delete(oldest);
        alive.delete(key);
        alive.set(key, clock.time + 10);
        map.set(key, key, clock.time + 10);
        expect(map.size).toBeLessThanOrEqual(3);
        for (const name of ['a', 'b', 'c', 'd'])
          expect(map.get(name)).toBe(alive.has(name) ? name : undefined);
      }
    }),
  );
});
