import type { Page } from '@playwright/test';
import { edit, heading, ids, open, save, showEmpty } from './agent.ts';
import { embedAt, setCustomer } from './desk.ts';
import { expect, test } from './product.ts';

const maya = 'Maya Lindqvist';
const toggle = (page: Page) => page.getByRole('button', { name: 'Hide personal data' });

async function hide(page: Page): Promise<void> {
  await toggle(page).click();
  await expect(toggle(page)).toHaveAttribute('aria-pressed', 'true');
}

/**
 * The words that can be read on the screen: each text whose element, and every element around it, is visible
 * and not in the colour of nothing.
 */
async function readable(page: Page): Promise<string> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen: string[] = [];
    const isSeen = (element: Element) => {
      const { visibility, color, opacity } = getComputedStyle(element);
      return visibility === 'visible' && !/^rgba.*, 0\)$/.test(color) && opacity !== '0';
    };
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !isSeen(element)) continue;
      // For screen readers only.
      if (element.closest('.visually-hidden, option, dialog:not([open])')) continue;
      seen.push(node.textContent ?? '');
    }
    for (const input of document.querySelectorAll<HTMLInputElement>('input, textarea'))
      if (isSeen(input)) seen.push(input.value);
    return seen.join('\n');
  });
}

/** What only this customer has. None of it may be read. */
const secrets = [
  'Maya',
  'Lindqvist',
  'lindqvist',
  'example.',
  '7700',
  '7946',
  '0142',
  '0187',
  'Harbour',
  'Portsmouth',
  'lower bell',
  '100482',
  '0193',
  'EO-20931',
  'CHELSEA',
  'Gold',
  'Southsea',
  '1988',
];

async function expectCovered(page: Page): Promise<void> {
  const text = await readable(page);
  // Otherwise it would prove nothing.
  expect(text).toContain('Contact');
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
}

for (const forcedColors of ['none', 'active'] as const)
  test.describe(`with forced colours: ${forcedColors}`, () => {
    test.use({ contextOptions: { forcedColors } });

    test('nothing personal can be read, whatever is opened', async ({ page, gladly }) => {
      gladly.setField(
        ids.maya,
        'emails',
        '[{"original":"maya.lindqvist@gmial.com","normalized":"maya.lindqvist@gmial.com"}]',
      );
      await open(page, ids.maya, maya, '/embed');
      await expect(page.getByRole('button', { name: /hints?$/ })).toBeVisible();
      // What is looked up comes once the page is idle.
      await expect.poll(async () => readable(page)).toContain('Harbour');
      await hide(page);
      await expectCovered(page);

      await page.getByRole('button', { name: /hints?$/ }).click();
      for (const time of await page.locator('.reach__time summary').all()) await time.click();
      for (const button of await page.getByRole('button', { name: 'Show all' }).all())
        await button.click();
      await showEmpty(page);
      // Whoever pressed something in a field has it shown for a moment.
      await page.evaluate(() => window.dispatchEvent(new Event('blur')));
      await expectCovered(page);
    });
  });

test.describe('while something is edited', () => {
  test.use({ provoked: { messages: ['409'] } });

  test('what is not being typed is covered: before, theirs, yours, and what became of the save', async ({
    page,
    gladly,
  }) => {
    await open(page, ids.maya, maya, '/embed');
    await (await edit(page, 'membershipTier')).fill('Goldsmith');
    await edit(page, 'tags');
    await edit(page, 'lastOrder');
    await (await edit(page, 'preferredStore')).fill('Southsea Pier');
    await (await edit(page, 'loyaltyPoints')).fill('77');
    gladly.changeElsewhere(ids.maya, { set: { preferredStore: '"Southsea Road"' } });
    await save(page);
    await expect(page.getByText('Changed elsewhere', { exact: true })).toBeVisible();
    await hide(page);
    await expectCovered(page);
    await page.getByRole('button', { name: 'Keep mine: preferredStore' }).click();
    await save(page);
    await expect(page.getByText(/saved$/)).toBeVisible();
    await page
      .getByText(/^Saves of this session|^Saved/)
      .first()
      .click();
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await expectCovered(page);
  });
});

test('stays on for the next customer, and for the next page, from its first paint', async ({
  page,
  desk,
  server,
}) => {
  // Of the panel's own site, so that the browser keeps the choice.
  const frame = await embedAt(page, { origin: desk.near }, server.origin, {
    customerId: ids.daniel,
  });
  await expect(heading(frame, 'Daniel Reyes')).toBeVisible();
  await frame.getByRole('button', { name: 'Hide personal data' }).click();
  await setCustomer(page, ids.maya);
  await frame
    .getByRole('button', { name: /^Edit / })
    .first()
    .waitFor();
  const name = frame.locator('h1');
  await expect(name).toHaveText(maya);
  await expect(name).toHaveCSS('color', 'rgba(0, 0, 0, 0)');

  await page.goto(`/embed?customer=${ids.maya}`);
  await page.locator('h1').waitFor();
  // At once, and not only once the part with the shortcuts is there.
  await expectCovered(page);
  await expect(toggle(page)).toHaveAttribute('aria-pressed', 'true');
  await toggle(page).click();
  expect(await readable(page)).toContain(maya);
  await page.reload();
  await expect(heading(page, maya)).toBeVisible();
});

test('goes on in the search, where it can be turned off too', async ({ page }) => {
  await open(page, ids.maya, maya);
  await hide(page);
  await page.goto('/');
  const box = page.getByLabel('Customer to find');
  await box.fill('+1 415 555 0133');
  await box.press('Enter');
  const samir = page.getByRole('link', { name: 'Samir Haddad' });
  await samir.focus();
  await expect(page.getByText('2 customers found.')).toBeVisible();
  const text = await readable(page);
  expect(['Haddad', '0133', 'shared-line'].filter((secret) => text.includes(secret))).toEqual([]);
  await page.keyboard.press('r');
  expect(await readable(page)).toContain('Samir Haddad');
  expect(await readable(page)).not.toContain('Noor Haddad');
  await toggle(page).click();
  expect(await readable(page)).toContain('Noor Haddad');
});

test('what is copied is real, and a link leads where it should, while neither shows', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, ids.maya, maya, '/embed');
  await hide(page);
  await page
    .getByRole('button', { name: 'Copy e-mail address maya.lindqvist@example.com' })
    .click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'maya.lindqvist@example.com',
  );

  const link = page.getByRole('link', { name: /^E-mail maya\.lindqvist@example\.com/ });
  // As the browser would follow it: by the address that it has when the press is over.
  await page.evaluate(() => {
    window.addEventListener('click', (event) => {
      const followed = event.target instanceof Element && event.target.closest('a');
      if (!followed) return;
      document.body.dataset['followed'] = followed.getAttribute('href') ?? '';
      event.preventDefault();
    });
  });
  await link.hover();
  await expect(link).toHaveAttribute('href', '#');
  await expect(link).not.toHaveAttribute('title');
  await link.click();
  await expect(page.locator('body')).toHaveAttribute(
    'data-followed',
    'mailto:maya.lindqvist@example.com',
  );
  await expect(link).toHaveAttribute('href', '#');

  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('body')).toHaveAttribute('data-followed', /^mailto:maya/);
});

test('a field that is pressed is shown for some seconds, and that field alone', async ({
  page,
}) => {
  await page.clock.install();
  await open(page, ids.maya, maya, '/embed');
  await page.clock.runFor(2_000);
  await hide(page);
  await page.locator('.fact', { hasText: 'Gladly ID' }).locator('.pair__value').click();
  expect(await readable(page)).toContain('maya-lindqvist-0001');
  expect(await readable(page)).not.toContain('Harbour');
  // Whoever asks again sees it for as long again.
  await page.clock.runFor(6_000);
  await page.getByRole('button', { name: 'Copy Gladly ID' }).focus();
  await page.keyboard.press('r');
  await page.clock.runFor(6_000);
  expect(await readable(page)).toContain('maya-lindqvist-0001');
  await page.clock.runFor(2_500);
  expect(await readable(page)).not.toContain('maya-lindqvist-0001');
});
