import type { Locator, Page } from '@playwright/test';
import {
  editButton,
  expectFocusSomewhere,
  heading,
  ids,
  inGladly,
  open,
  report,
  row,
  saveBar,
  valueOf,
} from './agent.ts';
import { expect, test } from './product.ts';

const maya = 'Maya Lindqvist';
const mostSteps = 150;

/** Presses Tab until the focus is there, as an agent without a mouse does. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < mostSteps; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

/** A key, after which the focus must be somewhere. */
async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await expectFocusSomewhere(page);
}

test('finds, edits, saves, discards and brings back with the keyboard alone', async ({
  page,
  gladly,
}) => {
  await page.goto('/');
  await expect(page.getByLabel('Customer to find')).toBeFocused();
  await page.keyboard.type('(415) 555-0133');
  await press(page, 'Enter');
  await expect(page.getByText('2 customers found.')).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: 'Samir Haddad' }));
  await press(page, 'Enter');
  await expect(heading(page, 'Samir Haddad')).toBeVisible();
  await expectFocusSomewhere(page);

  await tabTo(page, page.getByRole('link', { name: 'Search', exact: true }), 'Shift+Tab');
  await press(page, 'Enter');
  // At once in the box, with what was looked for ready to be typed over.
  await expect(page.getByLabel('Customer to find')).toBeFocused();
  await page.keyboard.type('maya@example.org');
  await press(page, 'Enter');
  await expect(heading(page, maya)).toBeVisible();
  await expectFocusSomewhere(page);

  await tabTo(page, editButton(page, 'shoeSize'));
  await press(page, 'Enter');
  await expect(valueOf(page, 'shoeSize')).toBeFocused();
  await press(page, 'Control+A');
  await page.keyboard.type('0038');
  await press(page, 'Control+s');
  await expect(report(page, '1 attribute saved')).toBeVisible();
  await expectFocusSomewhere(page);
  expect(inGladly(gladly, ids.maya, 'shoeSize')).toBe('"0038"');

  await tabTo(page, page.getByRole('button', { name: 'Dismiss' }));
  await press(page, 'Enter');
  await tabTo(page, editButton(page, 'membershipTier'), 'Shift+Tab');
  await press(page, 'Enter');
  await expect(valueOf(page, 'membershipTier')).toBeFocused();
  await press(page, 'End');
  await page.keyboard.type(' plus');
  await tabTo(page, saveBar(page).getByRole('button', { name: 'Discard' }));
  await press(page, 'Enter');
  await expect(row(page, 'membershipTier')).toContainText('Gold');
  await expectFocusSomewhere(page);
  await tabTo(page, page.getByRole('button', { name: 'Bring back' }));
  await press(page, 'Enter');
  await expect(valueOf(page, 'membershipTier')).toHaveValue('Gold plus');
  await expectFocusSomewhere(page);
  await tabTo(page, saveBar(page).getByRole('button', { name: 'Save', exact: true }));
  await press(page, 'Space');
  await expect(report(page, '1 attribute saved')).toBeVisible();
  await expectFocusSomewhere(page);
  expect(inGladly(gladly, ids.maya, 'membershipTier')).toBe('"Gold plus"');
});

test('Escape closes a row in which nothing was changed, and never one in which something was', async ({
  page,
}) => {
  await open(page, ids.maya, maya);
  await tabTo(page, editButton(page, 'preferredStore'));
  await press(page, 'Enter');
  await expect(valueOf(page, 'preferredStore')).toBeFocused();
  await press(page, 'Escape');
  await expect(editButton(page, 'preferredStore')).toBeFocused();

  await press(page, 'Enter');
  await page.keyboard.type('!');
  await press(page, 'Escape');
  await expect(valueOf(page, 'preferredStore')).toBeFocused();
  await expect(valueOf(page, 'preferredStore')).toHaveValue('Southsea!');

  const cancel = page.getByRole('button', { name: 'Cancel the edit of preferredStore' });
  await tabTo(page, cancel);
  await press(page, 'Enter');
  await expect(editButton(page, 'preferredStore')).toBeFocused();
});

test('adds and cancels a new attribute without losing the focus', async ({ page }) => {
  await open(page, ids.onlyAnId, 'No name');
  const add = page.getByRole('button', { name: 'Add attribute' });
  await tabTo(page, add);
  await press(page, 'Enter');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await press(page, 'Escape');
  await expect(add).toBeFocused();
  await press(page, 'Enter');
  await page.keyboard.type('half');
  await tabTo(page, page.getByRole('button', { name: 'Cancel the new attribute' }));
  await press(page, 'Enter');
  await expect(add).toBeFocused();
});

test.describe('with a conflict', () => {
  test.use({ provoked: { messages: ['409'] } });

  for (const [decision, shown] of [
    ['Keep mine: membershipTier', undefined],
    ['Take theirs: membershipTier', 'Platinum'],
  ] as const)
    test(`“${decision}” leaves the focus somewhere`, async ({ page, gladly }) => {
      await open(page, ids.maya, maya);
      await tabTo(page, editButton(page, 'membershipTier'));
      await press(page, 'Enter');
      await expect(valueOf(page, 'membershipTier')).toBeFocused();
      await page.keyboard.type('!');
      gladly.changeElsewhere(ids.maya, { set: { membershipTier: '"Platinum"' } });
      await press(page, 'Control+s');
      await tabTo(page, page.getByRole('button', { name: decision }));
      await press(page, 'Enter');
      if (shown === undefined) await expect(valueOf(page, 'membershipTier')).toHaveValue('Gold!');
      else await expect(row(page, 'membershipTier')).toContainText(shown);
      await expectFocusSomewhere(page);
    });
});

test('what has the focus is never hidden behind the bar with Save', async ({ page }) => {
  await page.setViewportSize({ width: 350, height: 500 });
  await open(page, ids.maya, maya);
  await tabTo(page, editButton(page, 'membershipTier'));
  await press(page, 'Enter');
  await expect(valueOf(page, 'membershipTier')).toBeFocused();
  await page.keyboard.type('!');
  await expect(saveBar(page)).toBeVisible();
  await tabTo(page, editButton(page, 'openReturns'));
  const covered = await editButton(page, 'openReturns').evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return !element.contains(there);
  });
  expect(covered).toBe(false);
});
