import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { Boundary } from './Boundary.tsx';
import { Notice } from './Notice.tsx';

function Faulty(): never {
  throw new Error('A fault, as the story wants it.');
}

const meta = {
  title: 'UI/Boundary',
  component: Boundary,
  args: {
    children: <p>The part</p>,
    fallback: <Notice tone="caution" title="This part stopped working" />,
  },
} satisfies Meta<typeof Boundary>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Sound: Story = {
  async play({ canvas }) {
    await expect(canvas.getByText('The part')).toBeVisible();
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};

export const Failed: Story = {
  args: { children: <Faulty /> },
  // React would print what a boundary caught.
  parameters: { react: { rootOptions: { onCaughtError: fn() } } },
  async play({ canvas }) {
    await expect(canvas.getByRole('alert')).toHaveTextContent('This part stopped working');
  },
};
