import fc from 'fast-check';
import { expect, it } from 'vitest';
import { press } from './sequences.ts';

const sequences = ['m', '?', 'c e', 'c p', 'o e'];

function typed(keys: string): (string | undefined)[] {
  let pending = '';
  return keys.split(' ').map((key) => {
    const pressed = press(pending, key, sequences);
    pending = pressed.pending;
    return pressed.complete;
  });
}

it.each([
  ['m', ['m']],
  ['c e', [undefined, 'c e']],
  ['c c p', [undefined, undefined, 'c p']],
  ['c m', [undefined, 'm']],
  ['c x e', [undefined, undefined, undefined]],
  ['x m', [undefined, 'm']],
  ['o e o', [undefined, 'o e', undefined]],
])('%s', (keys, complete) => {
  expect(typed(keys)).toEqual(complete);
});

it('completes nothing but a sequence, whatever is typed', () => {
  const keys = fc.array(fc.constantFrom('c', 'e', 'p', 'o', 'm', 'x', '?'), { minLength: 1 });
  fc.assert(
    fc.property(keys, (list) => {
      const complete = typed(list.join(' ')).filter((keysTyped) => keysTyped !== undefined);
      expect(complete.filter((sequence) => !sequences.includes(sequence))).toEqual([]);
    }),
  );
});
