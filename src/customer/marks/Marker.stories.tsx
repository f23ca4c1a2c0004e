import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ComponentProps } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import schema from '../../../examples/shop-attributes.schema.json?raw';
import {
  inWorld,
  loadServices,
  servicesOf,
  withServices,
  type Canvas,
} from '../../../.storybook/services.tsx';
import { CustomerPanel } from '../CustomerPanel.tsx';

const daniel = 'cust-daniel-reyes';
const maya = 'maya-lindqvist-0001';

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

const meta = {
  title: 'Customer/Marks',
  component: CustomerPanel,
  args: { customerId: daniel, onRedirected: fn() },
  render: (args) => <Switching {...args} />,
  loaders: [loadServices],
  decorators: [withServices],
  parameters: { width: 350 },
  beforeEach: () => {
    localStorage.clear();
    return () => localStorage.clear();
  },
} satisfies Meta<typeof CustomerPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const name = (canvas: Canvas, text: string) =>
  canvas.findByRole('heading', { level: 1, name: text });
const other = (canvas: Canvas) => canvas.getByRole('button', { name: 'Other conversation' });
const remembered = () =>
  Object.keys(localStorage).filter((key) => key.startsWith('customers-seen ')).length;
const changedMarks = (canvas: Canvas) => canvas.queryAllByText('Changed', { selector: '.tag' });

const onDevice = inWorld({ device: localStorage });

/** What others changed since this agent last looked is marked, attributes and contact points alike. */
export const ChangedSinceLastSeen: Story = {
  parameters: onDevice,
  async play({ canvas, userEvent, ...context }) {
    const { gladly, queryClient } = servicesOf(context);
    await name(canvas, 'Daniel Reyes');
    await waitFor(() => expect(remembered()).toBe(1));
    await userEvent.click(other(canvas));
    await name(canvas, 'Maya Lindqvist');
    await waitFor(() => expect(remembered()).toBe(2));
    await expect(changedMarks(canvas)).toHaveLength(0);
    gladly.changeElsewhere(daniel, { set: { loyaltyPoints: '999', vip: 'true' } });
    gladly.setField(
      daniel,
      'emails',
      '[{"normalized":"daniel.new@example.com","original":"daniel.new@example.com","primary":true}]',
    );
    await queryClient.invalidateQueries({ queryKey: ['customer', daniel] });
    await userEvent.click(other(canvas));
    await name(canvas, 'Daniel Reyes');
    await waitFor(() => expect(changedMarks(canvas)).toHaveLength(3));
    const marked = changedMarks(canvas).map((mark) => mark.closest('li')?.textContent);
    await expect(marked.join(' ')).toMatch(/daniel\.new.*loyaltyPoints.*vip/);
  },
};

/** What the agent saves is no news to them, here or when they come back. */
export const OwnSavesAreNoNews: Story = {
  parameters: onDevice,
  async play({ canvas, userEvent }) {
    await name(canvas, 'Daniel Reyes');
    await waitFor(() => expect(remembered()).toBe(1));
    await userEvent.click(other(canvas));
    await name(canvas, 'Maya Lindqvist');
    await userEvent.click(other(canvas));
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit deliveryNotes' }));
    await userEvent.type(await canvas.findByLabelText('Value of deliveryNotes'), ' Ring twice.');
    const bar = within(canvas.getByRole('region', { name: 'Unsaved changes' }));
    await userEvent.click(bar.getByRole('button', { name: 'Save' }));
    await canvas.findByText('1 attribute saved');
    await expect(changedMarks(canvas)).toHaveLength(0);
    await userEvent.click(other(canvas));
    await name(canvas, 'Maya Lindqvist');
    await userEvent.click(other(canvas));
    await name(canvas, 'Daniel Reyes');
    await expect(canvas.getByText('Gate code 4471. Ring twice.')).toBeVisible();
    await expect(changedMarks(canvas)).toHaveLength(0);
  },
};

/** Turned off, nothing is remembered, and what was is gone. */
export const TurnedOff: Story = {
  parameters: onDevice,
  async play({ canvas, userEvent }) {
    await name(canvas, 'Daniel Reyes');
    await waitFor(() => expect(remembered()).toBe(1));
    await userEvent.click(canvas.getByRole('button', { name: 'Arrange' }));
    const remember = await canvas.findByRole('checkbox', {
      name: /^Mark what changed since I last looked/,
    });
    await expect(remember).toBeChecked();
    await userEvent.click(remember);
    await expect(remembered()).toBe(0);
    await userEvent.click(other(canvas));
    await name(canvas, 'Maya Lindqvist');
    await userEvent.click(other(canvas));
    await name(canvas, 'Daniel Reyes');
    await expect(remembered()).toBe(0);
  },
};

/** A value that breaks the brand's rules says what is wrong with it, below it, for everybody to read. */
export const BreaksARule: Story = {
  args: { customerId: maya },
  parameters: inWorld({
    world: { attributeSchema: schema },
    arrange: ({ gladly }) =>
      gladly.changeElsewhere(maya, { set: { membershipTier: '"Diamond"', loyaltyPoints: '-1' } }),
  }),
  async play({ canvas, userEvent }) {
    await name(canvas, 'Maya Lindqvist');
    const heightOf = () => canvas.getByRole('article').getBoundingClientRect().height;
    const marks = await canvas.findAllByRole('button', { name: /^Check / });
    await expect(marks.length).toBeGreaterThanOrEqual(2);
    const height = heightOf();
    for (const mark of marks) {
      const reason = mark.nextElementSibling;
      await expect(reason).not.toBeVisible();
      await userEvent.click(mark);
      await expect(reason).toBeVisible();
      await expect(reason).toHaveTextContent(/\.$/);
    }
    await expect(heightOf()).toBe(height);
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Show' }), 'To check');
    await expect(await canvas.findByText(new RegExp(`^${marks.length} of \\d+$`))).toBeVisible();
  },
};
