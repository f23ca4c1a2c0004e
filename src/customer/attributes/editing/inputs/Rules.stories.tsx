import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import schema from '../../../../../examples/shop-attributes.schema.json?raw';
import { sticksOut } from '../../../../../.storybook/Frame.tsx';
import {
  inWorld,
  loadServices,
  servicesOf,
  withServices,
} from '../../../../../.storybook/services.tsx';
import { CustomerPanel } from '../../../CustomerPanel.tsx';
import { createDrafts } from '../../drafts.ts';
import { rowFor } from '../editRow.ts';
import { daniel, described, open, save, saved, showEmpty } from './inputStories.tsx';

const meta = {
  title: 'Customer/Attributes/Inputs/Rules',
  component: CustomerPanel,
  args: { customerId: daniel, onRedirected: fn() },
  loaders: [loadServices],
  decorators: [withServices],
} satisfies Meta<typeof CustomerPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const code = { title: 'Code', type: 'string', pattern: '^[A-Z]{2}$', examples: ['GB'] };
const note = { title: 'Note', type: 'string' };

/** On Save, before anything is sent; gone as soon as the value is right. */
export const BrokenRule: Story = {
  parameters: described({ code }, { code: '"GB"' }),
  async play({ canvas, userEvent, ...context }) {
    const { gladly } = servicesOf(context);
    const control = await open(canvas, userEvent, 'Code');
    await userEvent.clear(control);
    await userEvent.type(control, 'gb');
    await expect(control).toBeValid();
    const before = gladly.requests.length;
    await save(canvas, userEvent);
    await waitFor(() => expect(control).toBeInvalid());
    await expect(control).toHaveAccessibleDescription('Not in the expected form, such as GB.');
    await waitFor(() => expect(control).toHaveFocus());
    await expect(gladly.requests.length).toBe(before);
    await userEvent.clear(control);
    await userEvent.type(control, 'FR');
    await waitFor(() => expect(control).toBeValid());
    await expect(await saved(canvas, userEvent, servicesOf(context))).toEqual({ code: '"FR"' });
  },
};

/** It was broken before: shown, and it hinders nobody. */
export const BrokenBefore: Story = {
  parameters: described({ code, note }, { code: '"much too long"', note: '"old"' }),
  async play({ canvas, userEvent, ...context }) {
    await expect(await open(canvas, userEvent, 'Code')).toHaveValue('much too long');
    const control = await open(canvas, userEvent, 'Note');
    await userEvent.type(control, 'er');
    const now = await saved(canvas, userEvent, servicesOf(context));
    await expect(now).toEqual({ code: '"much too long"', note: '"older"' });
  },
};

const order = {
  title: 'Order',
  type: 'object',
  properties: { items: { type: 'array', items: { type: 'object', required: ['sku'] } } },
};

export const BrokenInside: Story = {
  parameters: { ...described({ order }, { order: '{"items":[{"sku":"a"}]}' }), width: 258 },
  async play({ canvas, canvasElement, userEvent }) {
    const control = await open(canvas, userEvent, 'Order');
    await userEvent.clear(control);
    await userEvent.click(control);
    await userEvent.paste('{"items":[{"sku":"a"},{}]}');
    await save(canvas, userEvent);
    await waitFor(() => expect(control).toBeInvalid());
    await expect(control).toHaveAccessibleDescription(/^items\[1\]\.sku: This is missing\./);
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

const refused = JSON.stringify({
  type: 'about:blank',
  title: 'Invalid',
  status: 422,
  code: 'invalid',
  errors: [
    { key: 'note', path: 'a.b', message: 'Too old.' },
    { key: 'note', message: 'Too short.' },
  ],
});

/** Rules that only the server has: they land at the same field, with their places. */
export const RefusedByServer: Story = {
  parameters: described(
    { note },
    { note: '"old"' },
    {
      fetch: (fetch) => (input, init) =>
        init?.method === 'PATCH'
          ? Promise.resolve(
              new Response(refused, {
                status: 422,
                headers: { 'Content-Type': 'application/problem+json' },
              }),
            )
          : fetch(input, init),
    },
  ),
  async play({ canvas, userEvent }) {
    const control = await open(canvas, userEvent, 'Note');
    await userEvent.type(control, 'er');
    await save(canvas, userEvent);
    await waitFor(() => expect(control).toBeInvalid());
    await expect(control).toHaveAccessibleDescription('a.b: Too old. Too short.');
    await userEvent.type(control, '!');
    await waitFor(() => expect(control).toBeValid());
  },
};

/** Undo is a save: it cannot bring back what is against a rule, and says so. */
export const UndoRefused: Story = {
  parameters: { ...described({ code }, { code: '"much too long"' }), width: 258 },
  async play({ canvas, canvasElement, userEvent, ...context }) {
    const control = await open(canvas, userEvent, 'Code');
    await userEvent.clear(control);
    await userEvent.type(control, 'FR');
    await saved(canvas, userEvent, servicesOf(context));
    const [undo] = canvas.getAllByRole('button', { name: /^Undo the save/ });
    if (undo) await userEvent.click(undo);
    const title = 'Not undone: the earlier value is not accepted any more';
    await expect(await canvas.findByText(title)).toBeVisible();
    await expect(canvas.getByText('Code: Not in the expected form, such as GB.')).toBeVisible();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const Required: Story = {
  parameters: described({ code, note }, { code: '"GB"' }, { required: ['code'] }),
  async play({ canvas, userEvent }) {
    await open(canvas, userEvent, 'Code');
    await expect(canvas.queryByRole('button', { name: 'Remove Code' })).toBeNull();
  },
};

const drafted = createDrafts();
drafted.set({ id: daniel }, [{ ...rowFor('note', '"old"'), text: 'my words' }]);

/** It became read-only while there was an edit of it. */
export const BecameReadOnly: Story = {
  parameters: {
    ...described({ note: { ...note, readOnly: true } }, { note: '"old"' }, { drafts: drafted }),
    width: 258,
  },
  async play({ canvas, canvasElement, userEvent }) {
    await expect(await canvas.findByText('my words')).toBeVisible();
    await expect(canvas.getByText(/^This attribute is read-only now/)).toBeVisible();
    await expect(canvas.queryByRole('textbox', { name: /^Value/ })).toBeNull();
    await save(canvas, userEvent);
    await expect(await canvas.findByText('1 attribute needs a correction')).toBeVisible();
    const discard = canvas.getByRole('button', { name: 'Discard the edit of Note' });
    await waitFor(() => expect(discard).toHaveFocus());
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
    await userEvent.click(discard);
    await expect(canvas.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
  },
};

/** The shop's own definitions, every control of them open at once. */
const everyInput: Story = {
  args: { customerId: 'maya-lindqvist-0001' },
  parameters: { ...inWorld({ world: { attributeSchema: schema } }), width: 258 },
  async play({ canvas, canvasElement, userEvent }) {
    await showEmpty(canvas, userEvent);
    for (const label of ['Delivery notes', 'Call back', 'Tags', 'Points', 'Store', 'Birthday'])
      await open(canvas, userEvent, label);
    await userEvent.click(canvas.getByRole('button', { name: 'Edit Newsletter' }));
    await expect(await canvas.findByRole('radio', { name: 'Not set' })).toBeVisible();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const EveryInputNarrow258: Story = everyInput;
export const EveryInputNarrow258Dark: Story = { ...everyInput, globals: { theme: 'dark' } };
