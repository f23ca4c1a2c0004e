import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { sticksOut } from '../../../../../.storybook/Frame.tsx';
import { loadServices, servicesOf, withServices } from '../../../../../.storybook/services.tsx';
import { CustomerPanel } from '../../../CustomerPanel.tsx';
import {
  daniel,
  described,
  expectUnchanged,
  open,
  save,
  saved,
  showEmpty,
} from './inputStories.tsx';

const meta = {
  title: 'Customer/Attributes/Inputs',
  component: CustomerPanel,
  args: { customerId: daniel, onRedirected: fn() },
  loaders: [loadServices],
  decorators: [withServices],
} satisfies Meta<typeof CustomerPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const birthday = { title: 'Birthday', type: 'string', format: 'date' };

export const Day: Story = {
  parameters: described({ birthday }, { birthday: '"1988-04-12"' }),
  async play({ canvas, userEvent, ...context }) {
    const control = await open(canvas, userEvent, 'Birthday');
    await expect(control).toHaveValue('1988-04-12');
    await expectUnchanged(canvas);
    await userEvent.clear(control);
    await userEvent.type(control, '2024-02-29');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ birthday: '"2024-02-29"' });
  },
};

/** It is shown as it is, and becomes a date when the agent makes it one. */
export const DayUnreadable: Story = {
  parameters: { ...described({ birthday }, { birthday: '"12/04/88"' }), width: 258 },
  async play({ canvas, canvasElement, userEvent, ...context }) {
    const control = await open(canvas, userEvent, 'Birthday');
    await expect(control).toHaveValue('12/04/88');
    await expect(control).toHaveAccessibleDescription(
      'Shown as it is. The brand expects a date here.',
    );
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
    await userEvent.click(canvas.getByRole('button', { name: 'Enter as a date' }));
    const day = canvas.getByLabelText('Value of Birthday');
    await expect(day).toHaveValue('');
    await userEvent.type(day, '1988-04-12');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ birthday: '"1988-04-12"' });
  },
};

/** While it is typed, a text that is a date for a moment does not turn into another control. */
export const DayTypedAsText: Story = {
  parameters: described({ birthday }, { birthday: '"12 April"' }),
  async play({ canvas, userEvent }) {
    const control = await open(canvas, userEvent, 'Birthday');
    await userEvent.clear(control);
    await userEvent.type(control, '1988-04-12');
    await expect(control).toHaveFocus();
    await expect(control).toHaveValue('1988-04-12');
  },
};

export const DayEmptied: Story = {
  parameters: described({ birthday }, { birthday: '"1988-04-12"' }),
  async play({ canvas, userEvent }) {
    const control = await open(canvas, userEvent, 'Birthday');
    await userEvent.clear(control);
    await expect(control).toBeValid();
    await save(canvas, userEvent);
    await waitFor(() => expect(control).toBeInvalid());
    await expect(control).toHaveAccessibleDescription(/^Nothing is filled in/);
    await userEvent.type(control, '1988-04-13');
    await waitFor(() => expect(control).toBeValid());
  },
};

const points = { title: 'Points', type: 'integer', minimum: 0, 'x-unit': 'points' };
const owned = { ...points, 'x-owned-by-lookup': 'Loyalty system' };

/** Said before the edit, and again after the save. */
export const OwnedByLookup: Story = {
  parameters: described({ points: owned }, { points: '420' }),
  async play({ canvas, userEvent, ...context }) {
    const control = await open(canvas, userEvent, 'Points');
    await expect(canvas.getByText(/^Comes from Loyalty system: your change lasts/)).toBeVisible();
    await userEvent.clear(control);
    await userEvent.type(control, '12,345,678,901,234,567,890');
    await expect(control).toHaveAccessibleDescription('points Is saved as 12345678901234567890.');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ points: '12345678901234567890' });
    await expect(
      canvas.getByText('Points: the next lookup of Loyalty system overwrites what you saved.'),
    ).toBeVisible();
  },
};

export const NumberWrong: Story = {
  parameters: { ...described({ points }, { points: '420' }), width: 258 },
  globals: { theme: 'dark' },
  async play({ canvas, canvasElement, userEvent }) {
    const control = await open(canvas, userEvent, 'Points');
    await userEvent.clear(control);
    await userEvent.type(control, '1,5');
    await save(canvas, userEvent);
    await waitFor(() => expect(control).toBeInvalid());
    await expect(control).toHaveAccessibleDescription(/This is not a number\. Write digits/);
    await userEvent.clear(control);
    await userEvent.type(control, '-3');
    await waitFor(() => expect(control).toHaveAccessibleDescription(/At least 0\./));
    await userEvent.clear(control);
    await userEvent.type(control, '3');
    await waitFor(() => expect(control).toBeValid());
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

/** The digits are nobody's to tidy up, neither by opening nor by changing another one. */
export const Amount: Story = {
  parameters: described(
    { total: { title: 'Total', type: 'string', 'x-currency': 'GBP', pattern: '^\\d+\\.\\d\\d$' } },
    { total: '"1186.40"' },
  ),
  async play({ canvas, userEvent, ...context }) {
    const control = await open(canvas, userEvent, 'Total');
    await expect(control).toHaveValue('1186.40');
    await expect(canvas.getByText('GBP')).toBeVisible();
    await userEvent.clear(control);
    await userEvent.type(control, '1,186.50');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ total: '"1186.50"' });
  },
};

const newsletter = { title: 'Newsletter', type: 'boolean' };

/** Not set is not No: the three are three. */
export const ThreeStates: Story = {
  parameters: described({ newsletter }, { newsletter: 'false' }),
  async play({ canvas, userEvent, ...context }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Newsletter' }));
    const no = await canvas.findByRole('radio', { name: 'No' });
    await expect(no).toBeChecked();
    await expect(no).toHaveFocus();
    await userEvent.click(canvas.getByRole('radio', { name: 'Not set' }));
    await expect(canvas.getByText('Will be removed when you save.')).toBeVisible();
    await userEvent.click(canvas.getByRole('radio', { name: 'No' }));
    await expectUnchanged(canvas);
    await userEvent.click(canvas.getByRole('radio', { name: 'Not set' }));
    await expect(await saved(canvas, userEvent, servicesOf(context))).toEqual({});
  },
};

/** Opened where it stands in the list; untouched, it is not an edit. */
export const NotSetYet: Story = {
  parameters: described({ newsletter }, {}),
  async play({ canvas, userEvent, ...context }) {
    await showEmpty(canvas, userEvent);
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Newsletter' }));
    await expect(await canvas.findByRole('radio', { name: 'Not set' })).toBeChecked();
    await expectUnchanged(canvas);
    await userEvent.keyboard('{Escape}');
    await expect(canvas.queryByRole('radio')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Edit Newsletter' }));
    await userEvent.click(await canvas.findByRole('radio', { name: 'No' }));
    await userEvent.click(canvas.getByRole('radio', { name: 'Not set' }));
    await expectUnchanged(canvas);
    await userEvent.click(canvas.getByRole('radio', { name: 'No' }));
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ newsletter: 'false' });
  },
};

/** What is typed and taken back again leaves nothing behind. */
export const NotSetText: Story = {
  parameters: described({ note: { title: 'Note', type: 'string' } }, {}),
  async play({ canvas, userEvent }) {
    await showEmpty(canvas, userEvent);
    const control = await open(canvas, userEvent, 'Note');
    await userEvent.type(control, 'x');
    await expect(canvas.getByText('1 unsaved change')).toBeVisible();
    await userEvent.clear(control);
    await expectUnchanged(canvas);
    await expect(canvas.queryByLabelText('Name')).toBeNull();
  },
};

export const DefaultFilledIn: Story = {
  parameters: described({ newsletter: { ...newsletter, default: true } }, {}),
  async play({ canvas, userEvent, ...context }) {
    await showEmpty(canvas, userEvent);
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Newsletter' }));
    await expect(await canvas.findByRole('radio', { name: 'Yes' })).toBeChecked();
    await expect(canvas.getByText('1 unsaved change')).toBeVisible();
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ newsletter: 'true' });
  },
};

/** The name field knows what the brand describes and the customer lacks. */
export const AddDescribed: Story = {
  parameters: described({ birthday, newsletter }, { newsletter: 'true' }),
  async play({ canvas, canvasElement, userEvent, ...context }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Add attribute' }));
    const name = await canvas.findByRole('combobox', { name: 'Name' });
    const suggested = [...canvasElement.querySelectorAll<HTMLOptionElement>('datalist option')];
    await expect(suggested.map(({ value }) => value)).toEqual(['birthday']);
    await userEvent.type(name, 'birthday');
    await userEvent.type(await canvas.findByLabelText('Value of Birthday'), '1990-01-31');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ newsletter: 'true', birthday: '"1990-01-31"' });
  },
};

const links = {
  shop: { title: 'In the shop', type: 'string', format: 'uri' },
  odd: { title: 'Odd', type: 'string', format: 'uri' },
  mail: { title: 'Mail', type: 'string', format: 'email' },
  phone: { title: 'Phone', type: 'string', format: 'e164' },
};

/** Only what opens a page or a letter is a link. */
export const Links: Story = {
  parameters: {
    ...described(links, {
      shop: '"https://shop.example.com/c/1"',
      odd: '"javascript:alert(1)"',
      mail: '"ana@example.com"',
      phone: '"+14155550100"',
    }),
    width: 258,
  },
  async play({ canvas, canvasElement, userEvent }) {
    for (const label of ['In the shop', 'Odd', 'Mail', 'Phone'])
      await open(canvas, userEvent, label);
    const link = (name: string) => canvas.queryByRole('link', { name });
    await expect(link('Open In the shop')).toHaveAttribute('href', 'https://shop.example.com/c/1');
    await expect(link('Open Mail')).toHaveAttribute('href', 'mailto:ana@example.com');
    await expect(link('Open Odd')).toBeNull();
    await expect(link('Open Phone')).toBeNull();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const Duration: Story = {
  parameters: described(
    {
      wait: {
        title: 'Wait',
        type: 'string',
        format: 'duration',
        description: 'Until the next call.',
      },
    },
    { wait: '"P3DT4H"' },
  ),
  async play({ canvas, userEvent }) {
    const control = await open(canvas, userEvent, 'Wait');
    await expect(control).toHaveAccessibleDescription('3 days, 4 hours Until the next call.');
    await userEvent.clear(control);
    await userEvent.type(control, '2 weeks');
    await save(canvas, userEvent);
    await waitFor(() => expect(control).toBeInvalid());
    await expect(control).toHaveAccessibleDescription(/^Not a duration/);
  },
};

export const SeveralKinds: Story = {
  parameters: described(
    { referredBy: { title: 'Referred by', type: ['string', 'null'], format: 'email' } },
    { referredBy: 'null' },
  ),
  async play({ canvas, userEvent, ...context }) {
    await showEmpty(canvas, userEvent);
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Referred by' }));
    const type = await canvas.findByLabelText<HTMLSelectElement>('Type of Referred by');
    await expect([...type.options].map(({ text }) => text)).toEqual(['Text', 'No value']);
    await userEvent.selectOptions(type, 'Text');
    await userEvent.type(canvas.getByLabelText('Value of Referred by'), 'bo@example.com');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ referredBy: '"bo@example.com"' });
  },
};

/** A number where the brand says text: as it is, and another type is two presses away. */
export const WrongKind: Story = {
  parameters: {
    ...described({ size: { title: 'Size', type: 'string' } }, { size: '38.50' }),
    width: 258,
  },
  async play({ canvas, canvasElement, userEvent, ...context }) {
    const control = await open(canvas, userEvent, 'Size');
    await expect(control).toHaveValue('38.50');
    await expect(control).toHaveAccessibleDescription(
      'Shown as it is. The brand expects text here.',
    );
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
    await userEvent.selectOptions(canvas.getByLabelText('Type of Size'), 'Text');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ size: '"38.50"' });
  },
};

export const Lines: Story = {
  parameters: described(
    { notes: { title: 'Notes', type: 'string', 'x-multiline': true, maxLength: 12 } },
    { notes: '"Ring\\r\\ntwice"' },
  ),
  async play({ canvas, userEvent, ...context }) {
    const control = await open(canvas, userEvent, 'Notes');
    await userEvent.type(control, ', loudly');
    await save(canvas, userEvent);
    await waitFor(() => expect(control).toBeInvalid());
    await expect(control).toHaveAccessibleDescription(/At most 12 characters; this has 19/);
    await userEvent.clear(control);
    await userEvent.type(control, 'Ring{Enter}once');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ notes: '"Ring\\r\\nonce"' });
  },
};
