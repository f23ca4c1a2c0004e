import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { sticksOut } from '../../.storybook/Frame.tsx';
import { Skeleton } from './Skeleton.tsx';

const meta = { title: 'UI/Skeleton', component: Skeleton } satisfies Meta<typeof Skeleton>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Widths: Story = {
  render: () => (
    <div style={{ display: 'grid', gap: 8, padding: 16 }}>
      <Skeleton width="short" />
      <Skeleton width="medium" />
      <Skeleton width="long" />
    </div>
  ),
  async play({ canvasElement }) {
    const lines = [...canvasElement.querySelectorAll('.skeleton')];
    const widths = lines.map((line) => line.getBoundingClientRect().width);
    await expect(widths).toEqual([96, 160, 240]);
    for (const line of lines) await expect(line).toHaveAttribute('aria-hidden', 'true');
  },
};

export const WidthsDark: Story = { ...Widths, globals: { theme: 'dark' } };

/** Never wider than its place. */
export const Narrow: Story = {
  args: { width: 'long' },
  parameters: { width: 120 },
  async play({ canvasElement }) {
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};
