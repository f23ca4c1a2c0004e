import type { Meta, StoryObj } from '@storybook/react-vite';
import { useLayoutEffect, type ReactNode } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import schema from '../../../examples/shop-attributes.schema.json?raw';
import { sticksOut } from '../../../.storybook/Frame.tsx';
import { inWorld, loadServices, withServices, type Canvas } from '../../../.storybook/services.tsx';
import { CustomerPanel } from '../CustomerPanel.tsx';

const root = document.documentElement;

/** As a host sets it on the page. */
function Hosted({ density, children }: { density: string | undefined; children: ReactNode }) {
  useLayoutEffect(() => {
    if (density !== undefined) root.dataset['density'] = density;
    return () => {
      delete root.dataset['density'];
    };
  }, [density]);
  return children;
}

const meta = {
  title: 'Customer/Density',
  component: CustomerPanel,
  args: { customerId: 'maya-lindqvist-0001', onRedirected: fn() },
  loaders: [loadServices],
  decorators: [
    withServices,
    (Story, { parameters }) => (
      <Hosted density={parameters['density'] as string | undefined}>
        <Story />
      </Hosted>
    ),
  ],
  parameters: inWorld({ world: { attributeSchema: schema } }),
} satisfies Meta<typeof CustomerPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const shortcuts = (canvas: Canvas) =>
  canvas.findByRole('button', { name: 'Shortcuts' }, { timeout: 4_000 });

/** What is smaller than people can hit (WCAG 2.5.8), but for links in a text. */
const tooSmall = (canvas: Canvas) =>
  [...canvas.getAllByRole('button'), ...canvas.getAllByRole('link')]
    .filter((element) => getComputedStyle(element).display !== 'inline')
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width < 24 || box.height < 24)
    .map(({ element, box }) => `${element.outerHTML} ${box.width} × ${box.height}`);

const compact = (width: number, more: object = {}): Story => ({
  parameters: { ...meta.parameters, width, density: 'compact', ...more },
  async play({ canvas, canvasElement }) {
    await shortcuts(canvas);
    await canvas.findAllByRole('link', { name: /^Call / });
    await expect(tooSmall(canvas)).toEqual([]);
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
    // A host that has chosen leaves nothing to choose.
    await expect(canvas.queryByRole('button', { name: 'Compact' })).toBeNull();
  },
});

export const Compact258: Story = compact(258);
export const Compact350: Story = compact(350);
export const Compact720: Story = compact(720);
export const Compact350Dark: Story = { ...compact(350), globals: { theme: 'dark' } };
export const CompactArabic350: Story = { ...compact(350), args: { customerId: 'arabic-0004' } };
export const CompactEveryJson280: Story = {
  args: { customerId: 'every-json-0006' },
  parameters: { ...meta.parameters, width: 280, density: 'compact' },
  async play({ canvas, canvasElement }) {
    await shortcuts(canvas);
    await expect(sticksOut(canvasElement)).toBeLessThanOrEqual(0);
  },
};

/** Where no host has chosen, the agent does: by a button or a key, and the device remembers. */
export const ChosenByTheAgent: Story = {
  parameters: {
    ...inWorld({ world: { attributeSchema: schema }, device: localStorage }),
    width: 350,
  },
  async play({ canvas, canvasElement, userEvent }) {
    await shortcuts(canvas);
    const button = canvas.getByRole('button', { name: 'Compact' });
    const height = () => canvasElement.getBoundingClientRect().height;
    const before = height();
    await userEvent.click(button);
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(height()).toBeLessThan(before * 0.85);
    await expect(localStorage.getItem('density')).toBe('compact');
    await expect(button).toHaveFocus();
    await userEvent.keyboard('d');
    await waitFor(() => expect(button).toHaveAttribute('aria-pressed', 'false'));
    await expect(height()).toBe(before);
    await expect(localStorage.getItem('density')).toBeNull();
  },
};
