import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, spyOn } from 'storybook/test';
import { sticksOut } from '../../.storybook/Frame.tsx';
import { CopyButton } from './CopyButton.tsx';

const meta = {
  title: 'UI/CopyButton',
  component: CopyButton,
  args: {
    text: 'maya@example.org',
    label: 'Copy e-mail address',
    copied: 'Copied',
    failed: 'Not copied: the browser refused.',
  },
} satisfies Meta<typeof CopyButton>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The browser's clipboard, which a test must not write to. */
const clipboard = (answer: () => Promise<void>) =>
  spyOn(navigator.clipboard, 'writeText').mockImplementation(answer);

export const Idle: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('button', { name: 'Copy e-mail address' })).toBeVisible();
    await expect(canvas.queryByText('Copied')).toBeNull();
  },
};

export const Copied: Story = {
  async play({ args, canvas, userEvent }) {
    const write = clipboard(() => Promise.resolve());
    const button = canvas.getByRole('button');
    await userEvent.click(button);
    await expect(await canvas.findByText(args.copied)).toHaveAttribute('aria-live', 'polite');
    await expect(write).toHaveBeenCalledWith(args.text);
    await expect(button).toHaveFocus();
  },
};

/** As in a frame without the permission to write to the clipboard. */
export const Refused: Story = {
  parameters: { width: 120 },
  async play({ args, canvas, canvasElement, userEvent }) {
    clipboard(() => Promise.reject(new DOMException('Not allowed', 'NotAllowedError')));
    await userEvent.click(canvas.getByRole('button'));
    await expect(await canvas.findByRole('alert')).toHaveTextContent(args.failed);
    await expect(canvas.queryByText(args.copied)).toBeNull();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};
