import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { sticksOut } from '../../.storybook/Frame.tsx';
import { loadServices, withServices } from '../../.storybook/services.tsx';
import { createStoryHost } from '../../.storybook/storyHost.ts';
import { EmbedPage } from './EmbedPage.tsx';

const meta = {
  title: 'Pages/Embed',
  component: EmbedPage,
  args: { host: createStoryHost() },
  parameters: { width: 350 },
  loaders: [loadServices],
  decorators: [withServices],
} satisfies Meta<typeof EmbedPage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const WithoutCustomer: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByText('No customer chosen')).toBeVisible();
    await expect(canvas.queryByRole('article')).toBeNull();
  },
};

export const WithCustomer: Story = {
  args: { host: createStoryHost('maya-lindqvist-0001') },
  async play({ canvas, canvasElement }) {
    await expect(await canvas.findByRole('heading', { name: 'Maya Lindqvist' })).toBeVisible();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const WithCustomerDark: Story = { ...WithCustomer, globals: { theme: 'dark' } };

const desktop = createStoryHost();

/** The desktop opens one conversation, then another. */
export const CustomerChanges: Story = {
  args: { host: desktop },
  async beforeEach() {
    desktop.open(undefined);
  },
  async play({ canvas, canvasElement }) {
    desktop.open('cust-suharto');
    await expect(await canvas.findByRole('heading', { name: 'Suharto' })).toBeVisible();
    desktop.open('maya-lindqvist-0001');
    await expect(await canvas.findByRole('heading', { name: 'Maya Lindqvist' })).toBeVisible();
    await expect(canvasElement).not.toHaveTextContent('Suharto');
    // Whoever writes in the desktop beside it is not disturbed.
    await expect(document.body).toHaveFocus();
  },
};

/** The desktop is told of edits that are not saved. */
export const Dirty: Story = {
  args: { host: desktop },
  async beforeEach() {
    desktop.open('maya-lindqvist-0001');
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit membershipTier' }));
    await userEvent.type(await canvas.findByLabelText('Value of membershipTier'), '!');
    await expect(desktop.setDirty).toHaveBeenLastCalledWith(['maya-lindqvist-0001']);
    await userEvent.click(canvas.getByRole('button', { name: 'Discard' }));
    await expect(desktop.setDirty).toHaveBeenLastCalledWith([]);
  },
};

/** A chip leads back to the customer whose edits the agent has left. */
export const DraftElsewhere: Story = {
  args: { host: desktop },
  async beforeEach() {
    desktop.open('maya-lindqvist-0001');
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit membershipTier' }));
    await userEvent.type(await canvas.findByLabelText('Value of membershipTier'), '!');
    desktop.open('cust-suharto');
    await canvas.findByRole('heading', { level: 1, name: 'Suharto' });
    await userEvent.click(
      canvas.getByRole('button', { name: '1 unsaved edit for Maya Lindqvist' }),
    );
    await expect(await canvas.findByLabelText('Value of membershipTier')).toHaveValue('Gold!');
    await expect(canvas.queryByRole('button', { name: /unsaved edit for/ })).toBeNull();
  },
};
