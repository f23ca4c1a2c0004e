import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import schema from '../../../../examples/shop-attributes.schema.json?raw';
import { sticksOut } from '../../../../.storybook/Frame.tsx';
import {
  inWorld,
  loadServices,
  servicesOf,
  withServices,
  type Canvas,
} from '../../../../.storybook/services.tsx';
import { CustomerPanel } from '../../CustomerPanel.tsx';
import { MayWriteContext } from '../../MayWriteContext.ts';

const daniel = 'cust-daniel-reyes';

const meta = {
  title: 'Customer/Attributes/Finding',
  component: CustomerPanel,
  args: { customerId: daniel, onRedirected: fn() },
  loaders: [loadServices],
  decorators: [withServices],
} satisfies Meta<typeof CustomerPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const attributes = async (canvas: Canvas) =>
  within(await canvas.findByRole('region', { name: /^Attributes/ }));
const findInput = (canvas: Canvas) => canvas.findByRole('searchbox', { name: 'Find an attribute' });
const headings = (canvas: Canvas) =>
  canvas.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

const shop = { world: { attributeSchema: schema } };

/** Five thousand attributes in which only a few are worth reading. */
const fiveThousand = Array.from({ length: 5_000 }, (_, index): [string, string] => [
  `attribute ${index}`,
  index === 4_321 ? '"the needle of Zürich"' : JSON.stringify(`value ${index}`),
]);

const withFiveThousand = inWorld({
  arrange: ({ gladly }) =>
    gladly.setField(
      daniel,
      'customAttributes',
      `{${fiveThousand.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(',')}}`,
    ),
});

const rows = (element: HTMLElement) => [...element.querySelectorAll<HTMLElement>('[data-key]')];

export const FiveThousand: Story = {
  parameters: { ...withFiveThousand, width: 350 },
  async play({ canvas, canvasElement }) {
    const section = await attributes(canvas);
    await expect(section.getByRole('heading', { level: 2 })).toHaveTextContent('Attributes 5,000');
    const [first] = rows(canvasElement);
    await expect(first).toHaveAttribute('aria-setsize', '5000');
    await expect(first).toHaveAttribute('aria-posinset', '1');
    await expect(rows(canvasElement).length).toBeLessThan(80);
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

/** Down to the end and up again, the rows that are seen are there, and say their places. */
export const FiveThousandScrolled: Story = {
  parameters: { ...withFiveThousand, width: 350 },
  async play({ canvas, canvasElement }) {
    await attributes(canvas);
    for (const share of [0.5, 0.95, 0.25]) {
      window.scrollTo(0, document.documentElement.scrollHeight * share);
      // Without `await`: Storybook's own `expect` would hold React's work back until it is through.
      await waitFor(() => {
        const places = rows(canvasElement)
          .filter((row) => {
            const { top, bottom } = row.getBoundingClientRect();
            return bottom > 0 && top < window.innerHeight;
          })
          .map(({ dataset, ariaPosInSet }) => [
            `attribute ${Number(ariaPosInSet) - 1}`,
            dataset['key'],
          ]);
        if (places.length < 4) throw new Error('There are no rows where the list was scrolled to.');
        for (const [place, key] of places)
          if (place !== key) throw new Error(`${key} is not ${place}`);
      });
    }
    await expect(rows(canvasElement).length).toBeLessThan(80);
  },
};

export const FindsTheNeedle: Story = {
  parameters: { ...withFiveThousand, width: 280 },
  async play({ canvas, userEvent }) {
    const section = await attributes(canvas);
    const input = await findInput(canvas);
    // The shortcut comes when the page is idle.
    await waitFor(async () => {
      await userEvent.keyboard('/');
      await expect(input).toHaveFocus();
    });
    await userEvent.keyboard('ZURICH needle');
    await expect(await section.findByText('1 of 5,000')).toBeVisible();
    await expect(section.getByText('needle', { selector: 'mark' })).toBeVisible();
    await expect(section.getByText('Zürich', { selector: 'mark' })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}');
    await expect(section.getByRole('button', { name: 'Edit attribute 4321' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(await canvas.findByLabelText('Value of attribute 4321')).toHaveFocus();
  },
};

const press = (target: Element, init: KeyboardEventInit) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));

/** The browser's own shortcut finds what the browser would not see; in a text, and pressed again, it is the browser's. */
export const BrowsersShortcut: Story = {
  parameters: { ...withFiveThousand, width: 350 },
  async play({ canvas, userEvent }) {
    const section = await attributes(canvas);
    const input = await findInput(canvas);
    // As a keyboard for Greek sends it. It comes when the page is idle.
    const find = { key: 'φ', code: 'KeyF', ctrlKey: true };
    await waitFor(async () => {
      press(document.body, find);
      await expect(input).toHaveFocus();
    });
    await expect(press(input, find)).toBe(true);
    await userEvent.click(section.getByRole('button', { name: 'Edit attribute 3' }));
    const control = await canvas.findByLabelText('Value of attribute 3');
    await waitFor(() => expect(control).toHaveFocus());
    await expect(press(control, find)).toBe(true);
    await expect(control).toHaveFocus();
  },
};

/** What is edited stays in the page, with the text and the caret, however far the list is scrolled. */
export const EditedRowScrollsAway: Story = {
  parameters: { ...withFiveThousand, width: 350 },
  async play({ canvas, canvasElement, userEvent }) {
    const section = await attributes(canvas);
    await userEvent.click(section.getByRole('button', { name: 'Edit attribute 3' }));
    const control = await canvas.findByLabelText('Value of attribute 3');
    await userEvent.type(control, ' and more');
    window.scrollTo(0, document.documentElement.scrollHeight);
    await waitFor(() => expect(rows(canvasElement).at(-1)?.dataset['key']).toBe('attribute 4999'));
    await expect(control).toBeInTheDocument();
    await expect(control).toHaveFocus();
    await userEvent.keyboard('!');
    await expect(control).toHaveValue('value 3 and more!');
  },
};

/** Arrow keys step along the rows, also from those in the page to those that are not in it yet. */
export const KeyboardThroughRows: Story = {
  parameters: { ...withFiveThousand, width: 350 },
  async play({ canvas, userEvent }) {
    const section = await attributes(canvas);
    await userEvent.click(await findInput(canvas));
    for (let step = 0; step < 60; step += 1) await userEvent.keyboard('{ArrowDown}');
    await expect(section.getByRole('button', { name: 'Edit attribute 59' })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect(section.getByRole('button', { name: 'Edit attribute 58' })).toHaveFocus();
  },
};

export const Grouped: Story = {
  parameters: { ...inWorld(shop), width: 350 },
  async play({ canvas }) {
    const section = await attributes(canvas);
    await expect(section.getByText('Membership')).toBeVisible();
    await expect(headings(canvas).length).toBeGreaterThan(1);
  },
};

export const GroupedDark: Story = { ...Grouped, globals: { theme: 'dark' } };
export const GroupedNarrow258: Story = {
  ...Grouped,
  parameters: { ...inWorld(shop), width: 258 },
  async play({ canvas, canvasElement }) {
    await attributes(canvas);
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

export const FoldedGroup: Story = {
  parameters: { ...inWorld(shop), width: 350 },
  async play({ canvas, userEvent, ...context }) {
    const section = await attributes(canvas);
    const toggle = section.getByRole('button', { name: /^Loyalty \d+$/ });
    await expect(toggle).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(toggle);
    await expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await expect(section.queryByText('Membership')).toBeNull();
    await expect(servicesOf(context).view.get().collapsed).toEqual(['named:Loyalty']);
    // What is folded up is found all the same.
    await userEvent.type(await findInput(canvas), 'membership');
    await expect(await section.findByText('Membership', { selector: 'mark' })).toBeVisible();
  },
};

export const ShowsEmptyOnDemand: Story = {
  parameters: { ...inWorld(shop), width: 350 },
  async play({ canvas, userEvent }) {
    const section = await attributes(canvas);
    await expect(section.queryByText('Not set')).toBeNull();
    const toggle = section.getByRole('button', { name: /^\d+ empty$/ });
    await userEvent.click(toggle);
    await expect(section.getAllByText('Not set').length).toBeGreaterThan(0);
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  },
};

export const FilteredByGroup: Story = {
  parameters: { ...inWorld(shop), width: 350 },
  async play({ canvas, userEvent }) {
    const section = await attributes(canvas);
    await userEvent.selectOptions(section.getByRole('combobox', { name: 'Show' }), 'Orders');
    await waitFor(() =>
      expect(headings(canvas).filter((text) => /^[A-Z]\w+ \d+$/.test(text ?? ''))).toEqual([
        expect.stringMatching(/^Orders/),
      ]),
    );
  },
};

export const NothingFound: Story = {
  parameters: { ...inWorld(shop), width: 350 },
  async play({ canvas, userEvent }) {
    const section = await attributes(canvas);
    await userEvent.type(await findInput(canvas), 'no such thing');
    await expect(await section.findByText(/^Nothing found/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect(section.getByText('Membership')).toBeVisible();
  },
};

export const FindsInsideByPath: Story = {
  parameters: {
    ...inWorld({
      arrange: ({ gladly }) =>
        gladly.setField(
          daniel,
          'customAttributes',
          '{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"last order":{"ship":{"city":"Kraków","rows":[1,2]}}}',
        ),
    }),
    width: 350,
  },
  async play({ canvas, userEvent }) {
    const section = await attributes(canvas);
    await userEvent.type(await findInput(canvas), 'ship.city krakow');
    const found = { selector: '.found-inside mark' };
    await expect(await section.findByText('Kraków', found)).toBeVisible();
    await expect(section.getByText('ship.city', found)).toBeVisible();
  },
};

/** Who may not write reads what there is: nothing, not that it could not be read. */
export const NoneForAReader: Story = {
  parameters: inWorld({
    arrange: ({ gladly }) => gladly.setField(daniel, 'customAttributes', '{}'),
  }),
  render: (args) => (
    <MayWriteContext value={false}>
      <CustomerPanel {...args} />
    </MayWriteContext>
  ),
  async play({ canvas }) {
    const section = await attributes(canvas);
    await expect(section.getByText('No attributes yet')).toBeVisible();
    await expect(section.queryByText(/could not be read/)).toBeNull();
  },
};

export const AlikeKeys: Story = {
  parameters: {
    ...inWorld({
      ...shop,
      arrange: ({ gladly }) =>
        gladly.changeElsewhere(daniel, { set: { loyalty_points: '12', 'Loyalty Points': '13' } }),
    }),
    width: 350,
  },
  async play({ canvas }) {
    const section = await attributes(canvas);
    await expect(await section.findByText('like loyalty_points, Loyalty Points')).toBeVisible();
  },
};
