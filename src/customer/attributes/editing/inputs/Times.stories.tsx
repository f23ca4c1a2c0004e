import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, fn, waitFor } from 'storybook/test';
import { sticksOut } from '../../../../../.storybook/Frame.tsx';
import {
  loadServices,
  servicesOf,
  withServices,
  type Canvas,
} from '../../../../../.storybook/services.tsx';
import { CustomerPanel } from '../../../CustomerPanel.tsx';
import { daniel, described, expectUnchanged, open, save, saved } from './inputStories.tsx';

const meta = {
  title: 'Customer/Attributes/Inputs/Times',
  component: CustomerPanel,
  args: { customerId: daniel, onRedirected: fn() },
  loaders: [loadServices],
  decorators: [withServices],
} satisfies Meta<typeof CustomerPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const callBack = { title: 'Call back', type: 'string', format: 'date-time' };

const zoneOf = (canvas: Canvas) => canvas.getByLabelText('Time zone of Call back');

const setTime = (control: HTMLElement, value: string) =>
  fireEvent.change(control, { target: { value } });

/** To look at it on other clocks changes nothing; to write a time on them does. */
export const Moment: Story = {
  parameters: {
    ...described({ callBack }, { callBack: '"2026-02-03T15:30:05.123456+05:30"' }),
    width: 258,
  },
  async play({ canvas, canvasElement, userEvent, ...context }) {
    const control = await open(canvas, userEvent, 'Call back');
    await userEvent.selectOptions(zoneOf(canvas), 'UTC+05:30 (as stored)');
    await expect(control).toHaveValue('2026-02-03T15:30:05.123');
    await userEvent.selectOptions(zoneOf(canvas), 'America/New_York');
    await expect(control).toHaveValue('2026-02-03T05:00:05.123');
    await expectUnchanged(canvas);
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
    await setTime(control, '2026-07-03T05:00');
    await setTime(control, '2026-02-03T05:00:05.123');
    await expectUnchanged(canvas);
    await setTime(control, '2026-07-03T05:00');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ callBack: '"2026-07-03T05:00:00-04:00"' });
  },
};

/** What the agent wrote is meant in the zone that is chosen after it. */
export const MomentThenZone: Story = {
  parameters: described({ callBack }, { callBack: '"2026-02-03T15:30:00Z"' }),
  async play({ canvas, userEvent, ...context }) {
    const control = await open(canvas, userEvent, 'Call back');
    await setTime(control, '2026-07-03T10:00');
    await userEvent.selectOptions(zoneOf(canvas), 'Asia/Tokyo');
    await expect(control).toHaveValue('2026-07-03T10:00');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ callBack: '"2026-07-03T10:00:00+09:00"' });
  },
};

export const ComesTwice: Story = {
  parameters: { ...described({ callBack }, { callBack: '"2026-02-03T15:30:00Z"' }), width: 258 },
  globals: { theme: 'dark' },
  async play({ canvas, canvasElement, userEvent, ...context }) {
    const control = await open(canvas, userEvent, 'Call back');
    await userEvent.selectOptions(zoneOf(canvas), 'Europe/Berlin');
    await setTime(control, '2026-10-25T02:30');
    await expect(canvas.getByRole('radio', { name: 'The first (UTC+02:00)' })).toBeChecked();
    await userEvent.click(canvas.getByRole('radio', { name: 'The second (UTC+01:00)' }));
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ callBack: '"2026-10-25T02:30:00+01:00"' });
  },
};

export const LeftOut: Story = {
  parameters: { ...described({ callBack }, { callBack: '"2026-02-03T15:30:00Z"' }), width: 258 },
  async play({ canvas, canvasElement, userEvent }) {
    const control = await open(canvas, userEvent, 'Call back');
    await userEvent.selectOptions(zoneOf(canvas), 'Europe/Berlin');
    await setTime(control, '2026-03-29T02:30');
    await expect(control).toHaveAccessibleDescription(
      /^This time does not exist in Europe\/Berlin: the clocks go forward/,
    );
    await expect(control).toBeValid();
    await save(canvas, userEvent);
    await waitFor(() => expect(control).toBeInvalid());
    await expect(control).toHaveAccessibleDescription(/^This time does not exist/);
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
    await setTime(control, '2026-03-29T03:30');
    await waitFor(() => expect(control).toBeValid());
  },
};

/** Without an offset it is nobody's moment. */
export const MomentUnreadable: Story = {
  parameters: described({ callBack }, { callBack: '"2026-02-03T15:30:00"' }),
  async play({ canvas, userEvent }) {
    const control = await open(canvas, userEvent, 'Call back');
    await expect(control).toHaveValue('2026-02-03T15:30:00');
    await expect(control).toHaveAccessibleDescription(/The brand expects a date with time here/);
    await userEvent.click(canvas.getByRole('button', { name: 'Enter as a date with time' }));
    await expect(canvas.getByLabelText('Value of Call back')).toHaveValue('');
    await expectUnchanged(canvas);
  },
};

export const TimeOfDay: Story = {
  parameters: {
    ...described(
      { opens: { title: 'Opens', type: 'string', format: 'time' } },
      { opens: '"08:30:00+02:00"' },
    ),
    width: 258,
  },
  async play({ canvas, canvasElement, userEvent, ...context }) {
    const control = await open(canvas, userEvent, 'Opens');
    await expect(control).toHaveValue('08:30');
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
    await setTime(control, '09:15');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ opens: '"09:15:00+02:00"' });
  },
};
