import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, spyOn } from 'storybook/test';
import { sticksOut } from '../../../.storybook/Frame.tsx';
import { ContactPoints } from './ContactPoints.tsx';
import './profile.css';

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    original: `maya.${index}@example.com`,
    ...(index === count - 1 && { primary: true }),
  }));

const meta = {
  title: 'Customer/Profile/ContactPoints',
  component: ContactPoints,
  args: {
    customer: {
      id: 'maya',
      emails: [
        { original: 'm.lindqvist+orders@example.com' },
        {
          original: 'Maya.Lindqvist@example.com',
          normalized: 'maya.lindqvist@example.com',
          primary: true,
        },
      ],
      phones: [
        {
          original: '(212) 555-0142',
          normalized: '+12125550142',
          type: 'WORK',
          extension: '4021',
          regionCode: 'US',
          smsPreference: 'FORBIDDEN',
        },
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
} satisfies Meta<typeof ContactPoints>;

export default meta;
type Story = StoryObj<typeof meta>;

export const PrimaryFirst: Story = {
  async play({ canvas }) {
    const [first, , phone] = canvas.getAllByRole('listitem');
    await expect(first).toHaveTextContent(/EmailPrimary/);
    await expect(first).toHaveTextContent(/Entered as Maya\.Lindqvist@example\.com/);
    await expect(phone).toHaveTextContent(
      /Phone · Work.*Extension 4021 · SMS forbidden · Region US · Entered as/,
    );
  },
};

export const Narrow258: Story = {
  ...PrimaryFirst,
  parameters: { width: 258 },
  async play({ canvasElement }) {
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const None: Story = {
  args: { customer: { id: 'nobody' } },
  async play({ canvas }) {
    await expect(canvas.getByText('No e-mail address')).toBeVisible();
    await expect(canvas.getByText('No phone number')).toBeVisible();
  },
};

/** Gladly sent an entry with nothing in it. */
export const WithoutValue: Story = {
  args: { customer: { id: 'maya', emails: [{}], phones: [{ type: 'PAGER' }] } },
  async play({ canvas }) {
    await expect(canvas.getAllByText('No address or number was sent')).toHaveLength(2);
    await expect(canvas.getByText('Phone · PAGER')).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

export const ShowMore: Story = {
  args: { customer: { id: 'maya', emails: many(9) } },
  async play({ canvas, userEvent }) {
    await expect(canvas.getAllByRole('listitem')).toHaveLength(6);
    await expect(canvas.getAllByRole('listitem')[0]).toHaveTextContent('maya.8@example.com');
    const more = canvas.getByRole('button', { name: 'Show 3 more', expanded: false });
    await userEvent.click(more);
    await expect(canvas.getAllByRole('listitem')).toHaveLength(9);
    await expect(canvas.getByRole('button', { name: 'Show fewer', expanded: true })).toHaveFocus();
  },
};

/** One more line is shorter than a button that hides it. */
export const SevenAreShown: Story = {
  args: { customer: { id: 'maya', emails: many(7) } },
  async play({ canvas }) {
    await expect(canvas.getAllByRole('listitem')).toHaveLength(7);
    await expect(canvas.queryByRole('button', { name: /^Show/ })).toBeNull();
  },
};

/** The words of a refused clipboard have room beside the value, also where it is narrow. */
export const CopyRefused: Story = {
  parameters: { width: 258 },
  async play({ canvas, canvasElement, userEvent }) {
    spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('Not allowed'));
    await userEvent.click(canvas.getByRole('button', { name: /^Copy phone number/ }));
    await expect(await canvas.findByText(/Not copied: the browser refused/)).toBeVisible();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};
