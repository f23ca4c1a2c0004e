import { editButton, heading, ids, open, valueOf } from './agent.ts';
import { expect, test } from './product.ts';

const crowded = 'Adaeze Okafor';

test('finds one of three hundred attributes and edits it, by keyboard alone', async ({ page }) => {
  await open(page, ids.crowded, crowded);
  const find = page.getByRole('searchbox', { name: 'Find an attribute' });
  // The shortcut comes when the page is idle.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(find).toBeFocused({ timeout: 100 });
  }).toPass();
  // On a slow machine the next press may have arrived in the box.
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('survey 2021 #2');
  await expect(page.getByText(/^\d+ of 300$/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(valueOf(page, 'survey 2021 #2')).toBeFocused();
  // The row that is being edited stays in sight. It is not what is found next.
  await find.fill('order_10005');
  await page.keyboard.press('Enter');
  await expect(valueOf(page, 'order_10005')).toBeFocused();
  await expect(valueOf(page, 'survey 2021 #2')).toBeVisible();
});

test('finds with the browser’s own shortcut what the browser would not see', async ({ page }) => {
  await open(page, ids.crowded, crowded);
  const find = page.getByRole('searchbox', { name: 'Find an attribute' });
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+f');
    await expect(find).toBeFocused({ timeout: 100 });
  }).toPass();
});

test('keeps few of many rows in the page, and each scrolled to is there', async ({ page }) => {
  await open(page, ids.crowded, crowded);
  const rows = page.locator('[aria-setsize]');
  const count = Number(await rows.first().getAttribute('aria-setsize'));
  expect(count).toBeGreaterThan(250);
  expect(await rows.count()).toBeLessThan(60);
  await expect(async () => {
    await page.mouse.wheel(0, 20_000);
    await expect(page.locator(`[aria-posinset="${count}"]`)).toBeVisible({ timeout: 100 });
  }).toPass();
  expect(await rows.count()).toBeLessThan(60);
});

test('a row with the focus stays, however far the list is scrolled', async ({ page }) => {
  await open(page, ids.crowded, crowded);
  const button = page.getByRole('button', { name: /^Edit / }).first();
  const name = (await button.getAttribute('data-edit')) ?? '';
  await button.focus();
  await page.mouse.wheel(0, 30_000);
  await expect(page.locator('[aria-posinset="1"]')).toHaveCount(1);
  await expect(editButton(page, name)).toBeFocused();
});

for (const path of ['/', '/embed'])
  test(`${path} asks for the code and the data once each, and for the data while the code is on its way`, async ({
    page,
  }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    let sawScript = () => {};
    const dataAsked = new Promise<void>((resolve) => {
      sawScript = resolve;
    });
    page.on('request', (request) => {
      if (request.url().includes('/api/customers/')) sawScript();
    });
    // The code comes only after the data was asked for: in a row the page would wait for ever.
    await page.route('**/assets/*.js', async (route) => {
      await dataAsked;
      await route.continue();
    });
    await page.goto(`${path}?customer=${ids.maya}`);
    await expect(heading(page, 'Maya Lindqvist')).toBeVisible();
    const before = requests.slice(
      0,
      requests.findIndex((request) => request.startsWith('/api/customers')) + 1,
    );
    expect(before.filter((request) => request.endsWith('.js')).length).toBeLessThanOrEqual(1);
    // The definitions are in the page.
    expect(requests.filter((request) => request.startsWith('/api/'))).toHaveLength(1);
  });

test('nothing moves while the profile and its parts arrive', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await open(page, ids.maya, 'Maya Lindqvist');
  await page.waitForLoadState('networkidle');
  const shifts = await page.evaluate(() => Reflect.get(window, 'shifts') as number[]);
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
});
