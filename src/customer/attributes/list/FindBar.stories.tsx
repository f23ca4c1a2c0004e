import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, fn, within } from 'storybook/test';
import schema from '../../../../examples/shop-attributes.schema.json?raw';
import {
  inWorld,
  loadServices,
  servicesOf,
  withServices,
  type Canvas,
} from '../../../../.storybook/services.tsx';
import { CustomerPanel } from '../../CustomerPanel.tsx';

const daniel = 'cust-daniel-reyes';

const meta = {
  title: 'Customer/Attributes/Find bar',
  component: CustomerPanel,
  args: { customerId: daniel, onRedirected: fn() },
  loaders: [loadServices],
  decorators: [withServices],
  parameters: { width: 350 },
} satisfies Meta<typeof CustomerPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const attributes = async (canvas: Canvas) =>
  within(await canvas.findByRole('region', { name: /^Attributes/ }));

const find = async (canvas: Canvas) =>
  (await attributes(canvas)).getByRole('searchbox', { name: 'Find an attribute' });
const opened = (canvas: Canvas) => canvas.queryAllByLabelText(/^Value of/);
const tiers = inWorld({
  arrange: ({ gladly }) =>
    gladly.setField(
      daniel,
      'customAttributes',
      '{"first":1,"tier":"G","tier since":"2024","a":1,"b":2,"c":3,"d":4,"e":5}',
    ),
});

/** Nothing is looked for, or nothing is found: Enter opens nothing. */
export const EnterOpensNothing: Story = {
  parameters: tiers,
  async play({ canvas, userEvent }) {
    const input = await find(canvas);
    await userEvent.type(input, 'first');
    await canvas.findByText('1 of 8');
    await userEvent.clear(input);
    await userEvent.keyboard('{Enter}');
    await userEvent.type(input, 'nobody');
    await canvas.findByText(/^Nothing found/);
    await userEvent.keyboard('{Enter}');
    await expect(opened(canvas)).toHaveLength(0);
    await expect(canvas.queryByText('Opening the editor')).toBeNull();
  },
};

/** An input method's Enter takes what it proposes, and its Escape gives that up. */
export const InputMethod: Story = {
  parameters: tiers,
  async play({ canvas, userEvent }) {
    const input = await find(canvas);
    await userEvent.type(input, 'first');
    await canvas.findByText('1 of 8');
    await fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    await fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
    await fireEvent.keyDown(input, { key: 'Escape', isComposing: true });
    await expect(input).toHaveValue('first');
    await expect(opened(canvas)).toHaveLength(0);
  },
};

/** Folding is for reading: what was found stands open, and finding changes nothing that is remembered. */
export const HeadingsWhileFinding: Story = {
  parameters: inWorld({ world: { attributeSchema: schema } }),
  async play({ canvas, userEvent, ...context }) {
    const section = await attributes(canvas);
    await userEvent.click(section.getByRole('button', { name: /^Loyalty \d+$/ }));
    await userEvent.type(await find(canvas), 'membership');
    await section.findByText('Membership', { selector: 'mark' });
    const heading = section.getByRole('heading', { level: 3, name: /^Loyalty \d+$/ });
    await expect(within(heading).queryByRole('button')).toBeNull();
    await userEvent.click(heading);
    await expect(servicesOf(context).view.get().collapsed).toEqual(['named:Loyalty']);
    await userEvent.clear(await find(canvas));
    await expect(await section.findByRole('button', { name: /^Loyalty \d+$/ })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
  },
};

/** Of a long text the part is shown in which the word stands, however few lines there are. */
export const FoundFarInside: Story = {
  parameters: inWorld({
    arrange: ({ gladly }) =>
      gladly.setField(
        daniel,
        'customAttributes',
        JSON.stringify({
          a: 1,
          b: 2,
          c: 3,
          d: 4,
          e: 5,
          f: 6,
          note: `${'Lorem ipsum '.repeat(38)}needle and more`,
          lines: 'one\ntwo\nthree\nfour\nfive with a needle',
        }),
      ),
  }),
  async play({ canvas, userEvent }) {
    const section = await attributes(canvas);
    await userEvent.type(await find(canvas), 'needle');
    const marks = await section.findAllByText('needle', { selector: 'mark' });
    await expect(marks).toHaveLength(2);
    for (const mark of marks) {
      const box = mark.closest('.value')?.getBoundingClientRect();
      await expect(mark.getBoundingClientRect().bottom).toBeLessThanOrEqual(box?.bottom ?? 0);
    }
  },
};
