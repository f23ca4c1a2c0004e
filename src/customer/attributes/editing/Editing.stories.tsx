import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ComponentProps } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import { sticksOut } from '../../../../.storybook/Frame.tsx';
import {
  inWorld,
  loadServices,
  servicesOf,
  withServices,
  type Canvas,
  type UserEvent,
} from '../../../../.storybook/services.tsx';
import { createDrafts } from '../drafts.ts';
import { CustomerPanel } from '../../CustomerPanel.tsx';

const maya = 'maya-lindqvist-0001';
const daniel = 'cust-daniel-reyes';

const meta = {
  title: 'Customer/Attributes/Editing',
  component: CustomerPanel,
  args: { customerId: daniel, onRedirected: fn() },
  loaders: [loadServices],
  decorators: [withServices],
} satisfies Meta<typeof CustomerPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Opens an attribute and answers its control, which has the focus. */
async function edit(canvas: Canvas, userEvent: UserEvent, key: string): Promise<HTMLElement> {
  await userEvent.click(await canvas.findByRole('button', { name: `Edit ${key}` }));
  const control = await canvas.findByLabelText(`Value of ${key}`);
  await expect(control).toHaveFocus();
  return control;
}

async function write(userEvent: UserEvent, control: HTMLElement, text: string) {
  await userEvent.clear(control);
  await userEvent.click(control);
  await userEvent.paste(text);
}

const bar = (canvas: Canvas) => within(canvas.getByRole('region', { name: 'Unsaved changes' }));
const save = (canvas: Canvas, userEvent: UserEvent) =>
  userEvent.click(bar(canvas).getByRole('button', { name: 'Save' }));

/** Opened, and nothing typed yet. */
export const EditingText: Story = {
  async play({ canvas, userEvent }) {
    const control = await edit(canvas, userEvent, 'membershipTier');
    await expect(control).toHaveValue('Silver');
    await expect(canvas.getByLabelText('Type of membershipTier')).toHaveDisplayValue('Text');
    await expect(canvas.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
  },
};

export const EditingTextOfManyLines: Story = {
  args: { customerId: maya },
  async play({ canvas, userEvent }) {
    const control = await edit(canvas, userEvent, 'deliveryNotes');
    await userEvent.type(control, '{Enter}Thank you.');
    await expect(control).toHaveValue(
      'Ring the lower bell.\nLeave parcels with number 12 if nobody opens.\n\nNot on Fridays.\nThank you.',
    );
    await expect(control.scrollHeight).toBeLessThanOrEqual(control.clientHeight);
  },
};

export const EscapeClosesUntouched: Story = {
  async play({ canvas, userEvent }) {
    await edit(canvas, userEvent, 'membershipTier');
    await userEvent.keyboard('{Escape}');
    await expect(canvas.queryByLabelText('Value of membershipTier')).toBeNull();
    await expect(canvas.getByRole('button', { name: 'Edit membershipTier' })).toHaveFocus();
  },
};

/** What was typed is not thrown away by one key. */
export const EscapeKeepsChanged: Story = {
  async play({ canvas, userEvent }) {
    const control = await edit(canvas, userEvent, 'membershipTier');
    await userEvent.type(control, '!');
    await userEvent.keyboard('{Escape}');
    await expect(control).toHaveValue('Silver!');
    await expect(control).toHaveFocus();
  },
};

export const EditingNumber: Story = {
  async play({ canvas, userEvent }) {
    const control = await edit(canvas, userEvent, 'loyaltyPoints');
    await write(userEvent, control, '12345678901234567890');
    await expect(bar(canvas).getByText('1 unsaved change')).toBeVisible();
    await expect(control).toBeValid();
  },
};

export const EditingNumberInvalid: Story = {
  async play({ canvas, userEvent }) {
    const control = await edit(canvas, userEvent, 'loyaltyPoints');
    await write(userEvent, control, '1,5');
    await expect(control).toBeValid();
    await save(canvas, userEvent);
    await waitFor(() => expect(control).toBeInvalid());
    await expect(control).toHaveAccessibleDescription(/^This is not a number/);
    await expect(control).toHaveFocus();
    await expect(canvas.getByRole('alert')).toHaveTextContent('1 attribute needs a correction');
  },
};

export const EditingNumberInvalidDark: Story = {
  ...EditingNumberInvalid,
  globals: { theme: 'dark' },
};

/** The message goes as soon as what it says is no longer so. */
export const Corrected: Story = {
  async play({ canvas, userEvent }) {
    const control = await edit(canvas, userEvent, 'loyaltyPoints');
    await write(userEvent, control, '1,5');
    await save(canvas, userEvent);
    await waitFor(() => expect(control).toBeInvalid());
    await write(userEvent, control, '1.5');
    await waitFor(() => expect(control).toBeValid());
  },
};

export const EditingJson: Story = {
  args: { customerId: maya },
  async play({ canvas, userEvent }) {
    const control = await edit(canvas, userEvent, 'lastOrder');
    await expect((control as HTMLTextAreaElement).value).toMatch(
      /^\{\n {2}"number": "EO-20931",\n/,
    );
    await expect(control.scrollHeight).toBeLessThanOrEqual(control.clientHeight);
  },
};

export const EditingJsonNarrow258: Story = {
  ...EditingJson,
  parameters: { width: 258 },
  async play({ canvas, canvasElement, userEvent }) {
    const control = await edit(canvas, userEvent, 'lastOrder');
    await write(userEvent, control, '{"number": "EO-20932"}');
    await expect(bar(canvas).getByRole('button', { name: 'Save' })).toBeVisible();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const EditingJsonInvalid: Story = {
  args: { customerId: maya },
  async play({ canvas, userEvent }) {
    const control = await edit(canvas, userEvent, 'lastOrder');
    await write(userEvent, control, '{\n  "number": EO-20932\n}');
    await save(canvas, userEvent);
    await waitFor(() => expect(control).toHaveAccessibleDescription(/^Line 2, column 13: /));
    await expect(control).toHaveFocus();
  },
};

export const EditingJsonEmpty: Story = {
  args: { customerId: maya },
  async play({ canvas, userEvent }) {
    const control = await edit(canvas, userEvent, 'tags');
    await userEvent.clear(control);
    await save(canvas, userEvent);
    await waitFor(() => expect(control).toHaveAccessibleDescription(/^Write a JSON value such as/));
  },
};

export const EditingBoolean: Story = {
  async play({ canvas, userEvent }) {
    const control = await edit(canvas, userEvent, 'newsletter');
    await expect(control).toHaveDisplayValue('Yes');
    await userEvent.selectOptions(control, 'No');
    await expect(bar(canvas).getByText('1 unsaved change')).toBeVisible();
  },
};

export const EditingNull: Story = {
  args: { customerId: maya },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: /^\d+ empty$/ }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit referredBy' }));
    const type = await canvas.findByLabelText('Type of referredBy');
    await expect(type).toHaveDisplayValue('No value');
    await expect(type).toHaveFocus();
    await expect(canvas.getByText(/Saves the JSON value null/)).toBeVisible();
  },
};

/** "007" stays a text until somebody decides otherwise, and then says so. */
export const ChangedType: Story = {
  args: { customerId: maya },
  async play({ canvas, userEvent }) {
    const control = await edit(canvas, userEvent, 'lifetimeValue');
    await expect(control).toHaveValue('1284.50');
    await userEvent.selectOptions(canvas.getByLabelText('Type of lifetimeValue'), 'Number');
    const number = canvas.getByLabelText('Value of lifetimeValue');
    await expect(number).toHaveValue('1284.50');
    await expect(number).toHaveAccessibleDescription('Was text, will be saved as number.');
  },
};

/** A type in which what was typed cannot stand as it is. */
export const ChangedTypeToNotChosen: Story = {
  async play({ canvas, userEvent }) {
    await edit(canvas, userEvent, 'deliveryNotes');
    const type = canvas.getByLabelText('Type of deliveryNotes');
    await userEvent.selectOptions(type, 'Yes or no');
    await userEvent.click(
      canvas.getByRole('button', { name: 'Change deliveryNotes to yes or no' }),
    );
    await expect(type).toHaveFocus();
    await save(canvas, userEvent);
    const control = canvas.getByLabelText('Value of deliveryNotes');
    await waitFor(() => expect(control).toHaveAccessibleDescription(/^Choose Yes or No\./));
  },
};

/** Nothing is lost before the agent says so, in the same words as for a part of a value. */
export const ConfirmTypeChange: Story = {
  async play({ canvas, userEvent }) {
    const control = await edit(canvas, userEvent, 'deliveryNotes');
    const type = canvas.getByLabelText('Type of deliveryNotes');
    await userEvent.selectOptions(type, 'Yes or no');
    await expect(
      canvas.getByText('Changing to yes or no loses the text “Gate code 4471.”.'),
    ).toBeVisible();
    await expect(control).toHaveValue('Gate code 4471.');
    await expect(canvas.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
    const keep = canvas.getByRole('button', { name: 'Keep deliveryNotes as text' });
    keep.focus();
    // The answer alone: the row stays open.
    await userEvent.keyboard('{Escape}');
    await expect(type).toHaveFocus();
    await expect(type).toHaveDisplayValue('Text');
    await expect(control).toHaveValue('Gate code 4471.');
    await userEvent.selectOptions(type, 'No value');
    await expect(type).toHaveDisplayValue('No value');
  },
};

export const ConfirmTypeChangeDark: Story = { ...ConfirmTypeChange, globals: { theme: 'dark' } };

export const ConfirmTypeChangeNarrow258: Story = {
  ...ConfirmTypeChange,
  parameters: { width: 258 },
  async play(context) {
    const { canvas, userEvent, canvasElement } = context;
    await edit(canvas, userEvent, 'deliveryNotes');
    await userEvent.selectOptions(canvas.getByLabelText('Type of deliveryNotes'), 'No value');
    await expect(canvas.getByText(/^Changing to no value loses/)).toBeVisible();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

/** Typing on answers as well: what would be lost is no longer what was asked about. */
export const TypeChangeTypedOver: Story = {
  async play({ canvas, userEvent }) {
    const control = await edit(canvas, userEvent, 'deliveryNotes');
    const type = canvas.getByLabelText('Type of deliveryNotes');
    await userEvent.selectOptions(type, 'Yes or no');
    await userEvent.type(control, '!');
    await expect(canvas.queryByText(/^Changing to/)).toBeNull();
    await expect(type).toHaveDisplayValue('Text');
    await expect(control).toHaveValue('Gate code 4471.!');
  },
};

/** An object becomes the text that is its JSON: nothing is lost, and so nothing is asked. */
export const ChangedTypeOfObject: Story = {
  args: { customerId: maya },
  async play({ canvas, userEvent }) {
    await edit(canvas, userEvent, 'lastOrder');
    const type = canvas.getByLabelText('Type of lastOrder');
    await userEvent.selectOptions(type, 'Text');
    const control = canvas.getByLabelText('Value of lastOrder');
    await expect((control as HTMLTextAreaElement).value).toMatch(/^\{"number":"EO-20931"/);
    await expect(control).toHaveAccessibleDescription('Was object, will be saved as text.');
    await userEvent.selectOptions(type, 'Number');
    await expect(canvas.getByText(/^Changing to number loses the text/)).toBeVisible();
  },
};

/** The type stays with the agent's words: nothing is lost by looking at another one. */
export const ChangedTypeAndBack: Story = {
  async play({ canvas, userEvent }) {
    await edit(canvas, userEvent, 'deliveryNotes');
    const type = canvas.getByLabelText('Type of deliveryNotes');
    for (const kind of ['Yes or no', 'No value', 'Text', 'JSON', 'Text'])
      await userEvent.selectOptions(type, kind);
    await expect(canvas.getByLabelText('Value of deliveryNotes')).toHaveValue('Gate code 4471.');
    await expect(canvas.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
  },
};

async function add(canvas: Canvas, userEvent: UserEvent): Promise<HTMLElement> {
  await userEvent.click(await canvas.findByRole('button', { name: 'Add attribute' }));
  const name = await canvas.findByRole('textbox', { name: 'Name' });
  await expect(name).toHaveFocus();
  return name;
}

export const Adding: Story = {
  async play({ canvas, userEvent }) {
    const name = await add(canvas, userEvent);
    await userEvent.type(name, 'favouriteColour');
    await userEvent.type(canvas.getByLabelText('Value of favouriteColour'), 'Green');
    await expect(bar(canvas).getByText('1 unsaved change')).toBeVisible();
  },
};

export const AddingNarrow258: Story = {
  ...Adding,
  parameters: { width: 258 },
  async play({ canvas, canvasElement, userEvent }) {
    await add(canvas, userEvent);
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const AddingWithoutName: Story = {
  async play({ canvas, userEvent }) {
    const name = await add(canvas, userEvent);
    await userEvent.type(canvas.getByRole('textbox', { name: 'Value' }), 'Green');
    await save(canvas, userEvent);
    await waitFor(() => expect(name).toHaveAccessibleDescription('Give the attribute a name.'));
    await expect(name).toHaveFocus();
  },
};

export const AddingTwice: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await add(canvas, userEvent), 'colour');
    await userEvent.click(canvas.getByRole('button', { name: 'Add attribute' }));
    const [second] = canvas.getAllByRole('textbox', { name: 'Name' });
    if (!second) throw new Error('There is no second attribute.');
    await expect(second).toHaveFocus();
    await userEvent.type(second, 'colour');
    await save(canvas, userEvent);
    await waitFor(() =>
      expect(second).toHaveAccessibleDescription(/stands in your edits a second/),
    );
  },
};

/** It is not overwritten by accident: somebody has to decide. */
export const AddingExistingName: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await add(canvas, userEvent), 'membershipTier');
    await userEvent.type(canvas.getByLabelText('Value of membershipTier'), 'Gold');
    await save(canvas, userEvent);
    await expect(
      await canvas.findByText('Decide about the attributes that were changed elsewhere first'),
    ).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Keep mine: membershipTier' })).toHaveFocus();
  },
};

export const AddingCancelled: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await add(canvas, userEvent), 'colour');
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel the new attribute' }));
    await expect(canvas.queryByRole('textbox')).toBeNull();
    await expect(canvas.getByRole('button', { name: 'Add attribute' })).toHaveFocus();
  },
};

export const Removing: Story = {
  async play({ canvas, userEvent }) {
    await edit(canvas, userEvent, 'membershipTier');
    await userEvent.click(canvas.getByRole('button', { name: 'Remove membershipTier' }));
    await expect(canvas.getByText('Will be removed when you save.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Keep membershipTier' })).toHaveFocus();
    await expect(bar(canvas).getByText('1 unsaved change')).toBeVisible();
  },
};

export const RemovingDark: Story = { ...Removing, globals: { theme: 'dark' } };

export const KeptAfterAll: Story = {
  async play({ canvas, userEvent }) {
    await edit(canvas, userEvent, 'membershipTier');
    await userEvent.click(canvas.getByRole('button', { name: 'Remove membershipTier' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Keep membershipTier' }));
    await expect(canvas.getByLabelText('Value of membershipTier')).toHaveValue('Silver');
    await expect(canvas.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
  },
};

export const UnsavedBar: Story = {
  async play({ canvas, canvasElement, userEvent }) {
    await userEvent.type(await edit(canvas, userEvent, 'membershipTier'), '!');
    await userEvent.type(await edit(canvas, userEvent, 'lastOrderNumber'), '!');
    await userEvent.click(canvas.getByRole('button', { name: 'Remove lastOrderNumber' }));
    await userEvent.type(await add(canvas, userEvent), 'colour');
    await expect(bar(canvas).getByText('3 unsaved changes')).toBeVisible();
    await expect(canvasElement.querySelectorAll('[data-changed]')).toHaveLength(3);
    // Seen from anywhere: at the window's end, however long the profile is.
    const { bottom } = canvas
      .getByRole('region', { name: 'Unsaved changes' })
      .getBoundingClientRect();
    await expect(Math.abs(window.innerHeight - bottom)).toBeLessThanOrEqual(1);
  },
};

export const UnsavedBarDark: Story = { ...UnsavedBar, globals: { theme: 'dark' } };

export const Discarded: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await edit(canvas, userEvent, 'membershipTier'), '!');
    await userEvent.click(bar(canvas).getByRole('button', { name: 'Discard' }));
    const report = await canvas.findByText('1 change discarded');
    await expect(report.closest('[role="status"]')).toHaveFocus();
    await expect(canvas.getByText('Silver')).toBeVisible();
  },
};

export const BroughtBack: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await edit(canvas, userEvent, 'membershipTier'), '!');
    await userEvent.click(bar(canvas).getByRole('button', { name: 'Discard' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Bring back' }));
    const control = await canvas.findByLabelText('Value of membershipTier');
    await expect(control).toHaveValue('Silver!');
    await expect(control).toHaveFocus();
    await expect(bar(canvas).getByText('1 unsaved change')).toBeVisible();
  },
};

/** The focus goes where the notice was about, not to nowhere. */
export const ReportDismissed: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await edit(canvas, userEvent, 'membershipTier'), '!');
    await userEvent.click(bar(canvas).getByRole('button', { name: 'Discard' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Dismiss' }));
    await expect(canvas.queryByText('1 change discarded')).toBeNull();
    await waitFor(() => expect(canvas.getByRole('region', { name: /^Attributes/ })).toHaveFocus());
  },
};

/** Keys that form libraries, and JavaScript itself, trip over. */
export const HostileKeys: Story = {
  args: { customerId: 'every-json-0006' },
  async play({ canvas, userEvent, ...context }) {
    await userEvent.click(await canvas.findByRole('button', { name: /^\d+ empty$/ }));
    for (const key of ['__proto__', 'constructor', 'a.b', 'x[0]', 'toString', '10', '“”']) {
      await userEvent.click(await canvas.findByRole('button', { name: `Edit ${key}` }));
      await userEvent.click(await canvas.findByRole('button', { name: `Remove ${key}` }));
    }
    await expect(bar(canvas).getByText('7 unsaved changes')).toBeVisible();
    await save(canvas, userEvent);
    await expect(await canvas.findByText('7 attributes saved')).toBeVisible();
    const left = servicesOf(context).gladly.attributes('every-json-0006');
    await expect(left.slice(0, 4).map(([key]) => key)).toEqual(['b', '2', '007', '4294967295']);
    await expect(canvas.queryByRole('button', { name: 'Edit __proto__' })).toBeNull();
  },
};

function Switching(props: ComponentProps<typeof CustomerPanel>) {
  const [customerId, setCustomerId] = useState(props.customerId);
  return (
    <>
      <button onClick={() => setCustomerId(customerId === daniel ? maya : daniel)}>
        Other conversation
      </button>
      <CustomerPanel {...props} customerId={customerId} />
    </>
  );
}

/** What was typed for a customer is there again when the agent comes back. */
export const DraftAfterSwitch: Story = {
  render: (args) => <Switching {...args} />,
  async play({ canvas, userEvent }) {
    await userEvent.type(await edit(canvas, userEvent, 'membershipTier'), '!');
    const other = canvas.getByRole('button', { name: 'Other conversation' });
    await userEvent.click(other);
    await canvas.findByRole('heading', { name: 'Maya Lindqvist' });
    await expect(canvas.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
    await userEvent.click(other);
    await expect(await canvas.findByLabelText('Value of membershipTier')).toHaveValue('Silver!');
    await expect(other).toHaveFocus();
  },
};

/** Nothing typed yet: what another agent saves flows into the open row. */
export const RefreshFlowsIn: Story = {
  async play({ canvas, userEvent, ...context }) {
    const { gladly, queryClient } = servicesOf(context);
    const control = await edit(canvas, userEvent, 'membershipTier');
    gladly.changeElsewhere(daniel, { set: { membershipTier: '"Gold"', loyaltyPoints: '421' } });
    await queryClient.invalidateQueries();
    await waitFor(() => expect(control).toHaveValue('Gold'));
    await expect(canvas.getByText('421')).toBeVisible();
    await expect(canvas.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
  },
};

/** The notice that stands in for an editor that did not arrive; here it arrives and fails. */
export const EditorFails: Story = {
  parameters: {
    ...inWorld({
      drafts: {
        ...createDrafts(),
        set() {
          throw new Error('A fault, as the story wants it.');
        },
      },
    }),
    // React would print what a boundary caught.
    react: { rootOptions: { onCaughtError: fn() } },
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit membershipTier' }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'The editor could not be loaded',
    );
    await expect(canvas.getByText('Silver')).toBeVisible();
  },
};
