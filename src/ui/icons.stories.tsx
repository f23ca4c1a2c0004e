import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { Button } from './Button.tsx';
import * as icons from './icons.tsx';

const names = Object.entries(icons);

const meta = {
  title: 'UI/Icons',
  render: () => (
    <div style={{ display: 'flex', gap: 8, padding: 16 }}>
      {names.map(([name, Icon]) => (
        <Button key={name} look="icon" aria-label={name} title={name}>
          <Icon />
        </Button>
      ))}
    </div>
  ),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

/** Drawn in the colour and at the size of the button, and silent: the button has the name. */
export const All: Story = {
  async play({ canvas, canvasElement }) {
    await expect(canvas.getAllByRole('button')).toHaveLength(names.length);
    for (const icon of canvasElement.querySelectorAll('svg')) {
      await expect(icon).toHaveAttribute('aria-hidden', 'true');
      await expect(icon.getBoundingClientRect().width).toBe(16);
    }
  },
};

export const AllDark: Story = { ...All, globals: { theme: 'dark' } };
