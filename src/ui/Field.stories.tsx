import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { Field } from './Field.tsx';

const meta = {
  title: 'UI/Field',
  component: Field,
  args: { label: 'Name', children: (control) => <input {...control} /> },
  decorators: [
    (Story) => (
      <div style={{ padding: 16 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Field>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Label: Story = {
  async play({ canvas }) {
    const input = canvas.getByRole('textbox', { name: 'Name' });
    await expect(input).toBeValid();
    await expect(input).not.toHaveAttribute('aria-describedby');
  },
};

export const HiddenLabel: Story = {
  args: { labelHidden: true },
  async play({ canvas }) {
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toBeVisible();
    await expect(canvas.getByText('Name').getBoundingClientRect().width).toBeLessThanOrEqual(1);
  },
};

export const Hint: Story = {
  args: { hint: 'Hint' },
  async play({ canvas }) {
    await expect(canvas.getByRole('textbox')).toHaveAccessibleDescription('Hint');
  },
};

export const ErrorMessage: Story = {
  args: { error: 'Error' },
  async play({ canvas }) {
    await expect(canvas.getByRole('textbox')).toBeInvalid();
    await expect(canvas.getByRole('textbox')).toHaveAccessibleDescription('Error');
  },
};

/** The error is read out first. */
export const ErrorAndHint: Story = {
  args: { error: 'Error', hint: 'Hint' },
  async play({ canvas }) {
    await expect(canvas.getByRole('textbox')).toHaveAccessibleDescription('Error Hint');
  },
};

export const ErrorAndHintDark: Story = { ...ErrorAndHint, globals: { theme: 'dark' } };

export const OtherControls: Story = {
  args: { hint: 'Hint' },
  render: (args) => (
    <div style={{ display: 'grid', gap: 16 }}>
      <Field {...args} label="Lines">
        {(control) => <textarea {...control} defaultValue={'One\nTwo\nThree'} />}
      </Field>
      <Field {...args} label="Choice">
        {(control) => (
          <select {...control}>
            <option>Yes</option>
          </select>
        )}
      </Field>
    </div>
  ),
  async play({ canvas }) {
    const lines = canvas.getByRole('textbox', { name: 'Lines' });
    await expect(lines.scrollHeight).toBeLessThanOrEqual(lines.clientHeight);
    await expect(canvas.getByRole('combobox', { name: 'Choice' })).toHaveAccessibleDescription(
      'Hint',
    );
  },
};
