import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import type { Canvas } from '../../../.storybook/services.tsx';
import { AgentDesktop } from './AgentDesktop.tsx';

const meta = {
  title: 'Pages/AgentDesktop',
  component: AgentDesktop,
  // The panel has stories of its own; nobody answers there.
  args: { panelOrigin: 'http://127.0.0.1:9' },
} satisfies Meta<typeof AgentDesktop>;

export default meta;
type Story = StoryObj<typeof meta>;

const inbox = (canvas: Canvas) => within(canvas.getByRole('navigation', { name: 'Conversations' }));
const current = (canvas: Canvas) => inbox(canvas).getByRole('button', { current: true });

export const FirstConversation: Story = {
  async play({ canvas }) {
    await expect(current(canvas)).toHaveTextContent('Maya Lindqvist');
    await expect(canvas.getByRole('heading', { level: 2, name: 'Maya Lindqvist' })).toBeVisible();
    await expect(canvas.getByTitle('Customer profile')).toBeVisible();
    const { scrollWidth, clientWidth } = document.documentElement;
    await expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  },
};

export const Dark: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Dark' }));
    await expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  },
};

export const OtherConversation: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(inbox(canvas).getByRole('button', { name: /Martha J Williams/ }));
    await expect(current(canvas)).toHaveTextContent('Martha J Williams');
    await expect(current(canvas)).toHaveFocus();
    await expect(current(canvas)).not.toHaveTextContent(/unread/);
  },
};

export const StepsByKeyboard: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect(current(canvas)).toHaveTextContent('Martha J Williams');
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await expect(current(canvas)).toHaveTextContent('Maya Lindqvist');
  },
};

export const Replied: Story = {
  async play({ canvas, userEvent }) {
    const reply = canvas.getByRole('textbox', { name: 'Reply to Maya Lindqvist' });
    await userEvent.type(reply, 'Tomorrow at nine?{Control>}{Enter}{/Control}');
    await expect(within(canvas.getByRole('log')).getByText('Tomorrow at nine?')).toBeVisible();
    await expect(reply).toHaveValue('');
    await expect(reply).toHaveFocus();
    await expect(current(canvas)).toHaveTextContent('Answered');
  },
};

export const PanelOf280: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('radio', { name: '280' }));
    await expect(canvas.getByTitle('Customer profile').getBoundingClientRect().width).toBe(280);
  },
};
