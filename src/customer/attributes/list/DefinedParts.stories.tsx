import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { sticksOut } from '../../../../.storybook/Frame.tsx';
import {
  inWorld,
  loadServices,
  withServices,
  type Canvas,
} from '../../../../.storybook/services.tsx';
import { CustomerPanel } from '../../CustomerPanel.tsx';

const daniel = 'cust-daniel-reyes';

const schema = JSON.stringify({
  type: 'object',
  properties: {
    order: {
      title: 'Last order',
      type: 'object',
      properties: {
        number: { title: 'Order no.' },
        placed: { title: 'Placed', type: 'string', format: 'date' },
        paid: { title: 'Paid', type: 'boolean' },
        total: {
          title: 'Total',
          type: 'object',
          properties: { amount: { title: 'Amount', type: 'number', 'x-currency': 'GBP' } },
        },
        items: {
          title: 'Items',
          type: 'array',
          items: {
            type: 'object',
            properties: {
              sku: { title: 'SKU' },
              name: { title: 'Article' },
              sizes: { title: 'Sizes', type: 'array', items: { type: 'string' } },
            },
          },
        },
        link: { title: 'Invoice', type: 'string', format: 'uri' },
        الحالة: { title: 'الحالة' },
      },
    },
  },
});

const order =
  '{"internal ref":{"x":1.0},"placed":"2026-01-18","number":"EO-20931","paid":true,"total":{"amount":1234.50},' +
  '"items":[{"sku":"A-1","name":"Coat, \\"Harbour\\"","sizes":["S","M"]},{"sku":"B-2","name":"Scarf of a name that is much too long for one line of a panel"}],' +
  '"link":"https://shop.example.com/invoices/100482","الحالة":"في الطريق"}';

const holding = (json: string, more = '') =>
  inWorld({
    world: { attributeSchema: schema },
    arrange: ({ gladly }) =>
      gladly.setField(daniel, 'customAttributes', `{"order":${json}${more}}`),
  });

const meta = {
  title: 'Customer/Attributes/Described objects',
  component: CustomerPanel,
  args: { customerId: daniel, onRedirected: fn() },
  loaders: [loadServices],
  decorators: [withServices],
  parameters: { width: 350, ...holding(order) },
} satisfies Meta<typeof CustomerPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Each line of the object as an agent reads it. */
async function lines(canvas: Canvas) {
  const attributes = within(await canvas.findByRole('region', { name: /^Attributes/ }));
  const terms = attributes.queryAllByRole('term');
  return terms.map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`);
}

/** Three lines, as of any long value, in the brand's order. */
export const FirstLines: Story = {
  async play({ canvas, canvasElement }) {
    await expect(await lines(canvas)).toEqual([
      'Order no.: EO-20931',
      'Placed: Jan 18, 2026',
      'Paid: Yes',
    ]);
    await expect(canvas.getByRole('button', { name: 'Show all' })).toBeVisible();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

const allLines = [
  'Order no.: EO-20931',
  'Placed: Jan 18, 2026',
  'Paid: Yes',
  'Total › Amount: £1,234.50',
  'Items › 1 › SKU: A-1',
  'Items › 1 › Article: Coat, "Harbour"',
  'Items › 1 › Sizes: SM',
  'Items › 2 › SKU: B-2',
  'Items › 2 › Article: Scarf of a name that is much too long for one line of a panel',
  'Invoice: https://shop.example.com/invoices/100482',
  'الحالة: في الطريق',
  // Nothing is said about it: as it is written, and what it is.
  'internal refobject: {\n  "x": 1.0\n}',
];

export const AllLines: Story = {
  async play({ canvas, canvasElement, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show all' }));
    await expect(await lines(canvas)).toEqual(allLines);
    await expect(canvas.getByRole('button', { name: 'Show less' })).toHaveFocus();
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const AllLines258: Story = { ...AllLines, parameters: { width: 258 } };
export const AllLinesDark: Story = { ...AllLines, globals: { theme: 'dark' } };
export const AllLinesWide: Story = { ...AllLines, parameters: { width: 900 } };

/** What is looked for may stand in any line: all are there, without a press. */
export const Found: Story = {
  parameters: holding(order, ',"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7'),
  async play({ canvas, userEvent }) {
    await userEvent.type(
      await canvas.findByRole('searchbox', { name: 'Find an attribute' }),
      'article harbour',
    );
    await canvas.findByText('1 of 8');
    await expect(await lines(canvas)).toEqual(allLines);
    const marked = canvas.getAllByText(/^(article|harbour)$/i, { selector: 'mark' });
    await expect(marked.map(({ textContent }) => textContent)).toEqual([
      'Article',
      'Harbour',
      'Article',
    ]);
    await expect(canvas.queryByRole('button', { name: 'Show less' })).toBeNull();
  },
};

export const FoundDark: Story = { ...Found, globals: { theme: 'dark' } };

/** Where the brand names no kind, or the value is of another, the kind tells apart what reads alike. */
export const Kinds: Story = {
  parameters: holding('{"number":1,"paid":"Yes","extra":true,"link":"1","other":"true"}'),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show all' }));
    await expect(await lines(canvas)).toEqual([
      'Order no.number: 1',
      'Paidtext: Yes',
      'Invoice: 1',
      'extrayes or no: Yes',
      'other: true',
    ]);
  },
};

/** What is stored is found as well as what is shown of it, and then stands there, too. */
export const FoundAsStored: Story = {
  ...Found,
  async play({ canvas, userEvent }) {
    await userEvent.type(
      await canvas.findByRole('searchbox', { name: 'Find an attribute' }),
      '2026-01-18',
    );
    await canvas.findByText('1 of 8');
    await expect(canvas.getByText('2026-01-18', { selector: 'mark' })).toBeVisible();
    await expect(canvas.getByText('Jan 18, 2026')).toBeVisible();
  },
};

/** A value of another kind than the brand says, or empty, is as it is written. */
export const OtherKind: Story = {
  parameters: holding('["EO-20931", 1.0]'),
  async play({ canvas }) {
    await expect(await canvas.findByText('"EO-20931"')).toBeVisible();
    await expect(await lines(canvas)).toEqual([]);
  },
};
