import { heading, ids, open } from './agent.ts';
import { expect, test } from './product.ts';

// A text may be one of several things, and asking for an id that nobody has is answered with 404.
test.use({ provoked: { messages: ['404'] } });

const maya = 'Maya Lindqvist';
const martha = 'Martha J Williams';

for (const [what, text, name] of [
  ['an e-mail address', 'Maya.Lindqvist@Example.com', maya],
  ['an e-mail address with a name around it', '"Maya" <maya@example.org>', maya],
  ['an international number', '+44 7700 900123', maya],
  ['a number with a needless zero', '+44 (0)20 7946 0018', maya],
  ['a number with 00', '0044 20 7946 0018', maya],
  ['a national number with its extension', '(212) 555-0142 x4021', maya],
  ['a national number with dots', '212.555.0142', maya],
  ['a labelled number', 'tel: 1-212-555-0142', maya],
  ['an external id', 'shop-100482', maya],
  ['an external id that could be a Gladly id', 'a21c1636-c622-48b7-bf6a-d9032645aa55', martha],
  ['a Gladly id', ids.martha, martha],
  ['an address of this page', `https://panel.example.com/?customer=${ids.maya}`, maya],
] as const)
  test(`finds one customer by ${what} and opens it`, async ({ page }) => {
    await page.goto('/');
    await page.getByLabel('Customer to find').fill(text);
    await page.keyboard.press('Enter');
    await expect(heading(page, name)).toBeVisible();
    expect(new URL(page.url()).search).toMatch(/^\?customer=[A-Za-z0-9_-]+$/);
  });

test('lists several customers, opens one, and goes back to the list and forward again', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByLabel('Customer to find').fill('(415) 555-0133');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByText('2 customers found.')).toBeVisible();
  const found = page.getByRole('list', { name: 'Customers found' }).getByRole('link');
  await expect(found).toHaveText(['Samir Haddad', 'Noor Haddad']);
  expect(new URL(page.url()).search).toBe('');

  await found.filter({ hasText: 'Noor' }).click();
  await expect(heading(page, 'Noor Haddad')).toBeVisible();
  await expect(page).toHaveURL('/?customer=shared-line-0010a');

  await page.goBack();
  await expect(found).toHaveCount(2);
  await expect(page.getByLabel('Customer to find')).toHaveValue('(415) 555-0133');
  await expect(page).toHaveURL('/');

  await page.goForward();
  await expect(heading(page, 'Noor Haddad')).toBeVisible();

  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await expect(found).toHaveCount(2);
});

test('says that nobody was found, and what was searched', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Customer to find').fill('nobody@example.com');
  await page.keyboard.press('Enter');
  const status = page.getByRole('status').filter({ hasText: 'No customer found.' });
  await expect(status).toContainText('E-mail address nobody@example.com');
  await expect(page).toHaveURL('/');
});

for (const [what, text, answer] of [
  ['nothing', '', 'Nothing to search for yet'],
  ['a name', 'Maya of Portsmouth', 'Gladly cannot search by name'],
  ['too few digits', '+1 212', 'too few or too many digits'],
  ['another page’s address', 'https://shop.example.com/orders', 'a web address without a customer'],
] as const)
  test(`explains why ${what} is not searched, and asks Gladly nothing`, async ({
    page,
    gladly,
  }) => {
    await page.goto('/');
    await page.getByLabel('Customer to find').fill(text);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toContainText(answer);
    expect(gladly.requests).toEqual([]);
  });

test('opens a customer by address, and the survivor of a merged one under its own id', async ({
  page,
}) => {
  await open(page, ids.maya, maya);
  await expect(page.getByText('maya.lindqvist@example.com').first()).toBeVisible();
  await open(page, ids.merged, maya);
  await expect(page.getByText('Profiles were merged')).toBeVisible();
  await expect(page).toHaveURL(`/?customer=${ids.maya}`);
});

test('says that there is no customer with an id', async ({ page }) => {
  await page.goto('/?customer=nobody-0000');
  await expect(page.getByRole('alert')).toContainText('There is no customer with this ID');
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await expect(page.getByLabel('Customer to find')).toBeVisible();
});
