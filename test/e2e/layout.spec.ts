import type { Page } from '@playwright/test';
import {
  edit,
  findAndEdit,
  heading,
  ids,
  inGladly,
  open,
  report,
  save,
  saveBar,
  valueOf,
} from './agent.ts';
import { expect, test } from './product.ts';

/** What sticks out of the page to the side, as far as it makes the page scroll. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, room } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(room);
}

const customers = [
  [ids.maya, 'Maya Lindqvist', ['lastOrder', 'deliveryNotes']],
  [ids.everyJson, 'Robin "Every" O\'Json', ['long word', 'twenty levels', '__proto__']],
  [ids.crowded, 'Adaeze Okafor', ['survey 2021 #2']],
  [ids.arabic, 'ليلى عبد الرحمن المنصوري', ['آخر طلب', 'ملاحظات']],
] as const;

const widths = [258, 280, 350, 900];

/** At each width of a desktop's side panel, the narrowest last. */
async function expectToFit(page: Page): Promise<void> {
  for (const width of widths.toReversed()) {
    await page.setViewportSize({ width, height: 700 });
    await expectNoSidewaysScroll(page);
  }
}

for (const [id, called, keys] of customers)
  test(`${id} fits into every width from 258 px, being read and being edited`, async ({ page }) => {
    await open(page, id, called, '/embed');
    await expectToFit(page);
    for (const name of [/^Show \d+ more/, 'Show all']) {
      const button = page.getByRole('button', { name }).first();
      if (await button.isVisible()) await button.click();
    }
    await expectToFit(page);
    for (const key of keys) await findAndEdit(page, key);
    await valueOf(page, keys[0]).press('End');
    await page.keyboard.insertText(`   ${'x'.repeat(80)}`);
    await expect(saveBar(page)).toBeVisible();
    await expectToFit(page);
    await save(page);
    await expect(report(page, /saved|needs? a correction/)).toBeVisible();
    await expectToFit(page);
  });

test('the search, its list and its explanations fit into 258 px', async ({ page }) => {
  await page.setViewportSize({ width: 258, height: 700 });
  await page.goto('/');
  await expect(heading(page, 'Find a customer')).toBeVisible();
  await expectNoSidewaysScroll(page);
  for (const text of ['(415) 555-0133', 'x'.repeat(900), `${'y'.repeat(200)}@example.com`]) {
    await page.getByLabel('Customer to find').fill(text);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/customers found\.|No customer found\./)).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
});

test('finds, edits and saves at a zoom of 400%', async ({ page, gladly }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('/');
  await page.getByLabel('Customer to find').fill('maya@example.org');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(heading(page, 'Maya Lindqvist')).toBeVisible();
  await expectNoSidewaysScroll(page);
  const value = await edit(page, 'membershipTier');
  await value.fill('Bronze');
  await expect(saveBar(page)).toBeInViewport();
  // Enough of the page is left beside the bar to see what is being typed.
  await expect(value).toBeInViewport({ ratio: 1 });
  const bar = await saveBar(page).boundingBox();
  const field = await value.boundingBox();
  expect(field && bar && field.y + field.height <= bar.y).toBe(true);
  await expectNoSidewaysScroll(page);
  await save(page);
  await expect(report(page, '1 attribute saved')).toBeInViewport();
  expect(inGladly(gladly, ids.maya, 'membershipTier')).toBe('"Bronze"');
});
