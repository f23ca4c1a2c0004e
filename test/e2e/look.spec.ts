import type { Locator, Page } from '@playwright/test';
import { heading, ids, open, valueOf, edit } from './agent.ts';
import { expect, test } from './product.ts';

const everyWay = JSON.stringify([
  { type: 'SMS', address: '+447700900123' },
  { type: 'WHATSAPP', address: '+447700900123' },
  { type: 'CHAT', address: 'maya.lindqvist@example.com' },
  { type: 'FACEBOOK', address: 'maya.fb' },
  { type: 'INSTAGRAM', address: '@maya' },
  { type: 'TELEGRAM', address: '@maya-tg' },
]);

/** The greatest contrast (WCAG 2) between two colours in a picture, which is read in a page of its own. */
async function contrastIn(page: Page, picture: Buffer): Promise<number> {
  const reader = await page.context().newPage();
  const contrast = await reader.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0);
    const { data: colours } = pen?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    const linear = (value: number) =>
      value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    let [darkest, lightest] = [1, 0];
    for (let at = 0; at < colours.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = [colours[at], colours[at + 1], colours[at + 2]];
      const light = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
      darkest = Math.min(darkest, light);
      lightest = Math.max(lightest, light);
    }
    return (lightest + 0.05) / (darkest + 0.05);
  }, picture.toString('base64'));
  await reader.close();
  return contrast;
}

/** The picture of an element's sign alone, without the line that forced colours draw around a button. */
async function pictureOfSign(page: Page, element: Locator): Promise<Buffer> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    const { inlineSize } = getComputedStyle(node, '::before');
    const size = parseFloat(inlineSize);
    // A sign begins its label; in a button it stands in the middle.
    const x = node.tagName === 'P' ? left : left + (width - size) / 2;
    return { x, y: top + (height - size) / 2, width: size, height: size };
  });
  return page.screenshot({ clip: box });
}

const signs = {
  copy: 'button',
  edit: 'button',
  email: 'a',
  call: 'a',
  text: 'a',
  whatsapp: 'a',
  CHAT: 'span',
  FACEBOOK: 'p',
  INSTAGRAM: 'p',
  TELEGRAM: 'p',
};

for (const [how, options] of Object.entries({
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours, light': { colorScheme: 'light', contextOptions: { forcedColors: 'active' } },
  'forced colours, dark': { colorScheme: 'dark', contextOptions: { forcedColors: 'active' } },
} as const))
  test.describe(how, () => {
    test.use(options);

    test('every sign can be seen, and has its words', async ({ page, gladly }) => {
      gladly.setField(ids.maya, 'channels', everyWay);
      await page.setViewportSize({ width: 350, height: 900 });
      await open(page, ids.maya, 'Maya Lindqvist', '/embed');
      await expect(page.getByRole('link', { name: /^WhatsApp / })).toBeVisible();
      await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
      const faint: string[] = [];
      for (const [name, tag] of Object.entries(signs)) {
        const sign = page.locator(`${tag}[data-icon='${name}']`).first();
        const contrast = await contrastIn(page, await pictureOfSign(page, sign));
        if (contrast < 3) faint.push(`${name} ${contrast}`);
      }
      expect(faint).toEqual([]);
      // The word beside each sign that nothing can be done with; the others are names of links and buttons.
      for (const word of ['Facebook', 'Instagram', 'TELEGRAM'])
        await expect(page.getByText(word, { exact: true })).toBeVisible();
      await expect(page.getByText(/^Chat\b/)).toBeVisible();
    });
  });

/** How many lines a text takes within an element that holds it, by the boxes that the browser makes of it. */
async function linesOf(page: Page, text: string): Promise<number> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    }
    return 0;
  }, text);
}

const numbers = ['+20 100 123 4567', '(212) 555-0142', '020 7946 0018', '+44 20 7946 0018'];

for (const width of [258, 280, 350])
  test(`${width} px: a number is never broken, an address only where it may be`, async ({
    page,
    gladly,
  }) => {
    const words = 'Please ring before noon, and only on the number '.split(' ');
    // Each number at every distance from the end of a line.
    const notes = words.map((_, index) =>
      numbers.map((number) => `${words.slice(index).join(' ')}${number}.`).join(' '),
    );
    gladly.setField(
      ids.daniel,
      'customAttributes',
      JSON.stringify({
        ...Object.fromEntries(notes.map((note, index) => [`note ${index}`, note.slice(0, 239)])),
        mail: 'helen.ashworth@mail.example.com',
        ids: '8f14e45f-ceea-467a-9575-4b8c7d1f0a2b 100482-2026',
      }),
    );
    await page.setViewportSize({ width, height: 900 });
    await open(page, ids.daniel, 'Daniel Reyes', '/embed');
    for (const number of numbers.slice(0, 3)) expect(await linesOf(page, number)).toBe(1);
    // The first of them alone would be luck: each that stands on the page.
    const broken = await page.evaluate(
      () =>
        [...document.querySelectorAll('.number')].filter((number) => {
          const range = document.createRange();
          range.selectNodeContents(number);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
        }).length,
    );
    expect(broken).toBe(0);
    expect(await page.locator('.number').count()).toBeGreaterThan(20);
    const parts = ['helen.ashworth', '@mail.example.com'];
    for (const part of parts) expect(await linesOf(page, part)).toBe(1);
    // Not a character more than what Gladly sent.
    await expect(page.getByText('helen.ashworth@mail.example.com', { exact: true })).toBeVisible();
  });

test('in a text from right to left a number reads from left to right, and a value stands behind its name', async ({
  page,
}) => {
  await open(page, ids.arabic, 'ليلى عبد الرحمن المنصوري', '/embed');
  const number = page.locator('.number', { hasText: '+20 100 123 4567' });
  const places = await number.evaluate((element) => {
    const text = element.firstChild;
    if (!text) return [];
    return Array.from({ length: text.textContent?.length ?? 0 }, (_, index) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      return range.getBoundingClientRect().left;
    });
  });
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places.length).toBe('+20 100 123 4567'.length);

  const [name, value] = await Promise.all(
    ['"رقم الطلب"', '"ط-٢٠٩٣١"'].map(async (text) =>
      page.getByText(text, { exact: true }).boundingBox(),
    ),
  );
  expect(name && value && name.x + name.width <= value.x + 1).toBe(true);
});

test('what is cut short is whole somewhere at hand', async ({ page }) => {
  await page.setViewportSize({ width: 258, height: 900 });
  await open(page, ids.everyJson, 'Robin "Every" O\'Json', '/embed');
  // Wherever something is cut, there is a button or a summary to open it, or its words as a tooltip.
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.panel *')].flatMap((element) => {
      const { overflow, textOverflow } = getComputedStyle(element);
      const isCut =
        overflow !== 'visible' &&
        !element.matches('input, textarea, select, .visually-hidden, svg') &&
        (element.scrollWidth > element.clientWidth + 1 ||
          element.scrollHeight > element.clientHeight + 1);
      const opens =
        element.closest('summary, [title]') ??
        element.parentElement?.querySelector('[aria-expanded]');
      return isCut && !opens ? [`${element.outerHTML.slice(0, 150)} ${textOverflow}`] : [];
    }),
  );
  expect(lost).toEqual([]);
});

test('a zoom of 400 % leaves every part of the panel in reach, in both densities', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const density of ['comfortable', 'compact']) {
    await open(page, ids.maya, 'Maya Lindqvist', '/embed');
    await page.evaluate((name) => (document.documentElement.dataset['density'] = name), density);
    await expect(heading(page, 'Maya Lindqvist')).toBeInViewport();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    await edit(page, 'newsletter');
    await expect(valueOf(page, 'newsletter')).toBeInViewport({ ratio: 1 });
  }
});
