import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { sitDown, unsaved } from './desk.tsx';

const ana = { tier: '"gold"', note: '"calls back"' };
const bo = { tier: '"basic"', note: '"prefers mail"' };
const attributes = (entries: [string, string][]) => Object.fromEntries(entries);

it('keeps what was typed after Save when the agent has left before the answer', async () => {
  const desk = await sitDown({ ana, bo });
  await desk.write('tier', 'platinum');
  const release = desk.holdAnswers();
  await desk.save();
  await screen.findByRole('button', { name: 'Saving…' });
  await desk.user.type(screen.getByLabelText('Value of tier'), ' plus');
  await desk.turnTo('bo');
  release();
  await desk.answered();
  expect(attributes(desk.gladly.attributes('ana'))).toEqual({ ...ana, tier: '"platinum"' });

  await desk.turnTo('ana');
  expect(await screen.findByLabelText('Value of tier')).toHaveValue('platinum plus');
  // The agent's own save is no change made elsewhere.
  await waitFor(() => expect(screen.getByText('platinum')).toBeVisible());
  expect(screen.queryByText('Changed elsewhere')).toBeNull();
  await desk.save();
  await screen.findByText('1 attribute saved');
  expect(attributes(desk.gladly.attributes('ana'))).toEqual({ ...ana, tier: '"platinum plus"' });
});

it('keeps no draft of what was saved when the agent has left before the answer', async () => {
  const desk = await sitDown({ ana, bo });
  await desk.write('tier', 'platinum');
  const release = desk.holdAnswers();
  await desk.save();
  await desk.turnTo('bo');
  release();
  await desk.answered();
  await desk.turnTo('ana');
  await screen.findByText('platinum');
  expect(unsaved()).toBeNull();
});

it('closes what was saved in the form that the agent came back to before the answer', async () => {
  const desk = await sitDown({ ana, bo });
  await desk.write('tier', 'platinum');
  await desk.write('note', 'calls twice');
  const release = desk.holdAnswers();
  await desk.save();
  await desk.turnTo('bo');
  await desk.turnTo('ana');
  expect(await screen.findByLabelText('Value of tier')).toHaveValue('platinum');
  await desk.write('note', 'calls never');
  release();
  await desk.answered();
  await waitFor(() => expect(screen.queryByLabelText('Value of tier')).toBeNull());
  expect(screen.getByText('platinum')).toBeVisible();
  // What was typed after Save is an edit of what was saved, not a change made elsewhere.
  expect(screen.getByLabelText('Value of note')).toHaveValue('calls never');
  expect(screen.queryByText('Changed elsewhere')).toBeNull();
  expect(unsaved()).toHaveTextContent('1 unsaved change');
  await desk.save();
  await screen.findByText('1 attribute saved');
  expect(attributes(desk.gladly.attributes('ana'))).toEqual({
    tier: '"platinum"',
    note: '"calls never"',
  });
});

it('undoes with a row open that nobody typed into, and leaves no edit behind', async () => {
  const desk = await sitDown({ ana });
  await desk.write('tier', 'platinum');
  await desk.save();
  await screen.findByText('1 attribute saved');
  await desk.open('tier');
  await desk.open('note');
  await desk.undo();
  await screen.findByText('Saved in this session (2)');
  await desk.answered();
  expect(attributes(desk.gladly.attributes('ana'))).toEqual(ana);
  expect(screen.queryByLabelText('Value of tier')).toBeNull();
  expect(unsaved()).toBeNull();
  // What the undo is not about stays open.
  expect(screen.getByLabelText('Value of note')).toHaveValue('calls back');
});

it('undoes with a row open in which something was typed, and keeps it', async () => {
  const desk = await sitDown({ ana });
  await desk.write('tier', 'platinum');
  await desk.save();
  await screen.findByText('1 attribute saved');
  await desk.write('tier', 'diamond');
  await desk.undo();
  await screen.findByText('Saved in this session (2)');
  expect(attributes(desk.gladly.attributes('ana'))).toEqual(ana);
  expect(screen.getByLabelText('Value of tier')).toHaveValue('diamond');
  expect(screen.queryByText('Changed elsewhere')).toBeNull();
  await desk.save();
  await screen.findByText('1 attribute saved');
  expect(attributes(desk.gladly.attributes('ana'))).toEqual({ ...ana, tier: '"diamond"' });
});

it('keeps the drafts of both profiles when one is merged into the other', async () => {
  const desk = await sitDown({ ana, bo });
  await desk.write('tier', 'platinum');
  await desk.turnTo('bo');
  await desk.write('note', 'prefers post');
  desk.gladly.merge('ana', 'bo');
  await desk.turnTo('ana');
  await desk.lookAgain();
  await screen.findByRole('heading', { level: 1, name: 'bo' });
  await screen.findByText('Profiles were merged');
  expect(await screen.findByLabelText('Value of tier')).toHaveValue('platinum');
  expect(screen.getByLabelText('Value of note')).toHaveValue('prefers post');
  expect(unsaved()).toHaveTextContent('2 unsaved changes');
  await desk.press('Keep mine: tier');
  await desk.save();
  await screen.findByText('2 attributes saved');
  expect(attributes(desk.gladly.attributes('bo'))).toEqual({
    tier: '"platinum"',
    note: '"prefers post"',
  });
});

it('brings a discarded text back into the row that was only opened since', async () => {
  const desk = await sitDown({ ana });
  await desk.write('tier', 'platinum');
  await desk.press('Discard');
  await desk.open('tier');
  await desk.press('Bring back');
  expect(await screen.findByLabelText('Value of tier')).toHaveValue('platinum');
  expect(unsaved()).toHaveTextContent('1 unsaved change');
});

it('brings a discarded text back beside what was typed since, for the agent to choose', async () => {
  const desk = await sitDown({ ana });
  await desk.write('tier', 'platinum');
  await desk.press('Discard');
  await desk.write('tier', 'diamond');
  await desk.press('Bring back');
  await screen.findByText('You have two edits of tier');
  const values = screen.getAllByLabelText('Value of tier');
  expect(values.map((control) => (control as HTMLTextAreaElement).value).toSorted()).toEqual([
    'diamond',
    'platinum',
  ]);
  expect(unsaved()).toHaveTextContent('2 unsaved changes');
  await desk.save();
  await screen.findByText('1 attribute needs a correction');
  await desk.press('Use this one: tier');
  expect(screen.getByLabelText('Value of tier')).toHaveValue('platinum');
  expect(screen.getByLabelText('Value of tier')).toHaveFocus();
  await desk.save();
  await screen.findByText('1 attribute saved');
  expect(attributes(desk.gladly.attributes('ana'))).toEqual({ ...ana, tier: '"platinum"' });
});

it('brings a discarded attribute without a name back beside another', async () => {
  const desk = await sitDown({ ana });
  const value = () => screen.findByRole('textbox', { name: 'Value' });
  await desk.press('Add attribute');
  await desk.user.type(await value(), 'Green');
  await desk.press('Discard');
  await desk.press('Add attribute');
  await desk.user.type(await value(), 'Blue');
  await desk.press('Bring back');
  const values = await screen.findAllByRole('textbox', { name: 'Value' });
  expect(values.map((control) => (control as HTMLTextAreaElement).value)).toEqual([
    'Green',
    'Blue',
  ]);
});

it('lets the agent choose when both profiles of a merge have a draft of one attribute', async () => {
  const desk = await sitDown({ ana, bo });
  await desk.write('tier', 'platinum');
  await desk.turnTo('bo');
  await desk.write('tier', 'plus');
  desk.gladly.merge('ana', 'bo');
  await desk.turnTo('ana');
  await desk.lookAgain();
  const notice = within(await screen.findByRole('group', { name: 'You have two edits of tier' }));
  const versions = notice.getAllByRole('definition').map(({ textContent }) => textContent);
  expect(versions).toEqual(['platinum', 'plus']);
  await desk.press('Use the other: tier');
  expect(screen.getByLabelText('Value of tier')).toHaveValue('plus');
  await desk.save();
  await screen.findByText('1 attribute saved');
  expect(attributes(desk.gladly.attributes('bo'))).toEqual({ ...bo, tier: '"plus"' });
});

it('never has two rows for one attribute where only one is shown', async () => {
  const desk = await sitDown({ ana });
  await desk.press('Add attribute');
  await desk.user.type(await screen.findByRole('textbox', { name: 'Name' }), 'tier');
  await desk.user.type(screen.getByLabelText('Value of tier'), 'platinum');
  await desk.press('Keep mine: tier');
  await desk.press('Edit tier');
  expect(screen.getByLabelText('Value of tier')).toHaveValue('platinum');
  expect(screen.getByLabelText('Value of tier')).toHaveFocus();
  await desk.press('Cancel the edit of tier');
  expect(screen.queryByLabelText('Value of tier')).toBeNull();
  await desk.write('tier', 'platinum');
  await desk.press('Add attribute');
  await desk.user.type(await screen.findByRole('textbox', { name: 'Name' }), 'tier');
  await desk.user.type(screen.getAllByLabelText('Value of tier')[0] ?? document.body, 'plus');
  expect(screen.queryByRole('button', { name: 'Keep mine: tier' })).toBeNull();
  await desk.press('Use this one: tier');
  expect(unsaved()).toHaveTextContent('1 unsaved change');
  await desk.save();
  await screen.findByText('1 attribute saved');
  expect(attributes(desk.gladly.attributes('ana'))).toEqual({ ...ana, tier: '"plus"' });
});
