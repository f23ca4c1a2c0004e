import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, waitFor } from 'storybook/test';
import { sticksOut } from '../../.storybook/Frame.tsx';
import { loadServices, servicesOf, withServices } from '../../.storybook/services.tsx';
import { createStoryHost } from '../../.storybook/storyHost.ts';
import type { Agent } from './agent.ts';
import { StandalonePage } from './StandalonePage.tsx';

interface PageProps {
  /** What the address says at first. */
  customerId?: string;
  agent?: Agent;
}

function Page({ customerId, agent }: PageProps) {
  const [host] = useState(() => createStoryHost(customerId));
  return <StandalonePage host={host} agent={agent} />;
}

const meta = {
  title: 'Pages/Standalone',
  component: Page,
  loaders: [loadServices],
  decorators: [withServices],
} satisfies Meta<typeof Page>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Search: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByRole('heading', { name: 'Find a customer' })).toBeVisible();
    await waitFor(() => expect(canvas.getByRole('searchbox')).toHaveFocus());
    await expect(canvas.queryByRole('navigation')).toBeNull();
  },
};

export const Customer: Story = {
  args: { customerId: 'maya-lindqvist-0001' },
  async play({ canvas }) {
    await expect(await canvas.findByRole('heading', { name: 'Maya Lindqvist' })).toBeVisible();
    await expect(canvas.getByRole('link', { name: 'Search' })).toBeVisible();
  },
};

export const CustomerDark: Story = { ...Customer, globals: { theme: 'dark' } };

export const CustomerNarrow280: Story = {
  ...Customer,
  parameters: { width: 280 },
  async play({ canvas, canvasElement }) {
    await canvas.findByRole('heading', { name: 'Maya Lindqvist' });
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const UnknownCustomer: Story = {
  args: { customerId: 'nobody' },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'There is no customer with this ID',
    );
    await expect(canvas.getByRole('link', { name: 'Search' })).toBeVisible();
  },
};

export const FoundAndBack: Story = {
  async play({ canvas, userEvent }) {
    const input = await canvas.findByRole('searchbox');
    await userEvent.click(input);
    await userEvent.paste('maya@example.org');
    await userEvent.keyboard('{Enter}');
    await expect(await canvas.findByRole('heading', { name: 'Maya Lindqvist' })).toBeVisible();
    await expect(canvas.getByRole('main')).toHaveFocus();
    await userEvent.click(canvas.getByRole('link', { name: 'Search' }));
    await expect(await canvas.findByRole('link', { name: 'Maya Lindqvist' })).toBeVisible();
    // Where the next customer can be typed or pasted at once.
    const box = canvas.getByRole('searchbox');
    await expect(box).toHaveFocus();
    await userEvent.paste('+1 415 555 0133');
    await expect(box).toHaveValue('+1 415 555 0133');
  },
};

/** The survivor takes the place of the profile that was asked for. */
export const Merged: Story = {
  args: { customerId: 'merged-away-0007' },
  async play({ canvas }) {
    await expect(await canvas.findByText('Profiles were merged')).toBeVisible();
    await expect(canvas.getByRole('heading', { level: 1 })).toHaveTextContent('Maya Lindqvist');
  },
};

const agent: Agent = { id: 'agent-7', name: 'Ada Agent', mayWrite: true };

export const SignedIn: Story = {
  args: { customerId: 'maya-lindqvist-0001', agent },
  async play({ canvas }) {
    await expect(await canvas.findByText('Ada Agent')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Sign out' })).toBeVisible();
    await expect(await canvas.findByRole('button', { name: 'Edit membershipTier' })).toBeVisible();
  },
};

export const SignedInSearch: Story = {
  args: { agent },
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: 'Sign out' })).toBeVisible();
    await waitFor(() => expect(canvas.getByRole('searchbox')).toHaveFocus());
  },
};

export const SignedInLongNameNarrow: Story = {
  args: {
    customerId: 'maya-lindqvist-0001',
    agent: {
      id: 'agent-8',
      name: 'wilhelmina.featherstonehaugh-cholmondeley@support.example.com',
      mayWrite: true,
    },
  },
  parameters: { width: 280 },
  async play({ canvas, canvasElement }) {
    await canvas.findByRole('button', { name: 'Sign out' });
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const MayOnlyRead: Story = {
  args: { customerId: 'maya-lindqvist-0001', agent: { ...agent, mayWrite: false } },
  async play({ canvas }) {
    await canvas.findByRole('heading', { name: 'Maya Lindqvist' });
    await expect(canvas.queryByRole('button', { name: /^(Edit|Add)/ })).toBeNull();
  },
};

/** Signing out would leave unsaved edits to whoever comes next, or lose them: the agent decides. */
export const SigningOutWithEdits: Story = {
  ...SignedIn,
  async play({ canvas, userEvent, ...context }) {
    const { drafts } = servicesOf(context);
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit membershipTier' }));
    await userEvent.type(await canvas.findByLabelText('Value of membershipTier'), '!');
    const signOut = canvas.getByRole('button', { name: 'Sign out' });
    await userEvent.click(signOut);
    const dialog = await canvas.findByRole('dialog', { name: 'One customer has unsaved edits' });
    await expect(dialog).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Stay signed in' }));
    await expect(signOut).toHaveFocus();
    await expect(drafts.list()).toHaveLength(1);
  },
};
