import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { Button } from './Button.tsx';

const names = [
  'copy',
  'done',
  'edit',
  'close',
  'email',
  'call',
  'text',
  'text-off',
  'whatsapp',
  'chat',
  'facebook',
  'instagram',
  'channel',
  'quiet',
  'hint',
];

const meta = {
  title: 'UI/Icons',
  render: () => (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, padding: 16 }}>
      {names.map((name) => (
        <Button key={name} look="icon" data-icon={name} aria-label={name} title={name} />
      ))}
    </div>
  ),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

/** Each drawn in the colour of its button, with a path of its own, and silent: the button has the name. */
export const All: Story = {
  async play({ canvas }) {
    const looks = canvas.getAllByRole('button').map((button) => {
      const { clipPath, backgroundColor, inlineSize } = getComputedStyle(button, '::before');
      return { clipPath, backgroundColor, inlineSize, text: button.textContent };
    });
    await expect(looks).toHaveLength(names.length);
    await expect(new Set(looks.map(({ clipPath }) => clipPath)).size).toBe(names.length);
    const { color } = getComputedStyle(canvas.getByRole('button', { name: 'call' }));
    for (const look of looks) {
      await expect(look.clipPath).toMatch(/^path\("M/);
      await expect(look).toMatchObject({ backgroundColor: color, inlineSize: '16px', text: '' });
    }
  },
};

export const AllDark: Story = { ...All, globals: { theme: 'dark' } };
