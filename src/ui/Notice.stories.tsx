import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { sticksOut } from '../../.storybook/Frame.tsx';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

const meta = {
  title: 'UI/Notice',
  component: Notice,
  args: {
    title: 'Profiles were merged',
    children: <p>The profile you asked for was merged into this one.</p>,
  },
} satisfies Meta<typeof Notice>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Info: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('status')).toHaveTextContent('Profiles were merged');
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

export const InfoDark: Story = { ...Info, globals: { theme: 'dark' } };

export const Caution: Story = {
  args: {
    tone: 'caution',
    title: 'Gladly cannot be reached',
    children: <p>The profile cannot be shown without it.</p>,
    actions: <Button>Try again</Button>,
  },
  async play({ canvas }) {
    await expect(canvas.getByRole('alert')).toHaveTextContent('Gladly cannot be reached');
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

export const CautionDark: Story = { ...Caution, globals: { theme: 'dark' } };

export const TitleAlone: Story = {
  args: { tone: 'caution', title: '1 attribute needs a correction', children: undefined },
  async play({ canvas }) {
    await expect(canvas.getByRole('alert')).toHaveTextContent(/^1 attribute needs a correction$/);
  },
};

const dismiss = { label: 'Dismiss', act: fn() };

export const Dismissible: Story = {
  args: { onDismiss: dismiss },
  parameters: { width: 258 },
  async play({ canvas, canvasElement, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Dismiss' }));
    await expect(dismiss.act).toHaveBeenCalledOnce();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};
