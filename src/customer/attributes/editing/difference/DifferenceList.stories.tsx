import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { sticksOut } from '../../../../../.storybook/Frame.tsx';
import '../../attributes.css';
import '../../../profile/profile.css';
import { DifferenceList } from './DifferenceList.tsx';
import { firstDifferences } from './differences.ts';

const meta = {
  title: 'Customer/DifferenceList',
  component: DifferenceList,
  parameters: { width: 258 },
} satisfies Meta<typeof DifferenceList>;

export default meta;
type Story = StoryObj<typeof meta>;
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];

const fits = async (element: HTMLElement) => expect(sticksOut(element)).toBeLessThanOrEqual(0);

/** Each difference as it reads: the path, then each version with its label and kind. */
function readings(canvas: Canvas): string[][] {
  return canvas.getAllByRole('listitem').map((item) => {
    const path = item.querySelector('.difference__path');
    const versions = [...item.querySelectorAll('.difference__version')].map((version) =>
      [...version.children].map((part) => part.textContent).join(': '),
    );
    return [path?.textContent.replaceAll(', ', '') ?? '', ...versions];
  });
}

const order = (qty: string, status: string, note = '') =>
  `{"id":"A-1001","status":${status},"items":[{"sku":"TENT-2","qty":1},{"sku":"MAT-1","qty":${qty}}]${note}}`;

export const Nested: Story = {
  args: firstDifferences(
    order('1', '"packed"'),
    order('2', '"sent"', ',"carrier":"Posten"'),
    order('3', '"packed"'),
  ),
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByRole('list', { name: '3 differences' })).toBeVisible();
    await expect(canvas.getByRole('listitem', { name: 'items , 2 , qty' })).toBeVisible();
    await expect(readings(canvas)).toEqual([
      ['status', 'Was text: packed', 'Now text: sent'],
      ['items › 2 › qty', 'Was number: 1', 'Now number: 2', 'Yours number: 3'],
      ['carrier', 'Was: Not there', 'Now text: Posten'],
    ]);
    await fits(canvasElement);
  },
};

export const Dark: Story = { ...Nested, globals: { theme: 'dark' } };
export const Wide400: Story = { ...Nested, parameters: { width: 400 } };

export const Arrays: Story = {
  args: firstDifferences(
    '["walking","tents","maps"]',
    '["climbing","walking","maps"]',
    '["walking","tents","maps","lamps"]',
  ),
  async play({ canvas, canvasElement }) {
    await expect(readings(canvas)).toEqual([
      ['1', 'Was: Not there', 'Now text: climbing'],
      ['2', 'Was text: tents', 'Now: Not there'],
      ['4', 'Was: Not there', 'Yours text: lamps'],
    ]);
    await fits(canvasElement);
  },
};

export const AddAgainstAdd: Story = {
  args: firstDifferences(
    undefined,
    '{"tier":"gold","since":2021}',
    '{"tier":"silver","since":2021.0,"points":10}',
  ),
  async play({ canvas }) {
    await expect(readings(canvas)).toEqual([
      ['tier', 'Was: Not there', 'Now text: gold', 'Yours text: silver'],
      ['since', 'Was: Not there', 'Now and yours number: 2021'],
      ['points', 'Was: Not there', 'Yours number: 10'],
    ]);
  },
};

export const DeleteAgainstEdit: Story = {
  args: firstDifferences('{"a":{"b":1}}', '{}', '{"a":{"b":2}}'),
  async play({ canvas, canvasElement }) {
    const [reading] = readings(canvas);
    await expect(reading?.[0]).toBe('a');
    await expect(reading?.[2]).toBe('Now: Not there');
    await expect(reading?.[3]).toMatch(/^Yours object: \{\s+"b": 2\s+\}$/);
    await fits(canvasElement);
  },
};

export const TheWholeValue: Story = {
  args: firstDifferences('"gold"', '"silver"', undefined),
  async play({ canvas }) {
    await expect(readings(canvas)).toEqual([
      ['The whole value', 'Was text: gold', 'Now text: silver', 'Yours: Not there'],
    ]);
  },
};

const twins: [string, string][] = [
  ['1', '"1"'],
  ['null', '"No value"'],
  ['true', '"Yes"'],
  ['""', '"Empty text"'],
  ['[]', '"[]"'],
  ['{}', '"{}"'],
  ['12345678901234567890', '12345678901234567891'],
  ['"Not there"', '""'],
];

const side = (which: 0 | 1) =>
  `{${twins.map((pair, index) => `"key ${index}":${pair[which]}`).join()}}`;

export const NoTwoValuesLookAlike: Story = {
  args: firstDifferences(side(0), side(1), side(0)),
  async play({ canvas }) {
    const found = readings(canvas);
    await expect(found).toHaveLength(twins.length);
    for (const [, was, now] of found)
      await expect(was?.replace('Was', '')).not.toBe(now?.replace('Now', ''));
    await expect(found.slice(0, 4).flatMap(([, ...versions]) => versions)).toEqual([
      'Was number: 1',
      'Now text: 1',
      'Was null: No value',
      'Now text: No value',
      'Was yes or no: Yes',
      'Now text: Yes',
      'Was: Empty text',
      'Now text: Empty text',
    ]);
  },
};

export const OnlySpaces: Story = {
  args: firstDifferences('{"city":"Malmö"}', '{"city":"Malmö "}', '{"city":"Malmö\u200b"}'),
  async play({ canvas }) {
    await expect(canvas.getByText(/cannot be seen/)).toBeVisible();
  },
};

const deep = (inside: string) => '{"level":['.repeat(100) + inside + ']}'.repeat(100);

export const Deep: Story = {
  args: firstDifferences(deep('1'), deep('2'), deep('3')),
  async play({ canvas, canvasElement }) {
    await expect(readings(canvas)[0]?.[0]).toBe('level › 1 › … 195 levels … › 1 › level › 1');
    await fits(canvasElement);
  },
};

const long = (word: string) => JSON.stringify(`${word} `.repeat(60) + 'x'.repeat(300));
const longKey = JSON.stringify('key'.repeat(400));

export const LongTexts: Story = {
  args: firstDifferences(
    `{"note":${long('before')},${longKey}:1}`,
    `{"note":${long('theirs')},${longKey}:${'9'.repeat(300)}}`,
    `{"note":${long('yours')},${longKey}:1}`,
  ),
  async play({ canvas, canvasElement }) {
    await fits(canvasElement);
    const note = within(canvas.getByRole('listitem', { name: 'note' }));
    const [first] = note.getAllByRole('button', { name: 'Show all' });
    if (first) await userEvent.click(first);
    await expect(note.getByRole('button', { name: 'Show less' })).toBeVisible();
    await fits(canvasElement);
  },
};

export const Arabic: Story = {
  args: firstDifferences(
    '{"العنوان":{"المدينة":"الرياض","رقم 7":"حي الملز"}}',
    '{"العنوان":{"المدينة":"جدة","رقم 7":"حي الملز"}}',
    '{"العنوان":{"المدينة":"مكة (قديم)","رقم 7":"حي الملز 12"}}',
  ),
  async play({ canvas, canvasElement }) {
    await expect(readings(canvas).map(([path]) => path)).toEqual([
      'العنوان › المدينة',
      'العنوان › رقم 7',
    ]);
    // Each segment runs its own way; the path runs the panel's.
    const [first, second] = canvasElement.querySelectorAll('.difference__path bdi');
    const left = (element: Element | undefined) => element?.getBoundingClientRect().left ?? NaN;
    await expect(left(first)).toBeLessThan(left(second));
    await fits(canvasElement);
  },
};

export const OddKeys: Story = {
  args: firstDifferences(
    '{"":1,"10":[1],"__proto__":1," ":1,"a › b":1}',
    '{"":2,"10":[2],"__proto__":2," ":2,"a › b":2}',
    '{"":1,"10":[1],"__proto__":1," ":1,"a › b":1}',
  ),
  async play({ canvas }) {
    await expect(readings(canvas).map(([path]) => path)).toEqual([
      '“”',
      '“10” › 1',
      '__proto__',
      '“ ”',
      'a › b',
    ]);
  },
};

export const Many: Story = {
  args: firstDifferences(
    JSON.stringify(Array.from({ length: 40 }, (_item, index) => index)),
    JSON.stringify(Array.from({ length: 40 }, (_item, index) => index + 100)),
    JSON.stringify(Array.from({ length: 40 }, (_item, index) => index)),
  ),
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByRole('list', { name: '40 differences' })).toBeVisible();
    await expect(canvas.getAllByRole('listitem')).toHaveLength(12);
    await expect(canvas.getByText('and 28 more differences')).toBeVisible();
    await fits(canvasElement);
  },
};
