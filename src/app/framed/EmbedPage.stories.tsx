import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { sticksOut } from '../../../.storybook/Frame.tsx';
import { loadServices, servicesOf, withServices } from '../../../.storybook/services.tsx';
import { createStoryHost } from '../../../.storybook/storyHost.ts';
import { reader } from '#src/ui/reader.ts';
import { EmbedPage } from './EmbedPage.tsx';
import { tellDesktop } from './tellDesktop.ts';

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

const dirty = (...customerIds: string[]) => ({ method: 'dirty', params: { customerIds } });

/** The desktop is told of edits that are not saved. */
export const Dirty: Story = {
  args: { host: desktop },
  async beforeEach() {
    desktop.open('maya-lindqvist-0001');
  },
  async play({ canvas, userEvent, loaded }) {
    const { drafts, queryClient } = servicesOf({ loaded });
    tellDesktop(desktop, drafts, queryClient);
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit membershipTier' }));
    await userEvent.type(await canvas.findByLabelText('Value of membershipTier'), '!');
    await expect(desktop.told).toHaveBeenLastCalledWith(dirty('maya-lindqvist-0001'));
    await userEvent.click(canvas.getByRole('button', { name: 'Discard' }));
    await expect(desktop.told).toHaveBeenLastCalledWith(dirty());
  },
};

/** The desktop is told the names of what was saved, and no value. */
export const Saved: Story = {
  args: { host: desktop },
  async beforeEach() {
    desktop.open('maya-lindqvist-0001');
  },
  async play({ canvas, userEvent, loaded }) {
    const { drafts, queryClient } = servicesOf({ loaded });
    tellDesktop(desktop, drafts, queryClient);
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit membershipTier' }));
    await userEvent.type(await canvas.findByLabelText('Value of membershipTier'), 'XYZ');
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await expect(await canvas.findByText('1 attribute saved')).toBeVisible();
    const customerId = 'maya-lindqvist-0001';
    await expect(desktop.told).toHaveBeenCalledWith({
      method: 'saved',
      params: { customerId, keys: ['membershipTier'], at: expect.stringMatching(/^\d{4}-.+Z$/) },
    });
    await expect(JSON.stringify(desktop.told.mock.calls)).not.toContain('XYZ');
  },
};

/** What Gladly did not take is not called saved: here it says yes to a write, and nothing of it is there. */
export const NotSaved: Story = {
  args: { host: desktop },
  async beforeEach() {
    desktop.open('maya-lindqvist-0001');
  },
  async play({ canvas, userEvent, loaded }) {
    const { drafts, queryClient, gladly } = servicesOf({ loaded });
    tellDesktop(desktop, drafts, queryClient);
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit membershipTier' }));
    await userEvent.type(await canvas.findByLabelText('Value of membershipTier'), 'XYZ');
    gladly.failNext({ method: 'PATCH', kind: 'status', status: 204 });
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await expect(await canvas.findByText('Nothing was saved')).toBeVisible();
    await expect(desktop.told).not.toHaveBeenCalledWith(
      expect.objectContaining({ method: 'saved' }),
    );
  },
};

/** The desktop is told that the customer is not there, as a code. */
export const UnknownCustomer: Story = {
  args: { host: desktop },
  async beforeEach() {
    desktop.open(undefined);
  },
  async play({ canvas, loaded }) {
    const { drafts, queryClient } = servicesOf({ loaded });
    tellDesktop(desktop, drafts, queryClient);
    desktop.open('nobody');
    await canvas.findByRole('alert');
    await expect(desktop.told).toHaveBeenCalledWith({
      method: 'error',
      params: { code: 'not_found' },
    });
  },
};

/** A desktop that lets nothing be edited: what was typed before waits. */
export const ReadOnly: Story = {
  args: { host: desktop },
  async beforeEach() {
    desktop.open('maya-lindqvist-0001');
    return () => desktop.change({ readOnly: false });
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit membershipTier' }));
    await userEvent.type(await canvas.findByLabelText('Value of membershipTier'), '!');
    desktop.change({ readOnly: true });
    await expect(await canvas.findByText(/Your unsaved edits are kept/)).toBeVisible();
    await expect(canvas.queryByRole('button', { name: /^(Edit|Add)/ })).toBeNull();
    desktop.change({ readOnly: false });
    await expect(await canvas.findByLabelText('Value of membershipTier')).toHaveValue('Gold!');
  },
};

/** Language and time zone of the desktop, not of the browser; what was typed stays. */
export const OtherLocale: Story = {
  args: { host: desktop },
  async beforeEach() {
    desktop.open('maya-lindqvist-0001');
    return () => {
      delete reader.locale;
      delete reader.timeZone;
      desktop.change({ locale: undefined, timeZone: undefined });
    };
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit membershipTier' }));
    await userEvent.type(await canvas.findByLabelText('Value of membershipTier'), '!');
    const locale = { locale: 'de-AT', timeZone: 'Pacific/Auckland' };
    Object.assign(reader, locale);
    desktop.change(locale);
    await expect(await canvas.findByLabelText('Value of membershipTier')).toHaveValue('Gold!');
    const created = within(await canvas.findByRole('region', { name: 'Details' }));
    await expect(created.getAllByText(/GMT\+1[23]/)).not.toHaveLength(0);
    await expect(created.getAllByText(/^vor \d+ /)).not.toHaveLength(0);
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
