import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { Button, type ButtonProps } from './Button.tsx';

const meta = {
  title: 'UI/Button',
  component: Button,
  args: { children: 'Save', onClick: fn() },
  decorators: [
    (Story) => (
      <div style={{ padding: 16 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Button>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Looks: Story = {
  render: () => (
    <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
      <Button>Plain</Button>
      <Button look="primary">Primary</Button>
      <Button look="quiet">Quiet</Button>
      <Button look="icon" data-icon="edit" aria-label="Icon" />
    </div>
  ),
  async play({ canvas }) {
    // A target of WCAG 2.2 (2.5.8) has at least 24 pixels; ours have 28.
    for (const button of canvas.getAllByRole('button')) {
      const { width, height } = button.getBoundingClientRect();
      await expect(Math.min(width, height)).toBeGreaterThanOrEqual(28);
    }
  },
};

export const LooksDark: Story = { ...Looks, globals: { theme: 'dark' } };

export const Pending: Story = {
  render: () => (
    <div style={{ display: 'flex', gap: 8 }}>
      <Button pending>Discard</Button>
      <Button look="primary" pending>
        Saving…
      </Button>
    </div>
  ),
  async play({ canvas }) {
    for (const button of canvas.getAllByRole('button')) {
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await expect(button).not.toHaveAttribute('disabled');
    }
  },
};

function PendingAfterPress({ onClick, ...rest }: ButtonProps) {
  const [pending, setPending] = useState(false);
  return (
    <Button
      {...rest}
      pending={pending}
      onClick={(event) => {
        setPending(true);
        onClick?.(event);
      }}
    />
  );
}

export const PendingKeepsFocus: Story = {
  render: (args) => <PendingAfterPress {...args} />,
  async play({ args, canvas, userEvent }) {
    const button = canvas.getByRole('button', { name: 'Save' });
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(button);
    await expect(args.onClick).toHaveBeenCalledOnce();
  },
};
