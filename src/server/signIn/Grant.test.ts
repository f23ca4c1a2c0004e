import { expect, it } from 'vitest';
import { covers, everybody, followMerge, type Grant } from './Grant.ts';

const launched = (): Grant => ({ proof: 'launch', mayWrite: false, customers: new Set(['a']) });

it('covers the customer that it is for, and those it was merged into, one after another', () => {
  const grant = launched();
  followMerge(grant, 'x', 'b');
  expect([covers(grant, 'a'), covers(grant, 'b'), covers(grant, 'c')]).toEqual([
    true,
    false,
    false,
  ]);
  followMerge(grant, 'a', 'b');
  followMerge(grant, 'b', 'c');
  expect([covers(grant, 'a'), covers(grant, 'b'), covers(grant, 'c')]).toEqual([true, true, true]);
});

it('covers everybody where nobody signs in, and no merge changes that', () => {
  followMerge(everybody, 'a', 'b');
  expect([covers(everybody, 'a'), everybody.customers]).toEqual([true, 'all']);
});
