import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ComponentProps } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import { readDefinitions } from '#src/contract/definitions/definitions.ts';
import { sticksOut } from '../../../../../.storybook/Frame.tsx';
import type { Canvas } from '../../../../../.storybook/services.tsx';
import { JsonTree } from './JsonTree.tsx';
import { treeText } from './treeText.ts';

/** A form around the tree: it gives back what it was given, and can be filled anew. */
function Form({ json, onChange, ...rest }: ComponentProps<typeof JsonTree>) {
  const [held, setHeld] = useState(json);
  return (
    <div style={{ padding: 'var(--space-3)' }}>
      <JsonTree
        {...rest}
        json={held}
        onChange={(next, valid) => {
          setHeld(next);
          onChange(next, valid);
        }}
      />
    </div>
  );
}

const order = `{
  "number": 12345678901234567890,
  "paid": true,
  "note": null,
  "total": 1.0,
  "greeting": "Hello Maya,\\nyour order is on its way."
}`;

const items = `[
  {"sku": "A-1", "price": 12.50, "gift": false},
  {"sku": "B-2", "price": 1e21, "gift": true}
]`;

const meta = {
  title: 'Customer/Attributes/JsonTree',
  component: JsonTree,
  args: { name: 'order', json: order, onChange: fn() },
  parameters: { width: 280 },
  render: (args) => <Form {...args} />,
} satisfies Meta<typeof JsonTree>;

export default meta;
type Story = StoryObj<typeof meta>;
type Context = Parameters<NonNullable<Story['play']>>[0];
type Play = NonNullable<Story['play']>;

const fits: Play = async ({ canvasElement }) => {
  await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
};

/** No two controls of a page may be called the same. */
async function expectOwnNames(canvas: Canvas) {
  const names = ['button', 'textbox', 'combobox']
    .flatMap((role) => canvas.queryAllByRole(role))
    .map((element) => element.getAttribute('aria-label') ?? labelOf(element));
  await expect(names).toEqual([...new Set(names)]);
}

const labelOf = (element: HTMLElement) =>
  document.querySelector(`label[for="${element.id}"]`)?.textContent ?? element.textContent;

const last = ({ args }: Context) =>
  (args.onChange as ReturnType<typeof fn<ComponentProps<typeof JsonTree>['onChange']>>).mock
    .lastCall;

const button = (canvas: Canvas, name: string) => canvas.getByRole('button', { name });

async function choose({ canvas, userEvent }: Context, of: string, action: string) {
  await userEvent.click(button(canvas, `Actions for ${of}`));
  await userEvent.click(await canvas.findByRole('button', { name: `${action}: ${of}` }));
}

/** Nothing that an agent does may leave the keyboard without a place. */
const expectFocus = (canvas: Canvas, role: string, name: string | RegExp) =>
  waitFor(() => expect(canvas.getByRole(role, { name })).toHaveFocus());

export const FlatObject: Story = {
  async play(context) {
    const { canvas, userEvent } = context;
    await expectOwnNames(canvas);
    const total = canvas.getByRole('textbox', { name: 'Value of order › total' });
    await userEvent.clear(total);
    await userEvent.type(total, '2.50');
    await expect(last(context)).toEqual([
      '{"number":12345678901234567890,"paid":true,"note":null,"total":2.50,"greeting":"Hello Maya,\\nyour order is on its way."}',
      true,
    ]);
    await userEvent.selectOptions(
      canvas.getByRole('combobox', { name: 'Value of order › paid' }),
      'No',
    );
    await userEvent.type(
      canvas.getByRole('textbox', { name: /^Value of.*greeting$/ }),
      '{enter}M.',
    );
    await expect(last(context)?.[0]).toContain('"paid":false');
    await expect(last(context)?.[0]).toContain('on its way.\\nM."');
    await fits(context);
  },
};

export const Dark: Story = { globals: { theme: 'dark' }, play: fits };
export const Wide: Story = { parameters: { width: 560 }, play: fits };

export const ListOfObjects: Story = {
  args: { name: 'items', json: items },
  async play(context) {
    const { canvas, userEvent } = context;
    await expectOwnNames(canvas);
    const price = canvas.getByRole('textbox', { name: 'Value of items › 2 › price' });
    await expect(price).toHaveValue('1e21');
    await choose(context, 'items › 2', 'Move up');
    await expectFocus(canvas, 'button', 'Actions for items › 1');
    await expect(last(context)).toEqual([
      '[{"sku":"B-2","price":1e21,"gift":true},{"sku":"A-1","price":12.50,"gift":false}]',
      true,
    ]);
    const toggle = button(canvas, 'items › 1 3 fields');
    await userEvent.click(toggle);
    await expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await expect(canvas.queryByRole('textbox', { name: /items › 1 › sku/ })).toBeNull();
    await fits(context);
  },
};

export const ListOfObjectsDark: Story = { ...ListOfObjects, globals: { theme: 'dark' } };
export const ListOfObjectsWide: Story = { ...ListOfObjects, parameters: { width: 560 } };

export const AddAndRemove: Story = {
  args: { json: '{"a":1,"list":["x","y"]}' },
  async play(context) {
    const { canvas, userEvent } = context;
    await userEvent.click(button(canvas, 'Add field to order'));
    await expect(last(context)?.[0]).toBe('{"a":1,"list":["x","y"],"":""}');
    await expectFocus(canvas, 'textbox', 'Name of order › “”');
    await userEvent.keyboard('tags{enter}');
    await expectFocus(canvas, 'textbox', 'Value of order › tags');
    await userEvent.selectOptions(
      canvas.getByRole('combobox', { name: 'Type of order › tags' }),
      'List',
    );
    await userEvent.click(button(canvas, 'Add item to order › tags'));
    await expectFocus(canvas, 'textbox', 'Value of order › tags › 1');
    await userEvent.keyboard('vip');
    await choose(context, 'order › a', 'Add field after this');
    await expectFocus(canvas, 'textbox', 'Name of order › “”');
    await userEvent.keyboard('10{enter}');
    await expectFocus(canvas, 'textbox', 'Value of order › 10');
    await userEvent.keyboard('ten');
    await choose(context, 'order › list › 1', 'Remove');
    await expectFocus(canvas, 'button', 'Actions for order › list › 1');
    await choose(context, 'order › list › 1', 'Remove');
    await expectFocus(canvas, 'button', 'order › list 0 items');
    await choose(context, 'order › list', 'Rename');
    await expectFocus(canvas, 'textbox', 'Name of order › list');
    await userEvent.keyboard('lists{enter}');
    await expectFocus(canvas, 'button', 'order › lists 0 items');
    await expect(last(context)).toEqual(['{"a":1,"10":"ten","lists":[],"tags":["vip"]}', true]);
    await expectOwnNames(canvas);
  },
};

const deep = `${'{"level":1.0,"inner":'.repeat(19)}{"end":-0}${'}'.repeat(19)}`;

export const TwentyLevels: Story = {
  args: { json: deep },
  async play(context) {
    const { canvas, userEvent } = context;
    let path = 'order';
    for (let level = 1; level <= 19; level += 1) {
      path += ' › inner';
      const part = canvas.getByRole('button', { name: new RegExp(`^(Show only )?${path} -?\\d`) });
      if (part.getAttribute('aria-expanded') !== 'true') await userEvent.click(part);
      await expectFocus(canvas, 'button', new RegExp(`^${path} \\d fields?$`));
      await fits(context);
    }
    await userEvent.type(canvas.getByRole('textbox', { name: `Value of ${path} › end` }), '.5');
    await expect(last(context)).toEqual([deep.replace('-0', '-0.5'), true]);
    await expectOwnNames(canvas);
    await fits(context);
    const way = within(canvas.getByRole('navigation'));
    await expect(way.getAllByRole('button')).toHaveLength(3);
  },
};

export const TwentyLevels258: Story = { ...TwentyLevels, parameters: { width: 258 } };

export const WayBack: Story = {
  args: { json: deep },
  async play(context) {
    const { canvas, userEvent } = context;
    await userEvent.click(button(canvas, 'order › inner 1.0 2 fields'));
    await choose(context, 'order › inner › inner', 'Show only this part');
    await expectFocus(canvas, 'button', 'order › inner › inner 2 fields');
    await userEvent.click(button(canvas, 'Show order › inner'));
    await expectFocus(canvas, 'button', 'order › inner › inner 2 fields');
    await userEvent.click(button(canvas, 'Show order'));
    await expectFocus(canvas, 'button', 'order › inner 2 fields');
    await expect(canvas.queryByRole('navigation')).toBeNull();
  },
};

const hostile =
  '{"__proto__":{"polluted":1.0},"10":"ten","2":"two","":"","constructor":12345678901234567890,"a.b":1,"x[0]":-0," spaced ":null,"two\\nlines":1,"\\ud800":"\\udc00","bell":"\\u0007","mixed":"a\\r\\nb\\nc","crlf":"a\\r\\nb","عربي":"ذهبية","averyveryverylongnamewithoutanyplacetobreakitinthemiddle":"https://example.com/a/very/long/path/that/goes/on/and/on"}';

export const HostileKeys: Story = {
  args: { json: hostile },
  async play(context) {
    const { canvas, userEvent } = context;
    await expectOwnNames(canvas);
    await expect(canvas.getByText('"\\u0007"')).toBeVisible();
    await expect(canvas.getAllByText(treeText.rawOnly)).toHaveLength(3);
    await userEvent.type(
      canvas.getByRole('textbox', { name: 'Value of order › crlf' }),
      '{enter}c',
    );
    await userEvent.type(canvas.getByRole('textbox', { name: 'Name of order › a.b' }), '.c');
    await expect(last(context)).toEqual([
      hostile.replace('"a\\r\\nb",', '"a\\r\\nb\\r\\nc",').replace('a.b', 'a.b.c'),
      true,
    ]);
    await fits(context);
  },
};

export const HostileKeys258: Story = {
  args: { json: hostile },
  parameters: { width: 258 },
  play: fits,
};

const thousand = `[${Array.from({ length: 1_000 }, (_, index) => `${index}.0`).join(',')}]`;

export const ThousandItems: Story = {
  args: { name: 'points', json: thousand },
  // Axe takes seconds for so many rows, and has seen their like elsewhere.
  parameters: { width: 280, a11y: { test: 'off' } },
  async play(context) {
    const { canvas, userEvent } = context;
    await expect(canvas.getAllByRole('textbox')).toHaveLength(50);
    await userEvent.click(button(canvas, 'Show 50 more of points'));
    await expect(canvas.getAllByRole('textbox')).toHaveLength(100);
    await expectFocus(canvas, 'textbox', 'Value of points › 51');
    await userEvent.click(button(canvas, 'Add item to points'));
    await expectFocus(canvas, 'textbox', 'Value of points › 1001');
    await userEvent.keyboard('end');
    await expect(last(context)).toEqual([`${thousand.slice(0, -1)},"end"]`, true]);
    await choose(context, 'points › 1001', 'Move up');
    await expectFocus(canvas, 'button', 'Actions for points › 1000');
    await expect(canvas.getAllByRole('textbox')).toHaveLength(101);
    await fits(context);
  },
};

export const ThousandObjects: Story = {
  args: {
    name: 'events',
    json: `[${Array.from({ length: 1_000 }, (_, index) => `{"id":"Order number ${index} of the year","total":${index}.50}`).join(',')}]`,
  },
  parameters: { width: 280, a11y: { test: 'off' } },
  async play({ canvas }) {
    await expect(
      canvas.getAllByRole('button', { expanded: false, name: /the year 2 fields$/ }),
    ).toHaveLength(50);
    await expect(canvas.queryByRole('textbox')).toBeNull();
  },
};

export const EveryKind: Story = {
  args: {
    json: '{"text":"gold","empty text":"","number":-0.10,"yes":true,"no":false,"no value":null,"object":{},"list":[],"zero":0}',
  },
  play: fits,
};

export const EveryKindDark: Story = { ...EveryKind, globals: { theme: 'dark' } };

export const RootIsText: Story = {
  args: { json: '"\\u0000"' },
  async play(context) {
    const { canvas, userEvent } = context;
    await expect(canvas.getByText('"\\u0000"')).toBeVisible();
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Type of order' }), 'List');
    await expect(last(context)).toEqual(['["\\u0000"]', true]);
    await expectFocus(canvas, 'combobox', 'Type of order');
  },
};

export const NotJson: Story = {
  args: { json: '{"a":' },
  async play({ canvas }) {
    await expect(canvas.getByText(treeText.unreadable)).toBeVisible();
  },
};

export const InvalidNumber: Story = {
  args: { json: '{"prices":[1.50,2]}' },
  async play(context) {
    const { canvas, userEvent } = context;
    const price = canvas.getByRole('textbox', { name: 'Value of order › prices › 1' });
    await userEvent.clear(price);
    await expect(last(context)).toEqual(['{"prices":[?,2]}', false]);
    await userEvent.type(price, '1,5');
    await expect(last(context)).toEqual(['{"prices":[?1,5,2]}', false]);
    await expect(price).toHaveAccessibleDescription(treeText.errors.notANumber);
    await expect(price).toBeInvalid();
    const toggle = button(canvas, 'order › prices 2 items');
    await userEvent.click(toggle);
    await expect(canvas.getByText('1 correction needed inside')).toBeVisible();
    await userEvent.click(toggle);
    await fits(context);
  },
};

export const InvalidNumberDark: Story = { ...InvalidNumber, globals: { theme: 'dark' } };

export const DuplicateKey: Story = {
  args: { json: '{"sku":"A-1","size":1,"colour":"red"}' },
  async play(context) {
    const { canvas, userEvent } = context;
    const size = canvas.getByRole('textbox', { name: 'Name of order › size' });
    await userEvent.clear(size);
    await userEvent.type(size, 'sku');
    await expect(last(context)).toEqual(['{"sku":"A-1","sku":1,"colour":"red"}', false]);
    await expect(size).toHaveFocus();
    await expect(canvas.getAllByText(treeText.errors.sameName)).toHaveLength(2);
    await expectOwnNames(canvas);
    await fits(context);
  },
};

export const DuplicateKeyAlreadyThere: Story = {
  args: { json: '{"a":1,"a":{"b":2}}' },
  async play({ canvas }) {
    await expect(canvas.getAllByText(treeText.errors.sameName)).toHaveLength(2);
    await expectOwnNames(canvas);
  },
};

export const ConfirmTypeChange: Story = {
  args: { json: '{"id":1,"address":{"street":"Main","zip":"007","city":"Ulm"}}' },
  async play(context) {
    const { canvas, userEvent, args } = context;
    const type = canvas.getByRole('combobox', { name: 'Type of order › address' });
    await userEvent.selectOptions(type, 'Number');
    await expect(canvas.getByText('Changing to number loses 3 fields.')).toBeVisible();
    await expect(args.onChange).not.toHaveBeenCalled();
    await expectOwnNames(canvas);
    await userEvent.click(button(canvas, 'Keep order › address as object'));
    await expectFocus(canvas, 'combobox', 'Type of order › address');
    await expect(args.onChange).not.toHaveBeenCalled();
    await userEvent.selectOptions(type, 'Number');
    await fits(context);
  },
};

export const TypeChanged: Story = {
  args: ConfirmTypeChange.args ?? {},
  async play(context) {
    const { canvas, userEvent } = context;
    const type = () => canvas.getByRole('combobox', { name: 'Type of order › address' });
    await userEvent.selectOptions(type(), 'Number');
    await userEvent.click(button(canvas, 'Change order › address to number'));
    await expectFocus(canvas, 'combobox', 'Type of order › address');
    await userEvent.type(canvas.getByRole('textbox', { name: 'Value of order › address' }), '12.0');
    await expect(last(context)).toEqual(['{"id":1,"address":12.0}', true]);
    await userEvent.selectOptions(type(), 'Yes or no');
    await expect(canvas.getByText('Changing to yes or no loses the number 12.0.')).toBeVisible();
    await userEvent.keyboard('{tab}{tab}{tab}{escape}');
    await expectFocus(canvas, 'combobox', 'Type of order › address');
    await expect(type()).toHaveValue('number');
  },
};

export const KeyboardOnly: Story = {
  args: { json: '{"a":1,"b":2}' },
  async play(context) {
    const { canvas, userEvent } = context;
    await userEvent.tab();
    await expectFocus(canvas, 'button', 'order 2 fields');
    await userEvent.keyboard('{enter}');
    await expect(canvas.queryByRole('textbox')).toBeNull();
    await userEvent.keyboard('{enter}{tab}{tab}{tab}');
    await expectFocus(canvas, 'textbox', 'Name of order › a');
    await userEvent.keyboard('{tab}{tab}');
    await expectFocus(canvas, 'button', 'Actions for order › a');
    await userEvent.keyboard('{enter}');
    await expectFocus(canvas, 'button', 'Add field after this: order › a');
    await userEvent.tab();
    await userEvent.keyboard('{enter}');
    await expectFocus(canvas, 'button', 'Actions for order › a');
    await expect(last(context)).toEqual(['{"b":2,"a":1}', true]);
  },
};

export const Menu: Story = {
  args: { json: order },
  async play({ canvas, userEvent }) {
    await userEvent.click(button(canvas, 'Actions for order › paid'));
    await expectFocus(canvas, 'button', 'Add field after this: order › paid');
  },
};

export const MenuDark: Story = { ...Menu, globals: { theme: 'dark' } };

export const Copying: Story = {
  args: { name: 'items', json: items },
  async play({ canvas, userEvent, canvasElement }) {
    const { clipboard } = canvasElement.ownerDocument.defaultView?.navigator ?? navigator;
    const copied = fn(async (_text: string) => {});
    const before = clipboard.writeText.bind(clipboard);
    clipboard.writeText = copied;
    await userEvent.click(button(canvas, 'Actions for items › 1'));
    await userEvent.click(button(canvas, 'Copy value: items › 1'));
    await expect(copied).toHaveBeenLastCalledWith('{"sku":"A-1","price":12.50,"gift":false}');
    await expect(await canvas.findByText('Copied')).toBeVisible();
    await userEvent.click(button(canvas, 'Copy path: items › 1'));
    await expect(copied).toHaveBeenLastCalledWith('["items",0]');
    copied.mockRejectedValue(new Error('The frame may not.'));
    await userEvent.click(button(canvas, 'Copy value: items › 1'));
    await expect(await canvas.findByText(treeText.menu.failed)).toBeVisible();
    clipboard.writeText = before;
  },
};

function FilledAnew(args: ComponentProps<typeof JsonTree>) {
  const [json, setJson] = useState(args.json);
  return (
    <>
      <JsonTree
        {...args}
        json={json}
        onChange={(next, valid) => {
          setJson(next.replaceAll(':', ' : '));
          args.onChange(next, valid);
        }}
      />
      <button type="button" onClick={() => setJson('{"b":2.0}')}>
        Fill anew
      </button>
    </>
  );
}

export const FilledFromOutside: Story = {
  args: { json: '{"a":1}' },
  render: (args) => <FilledAnew {...args} />,
  async play(context) {
    const { canvas, userEvent } = context;
    const value = canvas.getByRole('textbox', { name: 'Value of order › a' });
    await userEvent.type(value, '23');
    // The form lays the text out: the same control must still be there.
    await expect(value).toHaveFocus();
    await expect(value).toHaveValue('123');
    await userEvent.click(button(canvas, 'Fill anew'));
    await userEvent.type(canvas.getByRole('textbox', { name: 'Value of order › b' }), '0');
    await expect(last(context)).toEqual(['{"b":2.00}', true]);
  },
};

const described = readDefinitions(
  JSON.stringify({
    properties: {
      lastOrder: {
        title: 'Last order',
        type: 'object',
        properties: {
          number: { title: 'Order no.', description: 'As on the invoice.' },
          total: {
            title: 'Amount paid',
            properties: { amount: { 'x-unit': 'EUR' }, currency: {} },
          },
          items: {
            title: 'Items',
            items: {
              properties: { sku: { title: 'Article' }, giftWrapped: { title: 'Gift wrapped' } },
            },
          },
        },
      },
    },
  }),
).byKey.get('lastOrder');

/** The brand's words stand below the names, which stay what is stored. What nobody described has none. */
export const Described: Story = {
  args: {
    name: 'Last order',
    definition: described,
    json: '{"number":"A-1007","total":{"amount":49.90,"currency":"EUR"},"items":[{"sku":"L-3","giftWrapped":true}],"gift":true}',
  },
  play: async (context) => {
    const { canvas, userEvent } = context;
    await expect(
      canvas.getByRole('textbox', { name: 'Value of Last order › number' }),
    ).toHaveAccessibleDescription('Order no. As on the invoice.');
    await expect(
      canvas.getByRole('combobox', { name: 'Value of Last order › gift' }),
    ).not.toHaveAccessibleDescription();
    const total = canvas.getByRole('button', { name: /^Last order › total/ });
    await expect(total).toHaveAccessibleDescription('Amount paid');
    if (total.getAttribute('aria-expanded') === 'false') await userEvent.click(total);
    await expect(
      canvas.getByRole('textbox', { name: 'Value of Last order › total › amount' }),
    ).toHaveAccessibleDescription('EUR');
    const part = (name: RegExp) => canvas.findByRole('button', { name });
    const list = await part(/^Last order › items 1 item/);
    if (list.getAttribute('aria-expanded') === 'false') await userEvent.click(list);
    const item = await part(/^(Show only )?Last order › items › 1 /);
    if (item.getAttribute('aria-expanded') !== 'true') await userEvent.click(item);
    await expect(
      await canvas.findByRole('textbox', { name: 'Value of Last order › items › 1 › sku' }),
    ).toHaveAccessibleDescription('Article');
    await expect(
      canvas.getByRole('combobox', { name: 'Value of Last order › items › 1 › giftWrapped' }),
    ).not.toHaveAccessibleDescription();
    await fits(context);
  },
};
