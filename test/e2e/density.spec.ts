import type { Locator, Page } from '@playwright/test';
import { edit, ids, open } from './agent.ts';
import { expect, test } from './product.ts';

const shownAs = (page: Page) => page.locator('html').getAttribute('data-density');

const compactButton = (page: Page) => page.getByRole('button', { name: 'Compact', exact: true });

/** As an agent who chose it earlier has it. */
async function makeCompact(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('density', 'compact'));
}

/** Everything that can be pressed and is less than 24 px high or wide, or covered in its middle by something else. */
async function hardToHit(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = document.querySelectorAll<HTMLElement>(
      'button, summary, select, input, textarea, a[href]',
    );
    return [...targets].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      // Links in a text may be as high as its lines; the label of a check box is pressed with it.
      const isFree = getComputedStyle(element).display === 'inline' || element.closest('label');
      if (width === 0 || isFree || (width >= 24 && height >= 24)) return [];
      return [`${element.outerHTML.slice(0, 120)}: ${width} × ${height}`];
    });
  });
}

/** Pairs of what can be pressed that lie over each other, whose presses could be mixed up. */
async function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const buttons = [...document.querySelectorAll('.pair__actions > :is(button, a)')].map(
      (element) => ({ element, box: element.getBoundingClientRect() }),
    );
    return buttons.flatMap(({ element, box }, index) =>
      buttons
        .slice(index + 1, index + 8)
        .filter(
          (other) =>
            Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 0.5 &&
            Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 0.5,
        )
        .map((other) => `${element.outerHTML} and ${other.element.outerHTML}`),
    );
  });
}

for (const density of ['comfortable', 'compact'])
  for (const width of [258, 350, 720])
    test(`${density}, ${width} px: what is pressed is at least 24 px high and wide`, async ({
      page,
    }) => {
      if (density === 'compact') await makeCompact(page);
      await page.setViewportSize({ width, height: 800 });
      await open(page, ids.maya, 'Maya Lindqvist', '/embed');
      await expect(page.getByRole('link', { name: /^Call / }).first()).toBeVisible();
      await expect(compactButton(page)).toBeVisible();
      expect(await hardToHit(page)).toEqual([]);
      expect(await overlaps(page)).toEqual([]);
      await edit(page, 'tags');
      await (await edit(page, 'membershipTier')).fill('Platinum');
      expect(await hardToHit(page)).toEqual([]);
      await page.getByRole('button', { name: 'Shortcuts' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await hardToHit(page)).toEqual([]);
    });

const anEditButton = (page: Page): Locator => page.getByRole('button', { name: /^Edit / });

test('is chosen by a key, remembered by the device, and there before the first paint', async ({
  page,
}) => {
  await page.setViewportSize({ width: 350, height: 800 });
  await open(page, ids.maya, 'Maya Lindqvist', '/embed');
  await expect(compactButton(page)).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('d');
  await expect(compactButton(page)).toHaveAttribute('aria-pressed', 'true');
  expect(await shownAs(page)).toBe('compact');

  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.reload();
  await expect(compactButton(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('link', { name: /^Call / }).first()).toBeVisible();
  const shifts = await page.evaluate(() => Reflect.get(window, 'shifts') as number[]);
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);

  await compactButton(page).click();
  expect(await shownAs(page)).toBeNull();
  await page.reload();
  await expect(compactButton(page)).toHaveAttribute('aria-pressed', 'false');
});

test('is the host’s where a host has one, whatever the agent chose before', async ({ page }) => {
  await makeCompact(page);
  await open(page, ids.maya, 'Maya Lindqvist', '/embed');
  await expect(compactButton(page)).toBeVisible();
  await page.evaluate(() => (document.documentElement.dataset['density'] = 'comfortable'));
  await expect(compactButton(page)).toHaveCount(0);
  await page.keyboard.press('d');
  expect(await shownAs(page)).toBe('comfortable');
});

test('what the agent looks at stays where it is when the density changes', async ({ page }) => {
  await page.setViewportSize({ width: 350, height: 800 });
  await open(page, ids.crowded, 'Adaeze Okafor', '/embed');
  await expect(compactButton(page)).toBeAttached();
  await page.mouse.move(175, 400);
  await page.mouse.wheel(0, 4_000);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(3_500);
  const looked = anEditButton(page).nth((await anEditButton(page).count()) >> 1);
  await looked.focus();
  const name = (await looked.getAttribute('data-edit')) ?? '';
  const top = async () =>
    (await page.locator(`[data-edit="${name}"]`).boundingBox())?.y ?? Number.NaN;
  const before = await top();
  for (let time = 0; time < 3; time += 1) {
    await page.keyboard.press('d');
    // Once heights have been measured anew and what is above was corrected.
    await page.waitForFunction(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(Math.abs((await top()) - before)).toBeLessThan(12);
  }
});

for (const density of ['comfortable', 'compact'])
  for (const width of [280, 350, 720])
    test(`${density}, ${width} px: a long list scrolls without a jump`, async ({ page }) => {
      if (density === 'compact') await makeCompact(page);
      await page.setViewportSize({ width, height: 800 });
      await open(page, ids.crowded, 'Adaeze Okafor', '/embed');
      await expect(compactButton(page)).toBeAttached();
      const off = await page.evaluate(async () => {
        const frames = (count: number): Promise<void> =>
          new Promise((resolve) => {
            requestAnimationFrame(() => (count > 1 ? resolve(frames(count - 1)) : resolve()));
          });
        const inSight = () =>
          [...document.querySelectorAll<HTMLElement>('.windowed-row')].find(
            (row) => row.getBoundingClientRect().top > window.innerHeight / 2,
          );
        const jumps: number[] = [];
        for (let step = 0; step < 25; step += 1) {
          const row = inSight();
          const before = row?.getBoundingClientRect().top ?? 0;
          window.scrollBy(0, 300);
          await frames(4);
          if (row?.isConnected)
            jumps.push(Math.abs(before - 300 - row.getBoundingClientRect().top));
        }
        return jumps;
      });
      expect(off.length).toBeGreaterThan(20);
      expect(Math.max(...off)).toBeLessThanOrEqual(1);
    });

for (const [density, width] of [
  ['comfortable', 280],
  ['comfortable', 720],
  ['compact', 280],
  ['compact', 350],
  ['compact', 720],
] as const)
  test(`${density}, ${width} px: a row of one line is as high as the list reckons`, async ({
    page,
  }) => {
    if (density === 'compact') await makeCompact(page);
    await page.setViewportSize({ width, height: 800 });
    await open(page, ids.maya, 'Maya Lindqvist', '/embed');
    const { estimate, height } = await page.evaluate(() => ({
      estimate: parseFloat(
        getComputedStyle(document.documentElement).getPropertyValue('--row-height'),
      ),
      height: document.querySelector('[data-key="birthday"]')?.getBoundingClientRect().height,
    }));
    expect(Math.abs((height ?? 0) - estimate)).toBeLessThanOrEqual(1);
  });
