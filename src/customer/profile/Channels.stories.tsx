import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { sticksOut } from '../../../.storybook/Frame.tsx';
import { Channels } from './Channels.tsx';
import './profile.css';

const meta = {
  title: 'Customer/Profile/Channels',
  component: Channels,
  decorators: [
    (Story) => (
      <div style={{ padding: 12 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Channels>;

export default meta;
type Story = StoryObj<typeof meta>;

export const EveryKnown: Story = {
  args: {
    customer: {
      id: 'maya',
      channels: [
        { type: 'EMAIL', address: 'maya@example.org' },
        { type: 'VOICE', address: '+447700900123' },
        { type: 'SMS', address: '+447700900123' },
        { type: 'CHAT' },
        { type: 'FACEBOOK', address: 'maya.lindqvist' },
        { type: 'INSTAGRAM', address: '@maya' },
        { type: 'WHATSAPP', address: '+447700900123' },
      ],
    },
  },
  async play({ canvas }) {
    const names = canvas.getAllByRole('term').map((term) => term.textContent);
    await expect(names).toEqual([
      'Email',
      'Voice',
      'SMS',
      'Chat',
      'Facebook',
      'Instagram',
      'WhatsApp',
    ]);
    await expect(canvas.queryByText(/Worked out/)).toBeNull();
  },
};

export const Unknown: Story = {
  args: {
    customer: { id: 'maya', channels: [{ type: 'TELEGRAM', address: '@maya' }, { address: '?' }] },
  },
  async play({ canvas }) {
    const names = canvas.getAllByRole('term').map((term) => term.textContent);
    await expect(names).toEqual(['TELEGRAM', 'Unknown channel']);
  },
};

export const Derived: Story = {
  args: {
    customer: {
      id: 'maya',
      channels: [{ type: 'EMAIL', address: 'maya@example.org', derived: true }],
    },
  },
  async play({ canvas }) {
    await expect(canvas.getByText(/Worked out from the contact points/)).toBeVisible();
  },
};

export const None: Story = {
  args: { customer: { id: 'maya' } },
  async play({ canvas }) {
    await expect(canvas.getByText('No channel is known')).toBeVisible();
    await expect(canvas.queryByRole('term')).toBeNull();
  },
};

const addresses = ['a', 'b', 'c'].map((part) => `maya.lindqvist.${part}@correspondence.example`);

export const ManyAddresses: Story = {
  args: {
    customer: { id: 'maya', channels: addresses.map((address) => ({ type: 'EMAIL', address })) },
  },
  parameters: { width: 258 },
  async play({ canvas, canvasElement, userEvent }) {
    await expect(canvas.getByText(addresses[0] ?? '')).not.toBeVisible();
    await userEvent.click(canvas.getByText('3 addresses'));
    await expect(canvas.getByText(addresses[0] ?? '')).toBeVisible();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};
