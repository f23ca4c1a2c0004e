import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, fn, within } from 'storybook/test';
import { sticksOut } from '../../../../../.storybook/Frame.tsx';
import { loadServices, servicesOf, withServices } from '../../../../../.storybook/services.tsx';
import { CustomerPanel } from '../../../CustomerPanel.tsx';
import { daniel, described, expectUnchanged, open, save, saved } from './inputStories.tsx';

const meta = {
  title: 'Customer/Attributes/Inputs/Choices',
  component: CustomerPanel,
  args: { customerId: daniel, onRedirected: fn() },
  loaders: [loadServices],
  decorators: [withServices],
} satisfies Meta<typeof CustomerPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const tier = {
  title: 'Tier',
  oneOf: [
    { const: 'G', title: 'Gold' },
    { const: 'S', title: 'Silver' },
    { const: 3, title: 'The third' },
    { const: null, title: 'None' },
  ],
};

/** Each value is stored as the brand wrote it, number and null too. */
export const Choice: Story = {
  parameters: described({ tier }, { tier: '"G"' }),
  async play({ canvas, userEvent, ...context }) {
    const control = await open(canvas, userEvent, 'Tier');
    await expect(control).toHaveDisplayValue('Gold');
    await expect(canvas.queryByLabelText('Type of Tier')).toBeNull();
    await userEvent.selectOptions(control, 'The third');
    await expect(await saved(canvas, userEvent, servicesOf(context))).toEqual({ tier: '3' });
    const again = await open(canvas, userEvent, 'Tier');
    await userEvent.selectOptions(again, 'None');
    await expect(await saved(canvas, userEvent, servicesOf(context))).toEqual({ tier: 'null' });
  },
};

/** Whoever decides reads what the choice offers, not what the brand stores. */
export const ChoiceInConflict: Story = {
  parameters: described({ tier }, { tier: '"G"' }),
  async play({ canvas, userEvent, ...context }) {
    await userEvent.selectOptions(await open(canvas, userEvent, 'Tier'), 'None');
    servicesOf(context).gladly.changeElsewhere(daniel, { set: { tier: '"S"' } });
    await save(canvas, userEvent);
    const conflict = within(await canvas.findByRole('group', { name: 'Changed elsewhere' }));
    const versions = conflict.getAllByRole('definition').map(({ textContent }) => textContent);
    await expect(versions).toEqual(['Gold', 'Silver', 'None']);
  },
};

/** It was allowed once: it stays until another is chosen, and can be gone back to. */
export const ChoiceNotInList: Story = {
  parameters: { ...described({ tier }, { tier: '"Platinum"' }), width: 258 },
  async play({ canvas, canvasElement, userEvent }) {
    const control = await open(canvas, userEvent, 'Tier');
    await expect(control).toHaveDisplayValue('Platinum (not in the list)');
    await expectUnchanged(canvas);
    await userEvent.selectOptions(control, 'Silver');
    await expect(canvas.getByText('1 unsaved change')).toBeVisible();
    await userEvent.selectOptions(control, 'Platinum (not in the list)');
    await expectUnchanged(canvas);
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

const cities = [
  'Zürich',
  'Genève',
  'Basel',
  'Bern',
  'Lausanne',
  'Luzern',
  'Lugano',
  'Biel',
  'Thun',
  'Köniz',
  'Chur',
  'Sion',
  'Uster',
];
const city = { title: 'City', enum: cities };

/** By keyboard alone, without accents. */
export const SearchedChoice: Story = {
  parameters: { ...described({ city }, { city: '"Bern"' }), width: 258 },
  async play({ canvas, canvasElement, userEvent, ...context }) {
    const control = await open(canvas, userEvent, 'City');
    await expect(control).toHaveValue('Bern');
    await expect(control).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('zur');
    await expect(canvas.getAllByRole('option')).toHaveLength(1);
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
    await userEvent.keyboard('{Enter}');
    await expect(control).toHaveValue('Zürich');
    await userEvent.keyboard('{ArrowDown}');
    await expect(canvas.getByRole('option', { name: 'Zürich', selected: true })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await expect(control).toHaveValue('Basel');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ city: '"Basel"' });
  },
};

export const SearchedChoiceDark: Story = {
  parameters: { ...described({ city }, { city: '"Atlantis"' }), width: 258 },
  globals: { theme: 'dark' },
  async play({ canvas, canvasElement, userEvent }) {
    const control = await open(canvas, userEvent, 'City');
    await expect(control).toHaveValue('Atlantis (not in the list)');
    await userEvent.click(control);
    await expect(canvas.getAllByRole('option')).toHaveLength(14);
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

/** Half a word chooses nothing, and Escape closes the list before it closes the row. */
export const SearchedInVain: Story = {
  parameters: described({ city }, { city: '"Bern"' }),
  async play({ canvas, userEvent }) {
    const control = await open(canvas, userEvent, 'City');
    await userEvent.keyboard('xyz');
    await expect(canvas.getByText('None in the list')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect(control).toHaveValue('Bern');
    await expect(control).toHaveFocus();
    await userEvent.keyboard('ge');
    await userEvent.tab();
    await expect(control).toHaveValue('Bern');
    await expectUnchanged(canvas);
    await userEvent.click(control);
    await userEvent.click(canvas.getByRole('option', { name: 'Genève' }));
    await expect(control).toHaveValue('Genève');
  },
};

const tags = {
  title: 'Tags',
  type: 'array',
  items: { type: 'string', minLength: 1, maxLength: 30 },
  uniqueItems: true,
};

/** An input method's Enter takes what it proposes: it chooses no option, and adds no half of a word. */
export const InputMethod: Story = {
  parameters: described({ city, tags }, { city: '"Bern"', tags: '["vip"]' }),
  async play({ canvas, userEvent }) {
    const cityInput = await open(canvas, userEvent, 'City');
    await userEvent.keyboard('zur');
    await fireEvent.keyDown(cityInput, { key: 'Enter', isComposing: true });
    await expect(canvas.getAllByRole('option')).toHaveLength(1);
    await fireEvent.keyDown(cityInput, { key: 'Escape', isComposing: true });
    await expect(cityInput).toHaveValue('zur');
    await userEvent.keyboard('{Escape}');
    const tagsInput = await open(canvas, userEvent, 'Tags');
    await userEvent.keyboard('nihon');
    await fireEvent.keyDown(tagsInput, { key: 'Enter', isComposing: true });
    await expect(tagsInput).toHaveValue('nihon');
    await expect(canvas.queryByRole('button', { name: 'Remove nihon' })).toBeNull();
  },
};

/** Adding, moving and removing without a mouse; what is being typed is saved too. */
export const ChipsByKeyboard: Story = {
  parameters: { ...described({ tags }, { tags: '["vip","press"]' }), width: 258 },
  async play({ canvas, canvasElement, userEvent, ...context }) {
    await open(canvas, userEvent, 'Tags');
    await userEvent.keyboard('gift wrap{Enter}');
    const chips = () =>
      canvas.getAllByRole('button', { name: /^Remove (?!Tags)/ }).map((button) => button.ariaLabel);
    await expect(chips()).toEqual(['Remove vip', 'Remove press', 'Remove gift wrap']);
    await userEvent.tab({ shift: true });
    await expect(canvas.getByRole('button', { name: 'Remove gift wrap' })).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowLeft}{ArrowLeft}{/Alt}');
    await expect(chips()).toEqual(['Remove gift wrap', 'Remove vip', 'Remove press']);
    await expect(canvas.getByRole('button', { name: 'Remove gift wrap' })).toHaveFocus();
    await expect(canvas.getByText('gift wrap is now 1 of 3')).toBeInTheDocument();
    await userEvent.keyboard('{ArrowRight}{Delete}');
    await expect(chips()).toEqual(['Remove gift wrap', 'Remove press']);
    await expect(canvas.getByRole('button', { name: 'Remove press' })).toHaveFocus();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
    await userEvent.type(canvas.getByLabelText('Value of Tags'), 'new');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(JSON.parse(now['tags'] ?? '')).toEqual(['gift wrap', 'press', 'new']);
  },
};

export const ChipsDark: Story = {
  parameters: {
    ...described({ tags }, { tags: '["a tag with quite a long name of many words","vip","x"]' }),
    width: 258,
  },
  globals: { theme: 'dark' },
  async play({ canvas, canvasElement, userEvent }) {
    await open(canvas, userEvent, 'Tags');
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

/** The rules of a list and of its items are told with the place. */
export const ChipsAgainstRules: Story = {
  parameters: described({ tags }, { tags: '["vip"]' }),
  async play({ canvas, userEvent }) {
    const control = await open(canvas, userEvent, 'Tags');
    await userEvent.keyboard('vip{Enter}');
    await save(canvas, userEvent);
    await expect(await canvas.findByText(/^\[1\]: The same as item 1/)).toBeVisible();
    await expect(control).toHaveFocus();
    await userEvent.click(canvas.getAllByRole('button', { name: 'Remove vip' })[1] ?? control);
    await expect(canvas.queryByText(/The same as item/)).toBeNull();
  },
};

export const ChipsOfChoices: Story = {
  parameters: described(
    {
      days: {
        title: 'Days',
        type: 'array',
        items: { enum: [1, 2, 3], 'x-enum-labels': ['Monday', 'Tuesday', 'Wednesday'] },
      },
    },
    { days: '[1]' },
  ),
  async play({ canvas, userEvent, ...context }) {
    await open(canvas, userEvent, 'Days');
    await expect(canvas.getByRole('button', { name: 'Remove Monday' })).toBeVisible();
    await userEvent.keyboard('wed{Enter}');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(JSON.parse(now['days'] ?? '')).toEqual([1, 3]);
  },
};

export const ChipsOfNumbers: Story = {
  parameters: described(
    { sizes: { title: 'Sizes', type: 'array', items: { type: 'number' } } },
    { sizes: '[1.10]' },
  ),
  async play({ canvas, userEvent, ...context }) {
    await open(canvas, userEvent, 'Sizes');
    await userEvent.keyboard('1,200.50{Enter}');
    const { sizes = '' } = await saved(canvas, userEvent, servicesOf(context));
    await expect(sizes.replaceAll(/\s/g, '')).toBe('[1.10,1200.50]');
  },
};

export const ChipsAsText: Story = {
  parameters: described({ tags }, { tags: '["vip"]' }),
  async play({ canvas, userEvent }) {
    await open(canvas, userEvent, 'Tags');
    await userEvent.click(canvas.getByRole('button', { name: 'Edit as JSON text' }));
    await expect(canvas.getByLabelText('Value of Tags')).toHaveValue('[\n  "vip"\n]');
    await userEvent.click(canvas.getByRole('button', { name: 'Enter as a list' }));
    await expect(canvas.getByRole('button', { name: 'Remove vip' })).toBeVisible();
    await expectUnchanged(canvas);
  },
};
