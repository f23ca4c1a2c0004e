import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, spyOn } from 'storybook/test';
import { sticksOut } from '../../../.storybook/Frame.tsx';
import { LinksContext } from '../reach/LinksContext.ts';
import { ProfileDetails } from './ProfileDetails.tsx';
import './profile.css';
import '../attributes/attributes.css';
import '../reach/reach.css';

const meta = {
  title: 'Customer/Profile/ProfileDetails',
  component: ProfileDetails,
  args: {
    customer: {
      id: 'maya-lindqvist-0001',
      address: '14 Harbour Lane\nFlat 3B\nPortsmouth PO1 3AB',
      externalCustomerId: 'shop-100482',
      externalCustomerIds: [
        { key: 'lookup-orders-eu', json: '"100482"' },
        { key: 'lookup-numbers', json: '12345678901234567890' },
      ],
      createdAt: '2021-03-02T09:14:55.031Z',
      modifiedAt: '2026-01-20T11:08:31.486566336Z',
      otherFields: [
        { key: 'pronouns', json: '"she/her"' },
        { key: 'riskScore', json: '12345678901234567890' },
        { key: 'relationships', json: '[{"kind":"HOUSEHOLD"}]' },
      ],
    },
  },
  decorators: [
    (Story) => (
      <div style={{ padding: 12 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ProfileDetails>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Everything: Story = {
  async play({ canvas }) {
    await expect(canvas.getByText('14 Harbour Lane', { exact: false })).toHaveStyle({
      whiteSpace: 'pre-line',
    });
    await expect(canvas.getAllByText('12345678901234567890')).toHaveLength(2);
    await expect(canvas.getByRole('heading', { level: 3 })).toHaveTextContent(
      'Other fields Gladly sent',
    );
    await expect(canvas.getByText(/Mar 2, 2021/)).toBeVisible();
  },
};

export const Narrow258: Story = {
  parameters: { width: 258 },
  async play({ canvasElement }) {
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const Nothing: Story = {
  args: { customer: { id: 'only-an-id' } },
  async play({ canvas }) {
    const values = canvas.getAllByRole('definition').map((value) => value.textContent);
    await expect(values).toEqual([
      'No address',
      'only-an-id',
      '',
      'No external ID',
      'Not known',
      'Never',
    ]);
  },
};

/** A map only where the brand configured one. */
export const BrandMap: Story = {
  decorators: [
    (Story) => (
      <LinksContext value='[{"label":"Map","url":"https://map.example/?q={address}","for":"address"}]'>
        <Story />
      </LinksContext>
    ),
  ],
  async play({ canvas }) {
    await expect(canvas.getByRole('link', { name: /^Map/ })).toHaveAttribute(
      'href',
      'https://map.example/?q=14%20Harbour%20Lane%0AFlat%203B%0APortsmouth%20PO1%203AB',
    );
  },
};

export const UnreadableDate: Story = {
  args: { customer: { id: 'maya', createdAt: 'yesterday' } },
  async play({ canvas }) {
    await expect(canvas.getByText('yesterday')).toBeVisible();
  },
};

export const Copied: Story = {
  async play({ canvas, userEvent }) {
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(canvas.getByRole('button', { name: 'Copy ID in lookup-numbers' }));
    await expect(await canvas.findByText('Copied')).toHaveAttribute('aria-live', 'polite');
    await expect(write).toHaveBeenCalledWith('12345678901234567890');
  },
};
