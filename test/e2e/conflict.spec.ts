import { edit, ids, inGladly, open, report, row, save, saveBar, valueOf } from './agent.ts';
import { expect, test } from './product.ts';

// A conflict is answered with 409, which Chromium logs.
test.use({ provoked: { messages: ['409'] } });

const maya = 'Maya Lindqvist';

test.describe('an attribute that was changed in a second tab', () => {
  test.beforeEach(async ({ page, context }) => {
    await open(page, ids.maya, maya);
    await (await edit(page, 'membershipTier')).fill('Bronze');
    await (await edit(page, 'preferredStore')).fill('Fratton');

    const other = await context.newPage();
    await open(other, ids.maya, maya);
    await (await edit(other, 'membershipTier')).fill('Platinum');
    await save(other);
    await expect(report(other, '1 attribute saved')).toBeVisible();

    await page.bringToFront();
    await save(page);
    await expect(report(page, 'Not saved: somebody changed the same attribute')).toBeVisible();
  });

  test('shows what was, is now, and is wanted, and saves nothing at all', async ({
    page,
    gladly,
  }) => {
    const notice = page.getByRole('group', { name: 'Changed elsewhere' });
    await expect(notice.getByRole('term')).toHaveText(['Was', 'Now', 'Yours']);
    await expect(notice.getByRole('definition')).toHaveText(['Gold', 'Platinum', 'Bronze']);
    await expect(valueOf(page, 'membershipTier')).toHaveValue('Bronze');
    await expect(valueOf(page, 'preferredStore')).toHaveValue('Fratton');
    expect(inGladly(gladly, ids.maya, 'membershipTier')).toBe('"Platinum"');
    expect(inGladly(gladly, ids.maya, 'preferredStore')).toBe('"Southsea"');
  });

  test('is not saved again before somebody decided', async ({ page, gladly }) => {
    await save(page);
    await expect(
      report(page, 'Decide about the attributes that were changed elsewhere first'),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Keep mine: membershipTier' })).toBeFocused();
    expect(inGladly(gladly, ids.maya, 'membershipTier')).toBe('"Platinum"');
  });

  test('is overwritten by Keep mine and a save', async ({ page, gladly }) => {
    await page.getByRole('button', { name: 'Keep mine: membershipTier' }).click();
    await expect(valueOf(page, 'membershipTier')).toHaveValue('Bronze');
    await save(page);
    await expect(report(page, '2 attributes saved')).toBeVisible();
    expect(inGladly(gladly, ids.maya, 'membershipTier')).toBe('"Bronze"');
    expect(inGladly(gladly, ids.maya, 'preferredStore')).toBe('"Fratton"');
  });

  test('stays theirs by Take theirs, and the other edit is saved', async ({ page, gladly }) => {
    await page.getByRole('button', { name: 'Take theirs: membershipTier' }).click();
    await expect(row(page, 'membershipTier')).toContainText('Platinum');
    await expect(saveBar(page)).toContainText('1 unsaved change');
    await save(page);
    await expect(report(page, '1 attribute saved')).toBeVisible();
    expect(inGladly(gladly, ids.maya, 'membershipTier')).toBe('"Platinum"');
    expect(inGladly(gladly, ids.maya, 'preferredStore')).toBe('"Fratton"');
  });
});

test('an attribute that was removed elsewhere is a conflict, and can be put back', async ({
  page,
  gladly,
}) => {
  await open(page, ids.maya, maya);
  await (await edit(page, 'birthday')).fill('1988-04-13');
  gladly.changeElsewhere(ids.maya, { remove: ['birthday'] });
  await save(page);
  const notice = page.getByRole('group', { name: 'Changed elsewhere' });
  await expect(notice.getByRole('definition')).toHaveText(['1988-04-12', 'Removed', '1988-04-13']);
  await page.getByRole('button', { name: 'Keep mine: birthday' }).click();
  await save(page);
  await expect(report(page, '1 attribute saved')).toBeVisible();
  expect(inGladly(gladly, ids.maya, 'birthday')).toBe('"1988-04-13"');
});

test('the same change made in two tabs is no conflict', async ({ page, context, gladly }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await open(tab, ids.maya, maya);
    await (await edit(tab, 'membershipTier')).fill('Platinum');
  }
  for (const tab of [page, other]) {
    await save(tab);
    await expect(report(tab, '1 attribute saved')).toBeVisible();
  }
  expect(inGladly(gladly, ids.maya, 'membershipTier')).toBe('"Platinum"');
});

test('another attribute changed in a second tab is no conflict, and shows after the save', async ({
  page,
  context,
  gladly,
}) => {
  await open(page, ids.maya, maya);
  await (await edit(page, 'membershipTier')).fill('Bronze');
  const other = await context.newPage();
  await open(other, ids.maya, maya);
  await (await edit(other, 'preferredStore')).fill('Fratton');
  await save(other);
  await expect(report(other, '1 attribute saved')).toBeVisible();

  await save(page);
  await expect(report(page, '1 attribute saved')).toBeVisible();
  await expect(row(page, 'preferredStore')).toContainText('Fratton');
  expect(inGladly(gladly, ids.maya, 'membershipTier')).toBe('"Bronze"');
  expect(inGladly(gladly, ids.maya, 'preferredStore')).toBe('"Fratton"');
});

test('another attribute changed while the save is under way is named', async ({ page, gladly }) => {
  await open(page, ids.maya, maya);
  await (await edit(page, 'membershipTier')).fill('Bronze');
  const letGo = gladly.holdNext({ method: 'PATCH', applied: true });
  await save(page);
  await expect.poll(() => inGladly(gladly, ids.maya, 'membershipTier')).toBe('"Bronze"');
  gladly.changeElsewhere(ids.maya, { set: { preferredStore: '"Fratton"', 'new one': '1' } });
  letGo();
  await expect(report(page, '1 attribute saved')).toContainText(
    'Meanwhile changed by others: preferredStore, new one',
  );
  await expect(row(page, 'preferredStore')).toContainText('Fratton');
});
