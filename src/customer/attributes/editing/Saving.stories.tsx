import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ComponentProps } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import { sticksOut } from '../../../../.storybook/Frame.tsx';
import {
  answersWhenSaving,
  gladlyAnswers,
  inWorld,
  loadServices,
  servicesOf,
  tellSignedIn,
  withServices,
  type Canvas,
  type UserEvent,
} from '../../../../.storybook/services.tsx';
import { CustomerPanel } from '../../CustomerPanel.tsx';
import { rowFor } from './editRow.ts';

const maya = 'maya-lindqvist-0001';
const daniel = 'cust-daniel-reyes';

const meta = {
  title: 'Customer/Attributes/Saving',
  component: CustomerPanel,
  args: { customerId: daniel, onRedirected: fn() },
  loaders: [loadServices],
  decorators: [withServices],
} satisfies Meta<typeof CustomerPanel>;

export default meta;
type Story = StoryObj<typeof meta>;
type Context = Parameters<NonNullable<Story['play']>>[0];

async function open(canvas: Canvas, userEvent: UserEvent, key: string): Promise<HTMLElement> {
  await userEvent.click(await canvas.findByRole('button', { name: `Edit ${key}` }));
  return canvas.findByLabelText(`Value of ${key}`);
}

async function change(canvas: Canvas, userEvent: UserEvent, key: string, text: string) {
  const control = await open(canvas, userEvent, key);
  await userEvent.clear(control);
  await userEvent.click(control);
  await userEvent.paste(text);
  return control;
}

const save = (canvas: Canvas, userEvent: UserEvent) =>
  userEvent.click(canvas.getByRole('button', { name: 'Save' }));

/** What is told about the save, and where: the notice with the title. */
async function report(canvas: Canvas, title: string | RegExp): Promise<HTMLElement> {
  const notice = (await canvas.findByText(title)).closest<HTMLElement>('.notice');
  if (!notice) throw new Error('The text stands in no notice.');
  return notice;
}

const inGladly = (context: Context, id: string) =>
  Object.fromEntries(servicesOf(context).gladly.attributes(id));

export const Saving: Story = {
  async play({ canvas, userEvent, ...context }) {
    await change(canvas, userEvent, 'membershipTier', 'Gold');
    servicesOf(context).hold(/custom-attributes/);
    await save(canvas, userEvent);
    const button = await canvas.findByRole('button', { name: 'Saving…' });
    await expect(button).toHaveFocus();
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Control>}s{/Control}');
    await userEvent.click(canvas.getByRole('button', { name: 'Discard' }));
    await expect(canvas.getByLabelText('Value of membershipTier')).toHaveValue('Gold');
  },
};

export const Saved: Story = {
  async play(context) {
    const { canvas, userEvent } = context;
    await change(canvas, userEvent, 'membershipTier', 'Gold');
    await save(canvas, userEvent);
    await expect(await report(canvas, '1 attribute saved')).toHaveFocus();
    await expect(canvas.getByText('Gold')).toBeVisible();
    await expect(canvas.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
    await expect(inGladly(context, daniel)['membershipTier']).toBe('"Gold"');
  },
};

export const SavedDark: Story = { ...Saved, globals: { theme: 'dark' } };

/** An edit, an addition and a removal at once; numbers arrive as they were typed. */
export const SavedSeveral: Story = {
  async play(context) {
    const { canvas, userEvent } = context;
    await change(canvas, userEvent, 'loyaltyPoints', '12345678901234567890');
    await open(canvas, userEvent, 'lastOrderNumber');
    await userEvent.click(canvas.getByRole('button', { name: 'Remove lastOrderNumber' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Add attribute' }));
    await userEvent.type(canvas.getByRole('textbox', { name: 'Name' }), 'colour');
    await userEvent.type(canvas.getByLabelText('Value of colour'), 'Green');
    await save(canvas, userEvent);
    await report(canvas, '3 attributes saved');
    await expect(canvas.getByText('12345678901234567890', { selector: '.value' })).toBeVisible();
    await expect(inGladly(context, daniel)).toEqual({
      membershipTier: '"Silver"',
      loyaltyPoints: '12345678901234567890',
      newsletter: 'true',
      deliveryNotes: '"Gate code 4471."',
      colour: '"Green"',
    });
  },
};

export const SavedWhileOthersChanged: Story = {
  async play({ canvas, userEvent, ...context }) {
    const { gladly, hold } = servicesOf(context);
    await change(canvas, userEvent, 'membershipTier', 'Gold');
    const letGo = gladly.holdNext({ method: 'GET', skip: 1 });
    const release = hold(/custom-attributes/);
    await save(canvas, userEvent);
    release();
    await waitFor(() =>
      expect(gladly.requests.some(({ method }) => method === 'PATCH')).toBe(true),
    );
    gladly.changeElsewhere(daniel, { set: { loyaltyPoints: '421' } });
    letGo();
    await expect(await report(canvas, '1 attribute saved')).toHaveTextContent(
      'Meanwhile changed by others: loyaltyPoints',
    );
    await expect(canvas.getByText('421')).toBeVisible();
  },
};

/** Where Gladly merges, leaving a key out removes nothing. */
export const SavedAltered: Story = {
  parameters: inWorld({ world: { customAttributes: 'merge' } }),
  async play({ canvas, userEvent }) {
    await change(canvas, userEvent, 'loyaltyPoints', '421');
    await open(canvas, userEvent, 'membershipTier');
    await userEvent.click(canvas.getByRole('button', { name: 'Remove membershipTier' }));
    await save(canvas, userEvent);
    const notice = await report(canvas, 'Not everything was saved as you wrote it');
    await expect(notice).toHaveRole('alert');
    await expect(within(notice).getByText('loyaltyPoints: saved')).toBeVisible();
    await expect(notice).toHaveTextContent('membershipTier: not saved, it is still "Silver"');
    await expect(canvas.getByText('Will be removed when you save.')).toBeVisible();
    await expect(canvas.getByText('1 unsaved change')).toBeVisible();
  },
};

/** Gladly says yes and keeps nothing. */
export const Missing: Story = {
  async play({ canvas, userEvent, ...context }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Add attribute' }));
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Name' }), 'colour');
    await userEvent.type(canvas.getByLabelText('Value of colour'), 'Green');
    servicesOf(context).gladly.failNext({ method: 'PATCH', kind: 'status', status: 204 });
    await save(canvas, userEvent);
    await expect(await report(canvas, 'Nothing was saved')).toHaveTextContent(
      'colour: not saved, it is not there',
    );
    await expect(canvas.getByLabelText('Value of colour')).toHaveValue('Green');
  },
};

/** Another agent was faster: nothing is saved before somebody decides. */
async function provokeConflict({ canvas, userEvent, ...context }: Context) {
  const { gladly } = servicesOf(context);
  await change(canvas, userEvent, 'membershipTier', 'Gold');
  gladly.changeElsewhere(daniel, { set: { membershipTier: '"Platinum"' } });
  await save(canvas, userEvent);
  await report(canvas, 'Not saved: somebody changed the same attribute');
}

const keepMine = (canvas: Canvas) =>
  canvas.findByRole('button', { name: 'Keep mine: membershipTier' });

export const Conflict: Story = {
  async play(context) {
    await provokeConflict(context);
    const { canvas } = context;
    await expect(await keepMine(canvas)).toHaveFocus();
    const conflict = within(
      (await canvas.findByText('Changed elsewhere')).parentElement ?? document.body,
    );
    const versions = conflict.getAllByRole('definition').map(({ textContent }) => textContent);
    await expect(versions).toEqual(['Silver', 'Platinum', 'Gold']);
    await expect(inGladly(context, daniel)['membershipTier']).toBe('"Platinum"');
  },
};

export const ConflictDark: Story = { ...Conflict, globals: { theme: 'dark' } };

export const ConflictNarrow258: Story = {
  parameters: { width: 258 },
  async play(context) {
    await provokeConflict(context);
    await expect(await keepMine(context.canvas)).toBeVisible();
    await expect(sticksOut(context.canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const ConflictDeletedElsewhere: Story = {
  async play({ canvas, userEvent, ...context }) {
    await change(canvas, userEvent, 'membershipTier', 'Gold');
    servicesOf(context).gladly.changeElsewhere(daniel, { remove: ['membershipTier'] });
    await save(canvas, userEvent);
    await expect(await keepMine(canvas)).toHaveFocus();
    const row = (await canvas.findByText('Changed elsewhere')).closest('li');
    await expect(row).toHaveTextContent(/NowRemovedYoursGold/);
    await expect(row?.closest('ul')).toHaveAccessibleName('Attributes being edited');
  },
};

/** We remove what somebody else has just changed. */
export const ConflictWithRemoval: Story = {
  async play({ canvas, userEvent, ...context }) {
    await open(canvas, userEvent, 'membershipTier');
    await userEvent.click(canvas.getByRole('button', { name: 'Remove membershipTier' }));
    servicesOf(context).gladly.changeElsewhere(daniel, { set: { membershipTier: '"Platinum"' } });
    await save(canvas, userEvent);
    await userEvent.click(await keepMine(canvas));
    await expect(canvas.queryByText('Changed elsewhere')).toBeNull();
    await expect(canvas.getByRole('button', { name: 'Keep membershipTier' })).toHaveFocus();
  },
};

export const KeepMine: Story = {
  async play(context) {
    await provokeConflict(context);
    const { canvas, userEvent } = context;
    await userEvent.click(await keepMine(canvas));
    await expect(canvas.queryByText('Changed elsewhere')).toBeNull();
    await expect(canvas.getByLabelText('Value of membershipTier')).toHaveFocus();
    await save(canvas, userEvent);
    await report(canvas, '1 attribute saved');
    await expect(inGladly(context, daniel)['membershipTier']).toBe('"Gold"');
  },
};

export const TakeTheirs: Story = {
  async play(context) {
    await provokeConflict(context);
    const { canvas, userEvent } = context;
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Take theirs: membershipTier' }),
    );
    await expect(canvas.getByText('Platinum')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Edit membershipTier' })).toHaveFocus();
  },
};

/** A refresh tells it before any save does. */
export const ConflictByRefresh: Story = {
  async play({ canvas, userEvent, ...context }) {
    const { gladly, queryClient } = servicesOf(context);
    const control = await change(canvas, userEvent, 'membershipTier', 'Gold');
    gladly.changeElsewhere(daniel, { set: { membershipTier: '"Platinum"' } });
    await queryClient.invalidateQueries();
    await expect(await canvas.findByText('Changed elsewhere')).toBeVisible();
    await expect(control).toHaveFocus();
    await save(canvas, userEvent);
    await report(canvas, 'Decide about the attributes that were changed elsewhere first');
    await expect(gladly.requests.some(({ method }) => method === 'PATCH')).toBe(false);
  },
};

interface Failing {
  title: string;
  body: RegExp;
  fail: (context: Context) => void;
}

/** What was typed is still there, and goes through once Gladly takes it. */
const failsThenSaves = ({ title, body, fail }: Failing): Pick<Story, 'play'> => ({
  async play(context) {
    const { canvas, userEvent } = context;
    const control = await change(canvas, userEvent, 'membershipTier', 'Gold');
    fail(context);
    await save(canvas, userEvent);
    const notice = await report(canvas, title);
    await expect(notice).toHaveRole('alert');
    await expect(notice).toHaveTextContent(body);
    await expect(control).toHaveValue('Gold');
    await expect(canvas.getByText('1 unsaved change')).toBeVisible();
  },
});

export const FailedRateLimited: Story = failsThenSaves({
  title: 'Not saved: Gladly is taking no more requests for the moment',
  body: /Nothing was saved\. Wait a few seconds/,
  fail: (context) =>
    servicesOf(context).gladly.failNext({ method: 'PATCH', kind: 'status', status: 429 }),
});

export const FailedUpstream: Story = failsThenSaves({
  title: 'Not saved: Gladly cannot be reached',
  body: /Your edits are still here/,
  fail: (context) => gladlyAnswers(servicesOf(context).gladly, 503),
});

export const FailedUpstreamDark: Story = { ...FailedUpstream, globals: { theme: 'dark' } };

/** It was written, but neither the answer nor a look at it came through. */
function cutAfterWriting(context: Context) {
  const { gladly } = servicesOf(context);
  gladly.failNext({ method: 'PATCH', kind: 'cut', applied: true });
  gladly.failNext({ method: 'GET', kind: 'status', status: 503, skip: 1, times: Infinity });
}

export const FailedUnverified: Story = failsThenSaves({
  title: 'Nobody knows yet whether this was saved',
  body: /nothing is written twice/,
  fail: cutAfterWriting,
});

export const UnverifiedThenSaved: Story = {
  async play(context) {
    const { canvas, userEvent } = context;
    const { gladly } = servicesOf(context);
    await change(canvas, userEvent, 'membershipTier', 'Gold');
    cutAfterWriting(context);
    await save(canvas, userEvent);
    await report(canvas, 'Nobody knows yet whether this was saved');
    gladly.clearFaults();
    await save(canvas, userEvent);
    await report(canvas, '1 attribute saved');
    await expect(gladly.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  },
};

export const FailedGone: Story = {
  ...failsThenSaves({
    title: 'Not saved: this customer is gone',
    body: /still here to copy/,
    fail: (context) => gladlyAnswers(servicesOf(context).gladly, 404),
  }),
};

const failsBy = (code: Parameters<typeof answersWhenSaving>[0], title: string): Story => ({
  parameters: inWorld({ fetch: answersWhenSaving(code) }),
  ...failsThenSaves({ title, body: /./, fail() {} }),
});

export const FailedForbidden = failsBy('forbidden', 'Not saved: you may not change this profile');
export const FailedUnauthenticated = failsBy(
  'unauthenticated',
  'Not saved: you are not signed in any more',
);
/** The sign-in ends while the agent edits: the edit stays, and is saved by the agent who signed in again. */
export const SignedOutAndInAgain: Story = {
  async play(context) {
    const { canvas, userEvent } = context;
    const { setSignedOut } = servicesOf(context);
    await change(canvas, userEvent, 'membershipTier', 'Platinum');
    setSignedOut(true);
    await save(canvas, userEvent);
    await report(canvas, 'Not saved: you are not signed in any more');
    await expect(await canvas.findByRole('link', { name: /^Sign in again/ })).toBeVisible();
    setSignedOut(false);
    tellSignedIn();
    await waitFor(() => expect(canvas.queryByText(/you are not signed in any more/)).toBeNull());
    await expect(canvas.getByLabelText('Value of membershipTier')).toHaveValue('Platinum');
    await save(canvas, userEvent);
    await report(canvas, '1 attribute saved');
    await expect(inGladly(context, daniel)['membershipTier']).toBe('"Platinum"');
  },
};
export const FailedTooLarge = failsBy('too_large', 'Not saved: too much at once');
const notThereYet = 'Not there yet: nobody knows whether it still arrives';
/** The answer was lost, so the panel looked what is there. */
export const FailedInternal = failsBy('internal', notThereYet);
export const FailedBadRequest = failsBy('bad_request', 'Not saved: the request was not understood');
export const FailedUnreachable = failsBy('unreachable', notThereYet);
export const FailedUnreadable = failsBy('unreadable', notThereYet);

/** A Gladly that takes no object: the refused attribute says so itself. */
export const FailedInvalid: Story = {
  parameters: inWorld({ world: { attributeValues: 'scalars' } }),
  async play({ canvas, userEvent }) {
    await open(canvas, userEvent, 'membershipTier');
    await userEvent.selectOptions(canvas.getByLabelText('Type of membershipTier'), 'JSON');
    const control = canvas.getByLabelText('Value of membershipTier');
    await userEvent.clear(control);
    await userEvent.click(control);
    await userEvent.paste('{"name": "Gold"}');
    await save(canvas, userEvent);
    await report(canvas, 'Not saved: Gladly refused the change');
    await waitFor(() => expect(control).toBeInvalid());
    await expect(control).toHaveAccessibleDescription(/^Gladly refused this change/);
    await waitFor(() => expect(control).toHaveFocus());
  },
};

/** The host's part: it shows the survivor from now on. */
function Redirecting(props: ComponentProps<typeof CustomerPanel>) {
  const [customerId, setCustomerId] = useState(props.customerId);
  return (
    <CustomerPanel
      {...props}
      customerId={customerId}
      onRedirected={(from, to) => {
        props.onRedirected(from, to);
        setCustomerId(to);
      }}
    />
  );
}

async function mergeBeforeSaving({ canvas, userEvent, ...context }: Context) {
  await change(canvas, userEvent, 'membershipTier', 'Diamond');
  servicesOf(context).gladly.merge(daniel, maya);
  await save(canvas, userEvent);
  await report(canvas, 'Not saved: this profile was merged into another one');
}

export const FailedMoved: Story = {
  async play(context) {
    await mergeBeforeSaving(context);
    await expect(context.canvas.getByLabelText('Value of membershipTier')).toHaveValue('Diamond');
    await expect(
      context.canvas.getByRole('button', { name: 'Open the valid profile' }),
    ).toBeVisible();
  },
};

/** The edit goes along, and the survivor's own value stands against it. */
export const SurvivorOpened: Story = {
  render: (args) => <Redirecting {...args} />,
  async play(context) {
    await mergeBeforeSaving(context);
    const { canvas, userEvent } = context;
    await userEvent.click(canvas.getByRole('button', { name: 'Open the valid profile' }));
    await canvas.findByRole('heading', { name: 'Maya Lindqvist' });
    await expect(canvas.getByText('Profiles were merged')).toBeVisible();
    await expect(await canvas.findByLabelText('Value of membershipTier')).toHaveValue('Diamond');
    await expect(canvas.getByText('Changed elsewhere')).toBeVisible();
    await expect(canvas.getByRole('article')).toHaveFocus();
  },
};

/** Both profiles of a merge had an edit of the same attribute: the agent sees both and chooses. */
export const SurvivorWithOwnDraft: Story = {
  parameters: inWorld({
    arrange({ drafts, gladly }) {
      drafts.set({ id: daniel, name: 'Daniel Reyes' }, [
        { ...rowFor('membershipTier', '"Silver"'), text: 'Diamond' },
      ]);
      drafts.set({ id: maya, name: 'Maya Lindqvist' }, [
        { ...rowFor('membershipTier', '"Gold"'), text: 'Platinum' },
      ]);
      gladly.merge(daniel, maya);
    },
  }),
  render: (args) => <Redirecting {...args} />,
  async play({ canvas, userEvent }) {
    const group = await canvas.findByRole('group', {
      name: 'You have two edits of membershipTier',
    });
    const versions = within(group).getAllByRole('definition');
    await expect(versions.map(({ textContent }) => textContent)).toEqual(['Diamond', 'Platinum']);
    await expect(canvas.getByText('2 unsaved changes')).toBeVisible();
    await expect(canvas.queryByText('Changed elsewhere')).toBeNull();
    await save(canvas, userEvent);
    await report(canvas, '1 attribute needs a correction');
  },
};

export const SurvivorWithOwnDraftDark: Story = {
  ...SurvivorWithOwnDraft,
  globals: { theme: 'dark' },
};

export const SurvivorWithOwnDraftNarrow258: Story = {
  ...SurvivorWithOwnDraft,
  parameters: { ...SurvivorWithOwnDraft.parameters, width: 258 },
  async play({ canvas, canvasElement }) {
    await canvas.findByText('You have two edits of membershipTier');
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

/** The chosen text takes the other's place, on the survivor's own value. */
export const SurvivorDraftChosen: Story = {
  ...SurvivorWithOwnDraft,
  async play(context) {
    const { canvas, userEvent } = context;
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Use this one: membershipTier' }),
    );
    const control = canvas.getByLabelText('Value of membershipTier');
    await expect(control).toHaveValue('Diamond');
    await expect(control).toHaveFocus();
    await save(canvas, userEvent);
    await report(canvas, '1 attribute saved');
    await expect(inGladly(context, maya)['membershipTier']).toBe('"Diamond"');
  },
};

/** From the list to the report without a pointer. */
export const KeyboardOnly: Story = {
  args: { customerId: 'cust-suharto' },
  async play(context) {
    const { canvas, userEvent } = context;
    const button = await canvas.findByRole('button', { name: 'Edit loyaltyPoints' });
    for (let steps = 0; steps < 12 && document.activeElement !== button; steps += 1)
      await userEvent.tab();
    await expect(button).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    const control = await canvas.findByLabelText('Value of loyaltyPoints');
    await expect(control).toHaveFocus();
    await userEvent.keyboard('{Control>}a{/Control}40{Control>}s{/Control}');
    await expect(await report(canvas, '1 attribute saved')).toHaveFocus();
    await expect(inGladly(context, 'cust-suharto')['loyaltyPoints']).toBe('40');
  },
};

const undo = async (canvas: Canvas, userEvent: UserEvent) => {
  const [button] = await canvas.findAllByRole('button', { name: /^Undo the save of/ });
  if (!button) throw new Error('There is nothing to undo.');
  await userEvent.click(button);
};

/** A save is taken back, and the taking back as well. */
export const Undone: Story = {
  async play(context) {
    const { canvas, userEvent } = context;
    await change(canvas, userEvent, 'membershipTier', 'Gold');
    await save(canvas, userEvent);
    await report(canvas, '1 attribute saved');
    await undo(canvas, userEvent);
    await waitFor(() => expect(inGladly(context, daniel)['membershipTier']).toBe('"Silver"'));
    await canvas.findByText('Saved in this session (2)');
    await undo(canvas, userEvent);
    await waitFor(() => expect(inGladly(context, daniel)['membershipTier']).toBe('"Gold"'));
  },
};

/** What somebody changed since is not overwritten by an undo: it opens for a decision. */
export const UndoConflict: Story = {
  async play(context) {
    const { canvas, userEvent } = context;
    await change(canvas, userEvent, 'membershipTier', 'Gold');
    await save(canvas, userEvent);
    await report(canvas, '1 attribute saved');
    servicesOf(context).gladly.changeElsewhere(daniel, { set: { membershipTier: '"Platinum"' } });
    await undo(canvas, userEvent);
    await expect(await canvas.findByText('Changed elsewhere')).toBeVisible();
    await expect(canvas.getByLabelText('Value of membershipTier')).toHaveValue('Silver');
    await expect(inGladly(context, daniel)['membershipTier']).toBe('"Platinum"');
  },
};

/** One part of an object is changed; every other part arrives as it was, to the digit. */
export const SavedInParts: Story = {
  args: { customerId: maya },
  async play(context) {
    const { canvas, userEvent } = context;
    const before = inGladly(context, maya)['lastOrder'] ?? '';
    await open(canvas, userEvent, 'lastOrder');
    await userEvent.click(canvas.getByRole('button', { name: 'Edit in parts' }));
    const control = await canvas.findByLabelText('Value of lastOrder › number');
    await userEvent.clear(control);
    await userEvent.type(control, 'EO-1');
    await save(canvas, userEvent);
    await report(canvas, '1 attribute saved');
    await expect(inGladly(context, maya)['lastOrder']).toBe(before.replace('EO-20931', 'EO-1'));
  },
};
