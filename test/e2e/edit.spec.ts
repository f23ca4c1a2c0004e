import type { Page } from '@playwright/test';
import type { EmulatorControl } from '#src/emulator/control.ts';
import {
  edit,
  editButton,
  heading,
  ids,
  inGladly,
  open,
  report,
  row,
  save,
  saveBar,
  showEmpty,
  valueOf,
} from './agent.ts';
import { expect, test } from './product.ts';

const maya = 'Maya Lindqvist';

/** Runs what changes some attributes, and expects each other one with its JSON text, in its place. */
async function expectOthersUntouched(
  gladly: EmulatorControl,
  id: string,
  touched: readonly string[],
  act: () => Promise<void>,
) {
  const others = () => gladly.attributes(id).filter(([key]) => !touched.includes(key));
  const before = others();
  await act();
  expect(others()).toEqual(before);
}

async function saved(page: Page, count: number) {
  await save(page);
  await expect(
    report(page, `${count} ${count === 1 ? 'attribute' : 'attributes'} saved`),
  ).toBeVisible();
  await expect(saveBar(page)).toHaveCount(0);
}

for (const mode of ['replace', 'merge'] as const)
  test.describe(`where Gladly would ${mode} the attributes`, () => {
    test.use({ organization: { customAttributes: mode } });

    for (const [what, key, typed, json, shown] of [
      ['text', 'preferredStore', 'Albert Road\nNo. 7 “corner”', undefined, 'Albert Road'],
      ['text of digits', 'shoeSize', '008', '"008"', '008'],
      ['text that was cleared', 'birthday', '', '""', 'Empty text'],
      [
        'a number',
        'loyaltyPoints',
        '12345678901234567890',
        '12345678901234567890',
        '12345678901234567890',
      ],
      ['a decimal', 'returnRate', '1.50', '1.50', '1.50'],
      ['JSON', 'tags', '["vip", {"since": 2.0}]', '["vip", {"since": 2.0}]', '"since": 2.0'],
    ] as const)
      test(`saves ${what}, and it is there after a reload`, async ({ page, gladly }) => {
        await open(page, ids.maya, maya);
        await expectOthersUntouched(gladly, ids.maya, [key], async () => {
          const control = await edit(page, key);
          await control.fill(typed);
          await expect(saveBar(page)).toContainText('1 unsaved change');
          await saved(page, 1);
        });
        expect(inGladly(gladly, ids.maya, key)).toBe(json ?? JSON.stringify(typed));
        await page.reload();
        if (typed === '') await showEmpty(page);
        await expect(row(page, key)).toContainText(shown ?? typed);
      });

    test('saves yes or no, and a type that was chosen', async ({ page, gladly }) => {
      await open(page, ids.maya, maya);
      await (await edit(page, 'newsletter')).selectOption('No');
      await edit(page, 'openReturns');
      await page.getByLabel('Type of openReturns').selectOption('Text');
      await valueOf(page, 'openReturns').fill('007');
      await expect(page.getByText('Was number, will be saved as text.')).toBeVisible();
      await edit(page, 'deliveryNotes');
      await page.getByLabel('Type of deliveryNotes').selectOption('No value');
      await page.getByRole('button', { name: 'Change deliveryNotes to no value' }).click();
      await saved(page, 3);
      expect(inGladly(gladly, ids.maya, 'newsletter')).toBe('false');
      expect(inGladly(gladly, ids.maya, 'openReturns')).toBe('"007"');
      expect(inGladly(gladly, ids.maya, 'deliveryNotes')).toBe('null');
      await page.reload();
      await showEmpty(page);
      await expect(row(page, 'newsletter')).toContainText('No');
      await expect(row(page, 'openReturns')).toContainText('007');
      await expect(row(page, 'deliveryNotes')).toContainText('No value');
    });

    test('adds an attribute', async ({ page, gladly }) => {
      await open(page, ids.maya, maya);
      await expectOthersUntouched(gladly, ids.maya, ['Gift wrap? ✓'], async () => {
        await page.getByRole('button', { name: 'Add attribute' }).click();
        await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
        await page.keyboard.type('Gift wrap? ✓');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        await page.keyboard.type('007');
        await saved(page, 1);
      });
      expect(inGladly(gladly, ids.maya, 'Gift wrap? ✓')).toBe('"007"');
      await page.reload();
      await expect(row(page, 'Gift wrap? ✓')).toContainText('007');
    });

    test('leaves the JSON text of every other attribute as it was', async ({ page, gladly }) => {
      await open(page, ids.everyJson, 'Robin "Every" O\'Json');
      await expectOthersUntouched(gladly, ids.everyJson, ['string', '__proto__'], async () => {
        await (await edit(page, 'string')).fill('changed');
        await (await edit(page, '__proto__')).fill('{"10": 1.0, "2": 1e400, "__proto__": -0}');
        await saved(page, 2);
      });
      expect(inGladly(gladly, ids.everyJson, 'string')).toBe('"changed"');
      expect(inGladly(gladly, ids.everyJson, '__proto__')).toBe(
        '{"10": 1.0, "2": 1e400, "__proto__": -0}',
      );
    });
  });

test('removes an attribute where Gladly replaces', async ({ page, gladly }) => {
  await open(page, ids.maya, maya);
  await expectOthersUntouched(gladly, ids.maya, ['profileUrl'], async () => {
    await edit(page, 'profileUrl');
    await page.getByRole('button', { name: 'Remove profileUrl' }).click();
    await expect(page.getByText('Will be removed when you save.')).toBeVisible();
    await saved(page, 1);
  });
  expect(inGladly(gladly, ids.maya, 'profileUrl')).toBeUndefined();
  await page.reload();
  await expect(editButton(page, 'membershipTier')).toBeVisible();
  await expect(editButton(page, 'profileUrl')).toHaveCount(0);
});

test.describe('where Gladly merges', () => {
  test.use({ organization: { customAttributes: 'merge' } });

  test('says that a removal had no effect, beside an edit that had', async ({ page, gladly }) => {
    await open(page, ids.maya, maya);
    await edit(page, 'profileUrl');
    await page.getByRole('button', { name: 'Remove profileUrl' }).click();
    await (await edit(page, 'membershipTier')).fill('Platinum');
    await save(page);
    const answer = report(page, 'Not everything was saved as you wrote it');
    await expect(answer).toContainText('membershipTier: saved');
    await expect(answer).toContainText(
      'profileUrl: not saved, it is still "https://shop.example.com/customers/100482"',
    );
    expect(inGladly(gladly, ids.maya, 'membershipTier')).toBe('"Platinum"');
    expect(inGladly(gladly, ids.maya, 'profileUrl')).toBeDefined();
    await expect(saveBar(page)).toContainText('1 unsaved change');
  });
});

test('writes nothing that cannot be right, and leads to what needs a correction', async ({
  page,
  gladly,
}) => {
  await open(page, ids.maya, maya);
  await (await edit(page, 'loyaltyPoints')).fill('many');
  await (await edit(page, 'tags')).fill('["vip",');
  await save(page);
  await expect(report(page, '2 attributes need a correction')).toBeVisible();
  await expect(page.getByText('This is not a number.')).toBeVisible();
  await expect(page.getByText(/^Line 1, column \d/)).toBeVisible();
  await expect(valueOf(page, 'loyaltyPoints')).toBeFocused();
  expect(gladly.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  await valueOf(page, 'loyaltyPoints').fill('-0.50');
  await valueOf(page, 'tags').fill('[]');
  await saved(page, 2);
  expect(inGladly(gladly, ids.maya, 'loyaltyPoints')).toBe('-0.50');
});

test('brings back what was discarded', async ({ page }) => {
  await open(page, ids.maya, maya);
  await (await edit(page, 'membershipTier')).fill('Bronze');
  await (await edit(page, 'preferredStore')).fill('Fratton');
  await saveBar(page).getByRole('button', { name: 'Discard' }).click();
  await expect(row(page, 'membershipTier')).toContainText('Gold');
  await expect(saveBar(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring back' }).click();
  await expect(valueOf(page, 'membershipTier')).toHaveValue('Bronze');
  await expect(valueOf(page, 'preferredStore')).toHaveValue('Fratton');
});

test('keeps what was typed for a customer while another one is shown, and over a reload', async ({
  page,
  gladly,
}) => {
  await open(page, ids.maya, maya);
  await (await edit(page, 'membershipTier')).fill('Bronze');
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await page.getByLabel('Customer to find').fill('daniel.reyes@example.com');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Daniel Reyes')).toBeVisible();
  await expect(valueOf(page, 'membershipTier')).toHaveCount(0);
  await expect(row(page, 'membershipTier')).toContainText('Silver');

  await open(page, ids.maya, maya);
  await expect(valueOf(page, 'membershipTier')).toHaveValue('Bronze');
  await page.reload();
  await expect(valueOf(page, 'membershipTier')).toHaveValue('Bronze');
  await saved(page, 1);
  expect(inGladly(gladly, ids.maya, 'membershipTier')).toBe('"Bronze"');
  await page.reload();
  await expect(row(page, 'membershipTier')).toContainText('Bronze');
  await expect(saveBar(page)).toHaveCount(0);
});

test('asks before what was typed is lost where the browser keeps nothing', async ({ page }) => {
  // As Chromium answers where the user has blocked site data.
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
  await open(page, ids.maya, maya);
  await (await edit(page, 'membershipTier')).fill('Bronze');
  await expect(saveBar(page)).toBeVisible();
  const asked = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await expect(valueOf(page, 'membershipTier')).toHaveValue('Bronze');
});
