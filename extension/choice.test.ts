import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { nothingChosen, onMerge, onPick, onTab, relationOf, type Choice } from './choice.ts';

const desk = (customerId?: string) => ({ id: 1, customerId });
const other = (customerId?: string) => ({ id: 2, customerId });

it('follows the tab, and keeps the last customer where a tab names none', () => {
  let choice = onTab(nothingChosen, other());
  expect(choice.shown).toBeUndefined();
  choice = onTab(choice, desk('a'));
  expect([choice.shown, relationOf(choice)]).toEqual(['a', 'same']);
  choice = onTab(choice, desk('b'));
  expect([choice.shown, relationOf(choice)]).toEqual(['b', 'same']);
  choice = onTab(choice, other());
  expect([choice.shown, relationOf(choice)]).toEqual(['b', 'kept']);
});

it('keeps what the agent chose until a tab names somebody anew', () => {
  let choice = onPick(onTab(nothingChosen, desk('a')), 'b');
  expect([choice.shown, relationOf(choice)]).toEqual(['b', 'other']);
  choice = onTab(choice, desk('a'));
  expect(choice.shown).toBe('b');
  choice = onTab(choice, other());
  expect(choice.shown).toBe('b');
  choice = onTab(choice, desk('a'));
  expect([choice.shown, relationOf(choice)]).toEqual(['a', 'same']);
});

it('takes the survivor of a merge for the customer of the tab, also the next time', () => {
  let choice = onMerge(onTab(nothingChosen, desk('gone')), 'gone', 'here');
  expect([choice.shown, relationOf(choice)]).toEqual(['here', 'same']);
  choice = onTab(onTab(choice, desk('x')), desk('gone'));
  expect([choice.shown, relationOf(choice)]).toEqual(['here', 'same']);
});

it('leaves the customer alone when another one was merged', () => {
  const choice = onMerge(onTab(nothingChosen, desk('a')), 'b', 'c');
  expect([choice.shown, relationOf(choice)]).toEqual(['a', 'same']);
});

const name = fc.constantFrom('a', 'b', 'c');
const step = fc.oneof(
  fc.tuple(fc.constantFrom(1, 2), fc.option(name, { nil: undefined })).map(
    ([id, customerId]) =>
      (choice: Choice) =>
        onTab(choice, { id, customerId }),
  ),
  name.map((id) => (choice: Choice) => onPick(choice, id)),
  fc.tuple(name, name).map(
    ([from, to]) =>
      (choice: Choice) =>
        onMerge(choice, from, to),
  ),
);

it('ends, and never goes back to nobody, whatever happens, merges in a circle included', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let choice = nothingChosen;
      for (const next of steps) {
        const before = choice.shown;
        choice = next(choice);
        expect(choice.shown === undefined && before !== undefined).toBe(false);
        expect(['same', 'other', 'kept']).toContain(relationOf(choice));
      }
    }),
  );
});
