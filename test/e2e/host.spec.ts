import type { Page } from '@playwright/test';
import { heading, ids, saveBar } from './agent.ts';
import { expect, test } from './product.ts';

test.use({
  baseURL: async ({ demo }, provide) => provide(demo.origin),
  viewport: { width: 1400, height: 900 },
});

const maya = 'Maya Lindqvist';
const panelOf = (page: Page) => page.frameLocator('iframe[title="Customer profile"]');
const conversation = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Conversations' })
    .getByRole('button', { name: new RegExp(`^${name}`) });

test.beforeEach(async ({ page }) => {
  await page.goto('/host');
  await expect(heading(panelOf(page), maya)).toBeVisible();
});

test('switches the panel with the conversation, without loading it again', async ({ page }) => {
  const documents: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'document') documents.push(request.url());
  });
  await conversation(page, 'Martha J Williams').click();
  await expect(heading(panelOf(page), 'Martha J Williams')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Martha J Williams' })).toBeVisible();
  await conversation(page, 'Visitor 0002').click();
  await expect(heading(panelOf(page), 'No name')).toBeVisible();
  await expect(panelOf(page).getByText('Martha')).toHaveCount(0);
  expect(documents).toEqual([]);
});

test('keeps what was typed in the panel and in the reply, and marks the conversation', async ({
  page,
}) => {
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'Edit Shoe size' }).click();
  const shoeSize = panel.getByRole('textbox', { name: /shoe ?size/i });
  await shoeSize.fill('40.5');
  await page.getByLabel(`Reply to ${maya}`).fill('Half a reply');
  await expect(conversation(page, maya)).toContainText('Unsaved profile edits');
  await conversation(page, 'Martha').click();
  await expect(heading(panel, 'Martha J Williams')).toBeVisible();
  await expect(saveBar(panel)).toHaveCount(0);
  await expect(page.getByLabel('Reply to Martha J Williams')).toHaveValue('');
  await expect(conversation(page, maya)).toContainText('Unsaved profile edits');
  await expect(conversation(page, 'Martha')).not.toContainText('Unsaved profile edits');

  await conversation(page, maya).click();
  await expect(shoeSize).toHaveValue('40.5');
  await expect(page.getByLabel(`Reply to ${maya}`)).toHaveValue('Half a reply');
  await saveBar(panel).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel.getByText('1 attribute saved')).toBeVisible();
  await expect(conversation(page, maya)).not.toContainText('Unsaved profile edits');
});

test('follows a merged customer to the survivor', async ({ page }) => {
  await conversation(page, 'Martha').click();
  await expect(heading(panelOf(page), 'Martha J Williams')).toBeVisible();
  await conversation(page, 'M. Lindqvist').click();
  await expect(heading(panelOf(page), maya)).toBeVisible();
  await expect(panelOf(page).getByText('Profiles were merged')).toBeVisible();
  await expect(panelOf(page).getByText(ids.maya, { exact: true })).toBeVisible();
});

test('steps through the conversations with Alt and the arrows, while a reply is written', async ({
  page,
}) => {
  await page.getByLabel(`Reply to ${maya}`).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(heading(panelOf(page), 'Martha J Williams')).toBeVisible();
  await expect(conversation(page, 'Martha')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(heading(panelOf(page), maya)).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(conversation(page, maya)).toHaveAttribute('aria-current', 'true');
});

test('takes the panel’s width and the theme that the reviewer chose', async ({ page }) => {
  const frame = page.locator('iframe');
  const colour = () =>
    panelOf(page)
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor);
  for (const width of ['280', '400', '350']) {
    await page.getByRole('radio', { name: width }).check({ force: true });
    await expect.poll(async () => (await frame.boundingBox())?.width).toBe(Number(width));
  }
  await page.getByRole('radio', { name: 'Light' }).check({ force: true });
  await expect.poll(colour).toBe('rgb(255, 255, 255)');
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect.poll(colour).toBe('rgb(21, 23, 28)');
});
