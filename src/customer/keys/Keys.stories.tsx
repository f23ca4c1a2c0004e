import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, spyOn, waitFor, within } from 'storybook/test';
import schema from '../../../examples/shop-attributes.schema.json?raw';
import {
  inWorld,
  loadServices,
  servicesOf,
  withServices,
  type Canvas,
} from '../../../.storybook/services.tsx';
import { CustomerPanel } from '../CustomerPanel.tsx';
import { MayWriteContext } from '../MayWriteContext.ts';

const meta = {
  title: 'Customer/Keys',
  component: CustomerPanel,
  args: { customerId: 'maya-lindqvist-0001', onRedirected: fn() },
  loaders: [loadServices],
  decorators: [withServices],
  parameters: { width: 350 },
} satisfies Meta<typeof CustomerPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const shortcuts = (canvas: Canvas) =>
  canvas.findByRole('button', { name: 'Shortcuts' }, { timeout: 4_000 });
const isCovered = (element: HTMLElement) => getComputedStyle(element).visibility === 'hidden';

/** The list tells what the controls on the page really do. */
export const List: Story = {
  async play({ canvas, userEvent }) {
    await shortcuts(canvas);
    await canvas.findByRole('link', { name: /maya\.lindqvist@example\.com/ });
    await userEvent.keyboard('?');
    const dialog = within(await canvas.findByRole('dialog', { name: 'Keyboard shortcuts' }));
    for (const keys of ['/', 'Ctrl F, ⌘ F', 'Ctrl S, ⌘ S', 'Enter', 'm', 'r', 'd', '?'])
      await expect(dialog.getByText(keys, { selector: 'kbd' })).toBeVisible();
    for (const keys of ['o e', 'c e', 'c p', 'c a', 'c d', 'c i'])
      await expect(dialog.getByText(keys, { selector: 'kbd' })).toBeVisible();
    await expect(dialog.getByText(/^With a digit between/)).toBeVisible();
    // The brand has configured none.
    await expect(dialog.queryByText('o l')).toBeNull();
    // Letters do nothing to the page behind.
    dialog.getByRole('button', { name: 'Close' }).focus();
    await userEvent.keyboard('m');
    await expect(isCovered(canvas.getByText('maya.lindqvist@example.com'))).toBe(false);
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    await expect(canvas.queryByRole('dialog')).toBeNull();
  },
};

export const ListNarrow258: Story = { ...List, parameters: { width: 258 } };

/** Nothing is listed that does nothing here: no find box in a short profile, no Save for those who may not write. */
export const ListForReaders: Story = {
  args: { customerId: 'only-an-id-0002' },
  decorators: [
    (Story) => (
      <MayWriteContext value={false}>
        <Story />
      </MayWriteContext>
    ),
  ],
  async play({ canvas, userEvent }) {
    await userEvent.click(await shortcuts(canvas));
    const dialog = within(await canvas.findByRole('dialog', { name: 'Keyboard shortcuts' }));
    await expect(dialog.getByText('m', { selector: 'kbd' })).toBeVisible();
    for (const absent of ['/', 'Ctrl F, ⌘ F', 'Ctrl S, ⌘ S', 'Enter', '↑ ↓', 'Esc', 'o e'])
      await expect(dialog.queryByText(absent, { selector: 'kbd' })).toBeNull();
  },
};

/** Every point, link and id has keys: the second of a kind with a 2 between. What came of it is in sight. */
export const FurtherOfAKind: Story = {
  async play({ canvas, userEvent }) {
    await shortcuts(canvas);
    await canvas.findAllByRole('link', { name: /^Call/ });
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    window.scrollTo(0, document.documentElement.scrollHeight);
    await userEvent.keyboard('c2p');
    await waitFor(() => expect(write).toHaveBeenLastCalledWith('+442079460018'));
    const [button] = canvas.getAllByRole('button', { name: /^Copy phone number \+442079460018/ });
    const { top = -1, bottom = 0 } = button?.getBoundingClientRect() ?? {};
    await expect(top).toBeGreaterThanOrEqual(0);
    await expect(bottom).toBeLessThanOrEqual(window.innerHeight);
    await userEvent.keyboard('cd');
    await expect(write).toHaveBeenLastCalledWith(expect.stringContaining('Harbour Lane'));
    await userEvent.keyboard('ci');
    await expect(write).toHaveBeenLastCalledWith('maya-lindqvist-0001');
  },
};

const press = (init: KeyboardEventInit) =>
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }),
  );

/** A key that stays down must not show and hide personal data many times a second. */
export const HeldDown: Story = {
  async play({ canvas, userEvent }) {
    await shortcuts(canvas);
    const email = canvas.getByText('maya.lindqvist@example.com');
    await userEvent.keyboard('m');
    await waitFor(() => expect(isCovered(email)).toBe(true));
    press({ key: 'm', code: 'KeyM', repeat: true });
    await expect(isCovered(email)).toBe(true);
    // The same key where Russian is typed.
    press({ key: 'ь', code: 'KeyM' });
    await waitFor(() => expect(isCovered(email)).toBe(false));
  },
};

const shop = inWorld({ world: { attributeSchema: schema } });

/** One key covers personal data, another shows one field; all is covered again when the window loses the focus. */
export const Masked: Story = {
  parameters: { ...shop, width: 350 },
  async play({ canvas, userEvent }) {
    await shortcuts(canvas);
    const email = canvas.getByText('maya.lindqvist@example.com');
    await userEvent.keyboard('m');
    await waitFor(() => expect(isCovered(email)).toBe(true));
    await expect(canvas.getByText(/^Personal data is hidden on the screen/)).toBeInTheDocument();
    // What nobody said is harmless is covered with the rest; a choice from a list and what the brand calls harmless are not.
    for (const covered of ['https://shop.example.com/customers/100482', 'Apr 12, 1988', 'vip'])
      await expect(isCovered(canvas.getByText(covered))).toBe(true);
    for (const shown of ['Gold: 10 % off', '1,840 points', '£1,284.50'])
      await expect(isCovered(canvas.getByText(shown))).toBe(false);
    const copy = await canvas.findByRole('button', {
      name: /^Copy .*maya\.lindqvist@example\.com/,
    });
    copy.focus();
    await userEvent.keyboard('r');
    await expect(isCovered(email)).toBe(false);
    window.dispatchEvent(new Event('blur'));
    await expect(isCovered(email)).toBe(true);
    await userEvent.keyboard('m');
    await waitFor(() => expect(isCovered(email)).toBe(false));
  },
};

/** Without definitions nothing is known to be harmless. */
export const MaskedWithoutDefinitions: Story = {
  async play({ canvas, userEvent }) {
    await shortcuts(canvas);
    await userEvent.keyboard('m');
    for (const covered of ['Gold', 'Southsea', '1284.50'])
      await waitFor(() => expect(isCovered(canvas.getByText(covered))).toBe(true));
    await userEvent.keyboard('m');
  },
};

/** What the pointer would bring out, a tooltip and a link's address, is away while personal data is hidden. */
export const MaskedUnderThePointer: Story = {
  async play({ canvas, userEvent }) {
    await shortcuts(canvas);
    const link = await canvas.findByRole('link', { name: /^E-mail maya\.lindqvist@/ });
    const address = link.getAttribute('href');
    const name = link.getAttribute('aria-label');
    await userEvent.keyboard('m');
    await userEvent.hover(link);
    await expect(link).not.toHaveAttribute('title');
    await expect(link).toHaveAttribute('href', '#');
    await userEvent.keyboard('m');
    await expect(link).toHaveAttribute('title', name);
    await expect(link).toHaveAttribute('href', address);
  },
};

/** The address that a press of the link would follow, as it is when the press is over. */
function followed(link: HTMLElement): string | null {
  let address: string | null = null;
  const onClick = (event: Event) => {
    address = link.getAttribute('href');
    event.preventDefault();
  };
  window.addEventListener('click', onClick, { once: true });
  link.click();
  return address;
}

/** Somebody corrects a number, then the spelling of an address, while the pointer is on it and nothing is to be seen. */
export const MaskedWhileChangedElsewhere: Story = {
  async play({ args, canvas, userEvent, ...context }) {
    const { gladly, queryClient } = servicesOf(context);
    const change = async (field: string, value: object) => {
      gladly.setField(args.customerId, field, JSON.stringify([value]));
      await queryClient.invalidateQueries();
    };
    await shortcuts(canvas);
    await userEvent.keyboard('m');
    const [call] = await canvas.findAllByRole('link', { name: /^Call/ });
    await userEvent.hover(call ?? canvas.getByRole('article'));
    await change('phones', { original: '+447700900999', normalized: '+447700900999' });
    const corrected = await canvas.findByRole('link', { name: /^Call.*900999/ });
    await expect(followed(corrected)).toBe('tel:+447700900999');

    const [mail] = canvas.getAllByRole('link', { name: /^E-mail/ });
    await userEvent.hover(mail ?? corrected);
    await change('emails', { original: 'Maya.Lindqvist@example.com' });
    const respelt = await canvas.findByRole('link', { name: /^E-mail Maya/ });
    await expect(followed(respelt)).toBe('mailto:Maya.Lindqvist@example.com');
    await userEvent.unhover(respelt);
    await userEvent.keyboard('m');
    await expect(respelt).toHaveAttribute('href', 'mailto:Maya.Lindqvist@example.com');
    await expect(respelt).toHaveAttribute('title', respelt.getAttribute('aria-label'));
  },
};

/** Letters are a text where a text is typed. */
export const NotWhileTyping: Story = {
  async play({ canvas, userEvent }) {
    await shortcuts(canvas);
    const find = canvas.getByRole('searchbox', { name: 'Find an attribute' });
    await userEvent.type(find, 'm?');
    await expect(find).toHaveValue('m?');
    await expect(canvas.queryByRole('dialog')).toBeNull();
    await expect(isCovered(canvas.getByText('maya.lindqvist@example.com'))).toBe(false);
  },
};

export const LettersTurnedOff: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await shortcuts(canvas));
    const dialog = within(await canvas.findByRole('dialog', { name: 'Keyboard shortcuts' }));
    await userEvent.click(
      dialog.getByRole('checkbox', { name: 'Use shortcuts of single letters' }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    await userEvent.keyboard('m/');
    await expect(isCovered(canvas.getByText('maya.lindqvist@example.com'))).toBe(false);
    await expect(canvas.getByRole('searchbox', { name: 'Find an attribute' })).not.toHaveFocus();
  },
};
