import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { sitDown, unsaved } from './desk.tsx';

const ana = { tier: '"gold"', note: '"calls back"' };
const bo = { tier: '"basic"', note: '"prefers mail"' };
const attributes = (entries: [string, string][]) => Object.fromEntries(entries);
const undoButtons = () => screen.queryAllByRole('button', { name: /^Undo the save of/ });

it('shows what a colleague has set as a conflict when the answer to the save was lost', async () => {
  const desk = await sitDown({ ana });
  await desk.write('tier', 'platinum');
  desk.gladly.changeElsewhere('ana', { set: { tier: '"silver"' } });
  desk.loseAnswers();
  await desk.save();
  await screen.findByText('Changed elsewhere');
  // The second press saves nothing either before somebody decides, and what nobody here wrote is nobody's to undo.
  await desk.save();
  await screen.findByText('Decide about the attributes that were changed elsewhere first');
  expect(undoButtons()).toEqual([]);
  expect(attributes(desk.gladly.attributes('ana'))).toEqual({ ...ana, tier: '"silver"' });
});

it('does not undo what was there before the save', async () => {
  const desk = await sitDown({ ana });
  await desk.write('tier', 'platinum');
  await desk.write('note', 'calls twice');
  desk.gladly.changeElsewhere('ana', { set: { tier: '"platinum"' } });
  await desk.save();
  const report = await screen.findByText('2 attributes saved');
  expect(report.parentElement).toHaveTextContent('Already so before this save: tier');
  await desk.undo();
  await screen.findByText('1 attribute is as before');
  expect(attributes(desk.gladly.attributes('ana'))).toEqual({ ...ana, tier: '"platinum"' });
});

it('tells on coming back what became of a save', async () => {
  const desk = await sitDown({ ana, bo });
  await desk.write('tier', 'platinum');
  desk.gladly.failNext({ kind: 'status', status: 429, method: 'PATCH' });
  const release = desk.holdAnswers();
  await desk.save();
  await desk.turnTo('bo');
  release();
  await desk.answered();
  expect(screen.queryByText(/^Not saved/)).toBeNull();
  await desk.turnTo('ana');
  await screen.findByText('Not saved: Gladly is taking no more requests for the moment');
  expect(screen.getByLabelText('Value of tier')).toHaveValue('platinum');
  // Once is enough.
  await desk.turnTo('bo');
  await desk.turnTo('ana');
  await screen.findByLabelText('Value of tier');
  expect(screen.queryByText(/^Not saved/)).toBeNull();
});

it('marks on coming back what Gladly refused', async () => {
  const desk = await sitDown({ ana, bo }, { attributeValues: 'scalars' });
  await desk.open('tier');
  await desk.user.selectOptions(screen.getByLabelText('Type of tier'), 'JSON');
  await desk.write('tier', '[1]');
  const release = desk.holdAnswers();
  await desk.save();
  await desk.turnTo('bo');
  release();
  await desk.answered();
  await desk.turnTo('ana');
  await screen.findByText('Not saved: Gladly refused the change');
  expect(screen.getByLabelText('Value of tier')).toBeInvalid();
});

it('knows on coming back that a save is under way, and sends no second one', async () => {
  const desk = await sitDown({ ana, bo });
  await desk.write('tier', 'platinum');
  const release = desk.holdAnswers();
  await desk.save();
  await desk.turnTo('bo');
  await desk.turnTo('ana');
  expect(await screen.findByRole('button', { name: 'Saving…' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await desk.save();
  release();
  await screen.findByText('1 attribute saved');
  expect(desk.gladly.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  expect(unsaved()).toBeNull();
});

it('does not show the old value again when a look that began before the save is answered after it', async () => {
  const desk = await sitDown({ ana });
  await desk.write('tier', 'platinum');
  const release = await desk.beginLook();
  await desk.save();
  await screen.findByText('1 attribute saved');
  release();
  await desk.settled();
  expect(screen.getByText('platinum')).toBeVisible();
  expect(screen.queryByText('gold')).toBeNull();
});

it('opens for a decision what could not be undone while the agent was elsewhere', async () => {
  const desk = await sitDown({ ana, bo });
  await desk.write('tier', 'platinum');
  await desk.save();
  await screen.findByText('1 attribute saved');
  desk.gladly.changeElsewhere('ana', { set: { tier: '"silver"' } });
  const release = desk.holdAnswers();
  await desk.undo();
  await desk.turnTo('bo');
  release();
  await desk.answered();
  await desk.turnTo('ana');
  await screen.findByText('Not undone: somebody changed the same attribute since');
  expect(screen.getByText('Changed elsewhere')).toBeVisible();
  expect(screen.getByLabelText('Value of tier')).toHaveValue('gold');
});

it('speaks of a failed undo as an undo', async () => {
  const desk = await sitDown({ ana });
  await desk.write('tier', 'platinum');
  await desk.save();
  await screen.findByText('1 attribute saved');
  desk.gladly.failNext({ kind: 'status', status: 503, method: 'GET', times: 3 });
  await desk.undo();
  const title = await screen.findByText('Not undone: Gladly cannot be reached');
  const notice = within(title.closest<HTMLElement>('.notice') ?? document.body);
  expect(notice.getByText(/Press Undo again/)).toBeVisible();
  expect(notice.queryByText(/edits|[Ss]ave again/)).toBeNull();
  await desk.undo();
  await screen.findByText('1 attribute is as before');
  expect(attributes(desk.gladly.attributes('ana'))).toEqual(ana);
});

it('undoes a removal where the brand clears with an empty text', async () => {
  const desk = await sitDown({ ana }, { customAttributes: 'merge', clearWithEmptyString: true });
  await desk.open('tier');
  await desk.press('Remove tier');
  await desk.save();
  await screen.findByText('1 attribute saved');
  expect(attributes(desk.gladly.attributes('ana'))).toEqual({ ...ana, tier: '""' });
  await desk.undo();
  await screen.findByText('Saved in this session (2)');
  expect(attributes(desk.gladly.attributes('ana'))).toEqual(ana);
  expect(screen.queryByText('Changed elsewhere')).toBeNull();
});
