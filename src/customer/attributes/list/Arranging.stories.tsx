import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import schema from '../../../../examples/shop-attributes.schema.json?raw';
import {
  inWorld,
  loadServices,
  servicesOf,
  withServices,
  type Canvas,
} from '../../../../.storybook/services.tsx';
import { CustomerPanel } from '../../CustomerPanel.tsx';

const daniel = 'cust-daniel-reyes';

const meta = {
  title: 'Customer/Attributes/Arranging',
  component: CustomerPanel,
  args: { customerId: daniel, onRedirected: fn() },
  loaders: [loadServices],
  decorators: [withServices],
  parameters: { ...inWorld({ world: { attributeSchema: schema } }), width: 350 },
} satisfies Meta<typeof CustomerPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const attributes = async (canvas: Canvas) =>
  within(await canvas.findByRole('region', { name: /^Attributes/ }));

const arrange = async (canvas: Canvas) =>
  (await attributes(canvas)).getByRole('button', { name: 'Arrange' });

/** Pins stand first in the agent's order; what is hidden is counted; reset leads back to the brand's order. */
export const Arranged: Story = {
  parameters: { width: 280 },
  async play({ canvas, userEvent, ...context }) {
    const section = await attributes(canvas);
    await userEvent.click(section.getByRole('button', { name: 'Arrange' }));
    await userEvent.click(await section.findByRole('button', { name: 'Pin Points' }));
    await userEvent.click(section.getByRole('button', { name: 'Pin Membership' }));
    await userEvent.click(section.getByRole('button', { name: 'Move Membership up' }));
    await userEvent.click(section.getByRole('button', { name: 'Hide Newsletter' }));
    const { view } = servicesOf(context);
    await expect(view.get().pins).toEqual(['membershipTier', 'loyaltyPoints']);
    await userEvent.click(section.getByRole('button', { name: 'Arrange' }));
    await expect(canvas.getByRole('heading', { level: 3, name: 'Pinned 2' })).toBeVisible();
    await expect(section.queryByText('Newsletter')).toBeNull();
    await expect(section.getByRole('button', { name: /^\d+ hidden$/ })).toBeVisible();
    await userEvent.click(section.getByRole('button', { name: 'Arrange' }));
    await userEvent.click(await section.findByRole('button', { name: /^Reset/ }));
    await expect(view.get()).toMatchObject({ pins: [], hidden: [], collapsed: [] });
  },
};

/** A pinned row goes to another list; the keyboard goes with it, and back. */
export const PinnedByKeyboard: Story = {
  async play({ canvas, userEvent }) {
    const section = await attributes(canvas);
    await userEvent.click(await arrange(canvas));
    const pin = () => section.getByRole('button', { name: 'Pin Points' });
    (await section.findByRole('button', { name: 'Pin Points' })).focus();
    await userEvent.keyboard('{Enter}');
    await expect(pin()).toHaveFocus();
    await expect(pin()).toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('{Enter}');
    await expect(pin()).toHaveFocus();
    await expect(pin()).toHaveAttribute('aria-pressed', 'false');
    await userEvent.keyboard('{Enter}');
    section.getByRole('button', { name: /^Reset/ }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('region', { name: /^Attributes/ })).toHaveFocus();
  },
};

/** What to pin can be looked for, and arranging be ended from there. */
export const ArrangedWhileFinding: Story = {
  async play({ canvas, userEvent }) {
    const section = await attributes(canvas);
    await userEvent.click(await arrange(canvas));
    await userEvent.type(section.getByRole('searchbox', { name: 'Find an attribute' }), 'points');
    await userEvent.click(await section.findByRole('button', { name: 'Pin Points' }));
    await expect(await section.findByText(/^\d+ of \d+$/)).toBeVisible();
    await userEvent.click(await arrange(canvas));
    await expect(section.queryByRole('button', { name: 'Pin Points' })).toBeNull();
    await expect(section.getByRole('button', { name: 'Copy Points' })).toBeVisible();
  },
};
