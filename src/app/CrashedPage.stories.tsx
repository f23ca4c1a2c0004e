import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { Boundary } from '#src/ui/Boundary.tsx';
import { CrashedPage } from './CrashedPage.tsx';

function Faulty(): never {
  throw new Error('A fault, as the story wants it.');
}

const meta = {
  title: 'Pages/Crashed',
  component: CrashedPage,
  // As App has it.
  render: () => (
    <Boundary fallback={<CrashedPage />}>
      <Faulty />
    </Boundary>
  ),
  // React would print what a boundary caught.
  parameters: { react: { rootOptions: { onCaughtError: fn() } } },
} satisfies Meta<typeof CrashedPage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Crashed: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('alert')).toContainElement(
      canvas.getByRole('heading', { level: 1, name: 'This page stopped working' }),
    );
    await expect(canvas.getByRole('button', { name: 'Reload' })).toBeVisible();
  },
};

export const CrashedNarrow280Dark: Story = {
  ...Crashed,
  parameters: { width: 280 },
  globals: { theme: 'dark' },
};
