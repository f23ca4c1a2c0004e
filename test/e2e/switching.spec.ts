import type { Page, Request } from '@playwright/test';
import { edit, heading, ids, open, valueOf } from './agent.ts';
import { embedAt, embedByHand, setCustomer } from './desk.ts';
import { expect, test } from './product.ts';

const maya = 'Maya Lindqvist';
const daniel = 'Daniel Reyes';

/** Counts the requests of a customer that have come to an end, whichever. */
function endedRequests(page: Page, id: string): () => number {
  let ended = 0;
  const count = (request: Request) => {
    if (request.url().endsWith(`/api/customers/${id}`)) ended += 1;
  };
  page.on('requestfinished', count);
  page.on('requestfailed', count);
  return () => ended;
}

test('never shows the late answer for a customer that the desktop has left', async ({
  page,
  desk,
  server,
  gladly,
}) => {
  const letGo = gladly.holdNext({ method: 'GET', path: /maya/ });
  const ended = endedRequests(page, ids.maya);
  const panel = await embedAt(page, desk, server.origin, { customerId: ids.maya });
  await expect(panel.getByRole('status')).toHaveText('Loading the profile');
  await setCustomer(page, ids.daniel);
  await expect(heading(panel, daniel)).toBeVisible();
  letGo();
  await expect.poll(ended).toBe(1);
  await expect(heading(panel, daniel)).toBeVisible();
  await expect(panel.getByText('Lindqvist')).toHaveCount(0);
});

test('shows nothing of the last customer while the next one loads', async ({
  page,
  desk,
  server,
  gladly,
}) => {
  const panel = await embedAt(page, desk, server.origin, { customerId: ids.maya });
  await expect(heading(panel, maya)).toBeVisible();
  const letGo = gladly.holdNext({ method: 'GET', path: /daniel/ });
  await setCustomer(page, ids.daniel);
  await expect(panel.getByRole('status')).toHaveText('Loading the profile');
  await expect(panel.getByText(/lindqvist/i)).toHaveCount(0);
  await expect(panel.getByRole('button')).toHaveCount(0);
  letGo();
  await expect(heading(panel, daniel)).toBeVisible();
});

test('shows the customer of the newest message when an older one comes late', async ({
  page,
  desk,
  server,
}) => {
  const panel = await embedByHand(page, desk, `${server.origin}/embed?host=${desk.origin}`);
  await page.evaluate(() => window.init({ seq: 1 }));
  await expect(panel.getByText('No customer chosen')).toBeVisible();
  await page.evaluate(
    ([newest, late]) => {
      window.post({ method: 'customer-changed', params: { customerId: newest, seq: 3 } });
      window.post({ method: 'customer-changed', params: { customerId: late, seq: 2 } });
    },
    [ids.daniel, ids.maya] as const,
  );
  await expect(heading(panel, daniel)).toBeVisible();
  await page.evaluate(
    (customerId) => window.post({ method: 'customer-changed', params: { customerId, seq: 4 } }),
    ids.maya,
  );
  await expect(heading(panel, maya)).toBeVisible();
  await expect(heading(panel, daniel)).toHaveCount(0);
});

test('switches back to a customer that it knows at once, with what was typed', async ({
  page,
  desk,
  server,
  gladly,
}) => {
  const panel = await embedAt(page, desk, server.origin, { customerId: ids.maya });
  await (await edit(panel, 'membershipTier')).fill('Bronze');
  await setCustomer(page, ids.daniel);
  await expect(heading(panel, daniel)).toBeVisible();
  await expect(valueOf(panel, 'membershipTier')).toHaveCount(0);
  // Whatever is asked of Gladly from now on is answered too late for what is seen next.
  gladly.holdNext({ method: 'GET', path: /maya/, times: 3 });
  await setCustomer(page, ids.maya);
  await expect(heading(panel, maya)).toBeVisible();
  await expect(valueOf(panel, 'membershipTier')).toHaveValue('Bronze');
});

test('never shows the late answer for a customer that the agent has gone back from', async ({
  page,
  gladly,
}) => {
  await open(page, ids.daniel, daniel);
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  const ended = endedRequests(page, ids.maya);
  const letGo = gladly.holdNext({ method: 'GET', path: /\/maya/, times: 3 });
  await page.getByLabel('Customer to find').fill('maya@example.org');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/?customer=${ids.maya}`);
  await page.goBack();
  await page.goBack();
  await expect(heading(page, daniel)).toBeVisible();
  letGo();
  await expect.poll(ended).toBeGreaterThan(0);
  await expect(heading(page, daniel)).toBeVisible();
  await expect(page.getByText(/lindqvist/i)).toHaveCount(0);
});
