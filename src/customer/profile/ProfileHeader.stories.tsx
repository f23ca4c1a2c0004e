import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { sticksOut } from '../../../.storybook/Frame.tsx';
import { ProfileHeader } from './ProfileHeader.tsx';

const meta = {
  title: 'Customer/Profile/ProfileHeader',
  component: ProfileHeader,
  args: {
    customer: { id: 'maya', name: 'Maya Lindqvist', createdAt: '2021-03-02T09:14:55.031Z' },
  },
  decorators: [
    (Story) => (
      <div style={{ padding: 12 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ProfileHeader>;

export default meta;
type Story = StoryObj<typeof meta>;

const avatar = (canvasElement: HTMLElement) => canvasElement.querySelector('.avatar');

export const Named: Story = {
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByRole('heading', { level: 1 })).toHaveTextContent('Maya Lindqvist');
    await expect(avatar(canvasElement)).toHaveTextContent('ML');
  },
};

export const NamedDark: Story = { ...Named, globals: { theme: 'dark' } };

export const Nameless: Story = {
  args: { customer: { id: 'nobody' } },
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByRole('heading')).toHaveTextContent('No name');
    await expect(canvas.getByText('No creation date')).toBeVisible();
    await expect(avatar(canvasElement)).toHaveTextContent('–');
  },
};

export const LongName: Story = {
  args: {
    customer: {
      id: 'wilhelmina',
      name: 'Wilhelmina Anneliese Featherstonehaugh-Cholmondeley von Hohenstaufen-Württemberg',
      createdAt: '2018-11-11T11:11:11.111Z',
    },
  },
  parameters: { width: 258 },
  async play({ canvasElement }) {
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
    await expect(avatar(canvasElement)?.getBoundingClientRect().width).toBe(44);
  },
};

/** RFC 3339 has leap seconds, browsers have not. */
export const LeapSecond: Story = {
  args: { customer: { id: 'maya', name: 'Maya Lindqvist', createdAt: '2016-12-31T23:59:60Z' } },
  async play({ canvas }) {
    await expect(canvas.getByRole('heading')).toHaveTextContent('Maya Lindqvist');
    await expect(canvas.getByText('Customer since 2016-12-31T23:59:60Z')).toBeVisible();
  },
};

/** The address answers nothing: the initials take the picture's place. */
export const PictureDoesNotLoad: Story = {
  args: {
    customer: { id: 'maya', name: 'Maya Lindqvist', image: 'https://127.0.0.1:9/maya.png' },
  },
  async play({ canvasElement }) {
    await waitFor(() => expect(avatar(canvasElement)).toHaveTextContent('ML'));
    await expect(canvasElement.querySelector('img')).toBeNull();
  },
};

/** A picture is only fetched over HTTPS. */
export const PictureWithoutHttps: Story = {
  args: { customer: { id: 'maya', name: 'Maya Lindqvist', image: 'http://127.0.0.1:9/maya.png' } },
  async play({ canvasElement }) {
    await expect(avatar(canvasElement)).toHaveTextContent('ML');
    await expect(canvasElement.querySelector('img')).toBeNull();
  },
};
