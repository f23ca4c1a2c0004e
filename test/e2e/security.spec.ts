import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { edit, embedIn, heading, ids, open, report, save } from './agent.ts';
import { expect, test } from './product.ts';
import { access } from './server.ts';

const maya = 'Maya Lindqvist';
const client = fileURLToPath(new URL('../../dist/client', import.meta.url));

/** A day at work: every page, the reader of phone numbers and the editor. */
async function useEverything(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Customer to find').fill('(415) 555-0133');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Noor Haddad' }).click();
  await expect(heading(page, 'Noor Haddad')).toBeVisible();
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await page.getByLabel('Customer to find').fill('Maya <maya.lindqvist@example.com>');
  await page.keyboard.press('Enter');
  await expect(heading(page, maya)).toBeVisible();
  await (await edit(page, 'deliveryNotes')).fill('Ring twice.');
  await save(page);
  await expect(report(page, '1 attribute saved')).toBeVisible();
  await open(page, ids.martha, 'Martha J Williams', '/embed');
}

for (const [path, ancestors] of [
  ['/', "'none'"],
  [`/?customer=${ids.maya}`, "'none'"],
  ['/embed', "'none'"],
  ['/embed?host=https://elsewhere.example.com', "'none'"],
  ['/embed?host=OWN', 'OWN'],
  [`/api/customers/${ids.maya}`, "'none'"],
  ['/nothing-here', "'none'"],
] as const)
  test(`${path} answers with a strict Content-Security-Policy`, async ({ request, server }) => {
    const response = await request.get(path.replace('OWN', server.origin));
    const policy = response.headers()['content-security-policy'] ?? '';
    expect(policy).not.toContain('unsafe-');
    const directives = new Map(
      policy.split(';').map((directive) => {
        const [name = '', ...values] = directive.trim().split(' ');
        return [name, values.join(' ')] as const;
      }),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('style-src')).toBe("'self'");
    expect(directives.get('connect-src')).toBe("'self'");
    expect(directives.get('require-trusted-types-for')).toBe("'script'");
    expect(directives.get('frame-ancestors')).toBe(ancestors.replace('OWN', server.origin));
    expect(response.headers()['x-content-type-options']).toBe('nosniff');
    expect(response.headers()['referrer-policy']).toBe('no-referrer');
  });

test('no page, editor and phone reader included, breaks the policy or asks another site', async ({
  page,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const isOurs = new URL(request.url()).origin === baseURL;
    if (!isOurs && request.resourceType() !== 'image') elsewhere.push(request.url());
  });
  // Violations and errors fail every test; see the fixture.
  await useEverything(page);
  expect(elsewhere).toEqual([]);
});

test('puts no personal data into an address but the question of a search', async ({ page }) => {
  const urls: URL[] = [];
  page.on('request', (request) => urls.push(new URL(request.url())));
  page.on('framenavigated', (frame) => urls.push(new URL(frame.url())));
  await useEverything(page);
  const personal = /maya[.@]|lindqvist@|@example|%40|noor|haddad|555|ring|twice/i;
  const telling = urls
    .map(({ pathname, search }) => pathname + search)
    .filter((address) => personal.test(address));
  expect([...new Set(telling)].toSorted()).toEqual([
    '/api/customers?email=maya.lindqvist%40example.com',
    '/api/customers?phoneNumber=%2B14155550133',
  ]);
});

test('keeps nothing of a customer in the browser but fingerprints', async ({ page, context }) => {
  await useEverything(page);
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  const kept = await page.evaluate(() => Object.entries(localStorage));
  expect(kept.length).toBeGreaterThan(1);
  // Which customers were seen and how they were: as numbers with a salt of the device's own.
  for (const [name, value] of kept)
    if (name === 'customers-seen') expect(value).toMatch(/^\{"on":true,"salt":\d+\}$/);
    else expect(`${name} ${value}`).toMatch(/^customers-seen(?: [0-9a-z]+)+$/);
  expect(await context.cookies()).toEqual([]);
});

test('tells the browser neither the token nor where Gladly is', async ({
  page,
  gladly,
  upstream,
  server,
}) => {
  const secrets = [
    access.apiToken,
    access.agentEmail,
    btoa(`${access.agentEmail}:${access.apiToken}`),
    new URL(upstream.origin).host,
  ];
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    const body = response.body().catch(() => Buffer.from(''));
    answers.push(body.then((bytes) => JSON.stringify(response.headers()) + bytes.toString('utf8')));
  });
  await useEverything(page);
  gladly.failNext({ method: 'GET', kind: 'cut', times: 3 });
  const failed = await page.request.get(`/api/customers/${ids.maya}`);
  expect(failed.status()).toBe(503);
  const texts = [...(await Promise.all(answers)), await failed.text(), server.output()];
  expect(texts.length).toBeGreaterThan(10);
  for (const secret of secrets) expect(texts.filter((text) => text.includes(secret))).toEqual([]);
});

test('what the browser is given holds no configuration and nothing of the server', () => {
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .map((name) => join(client, name))
    .filter((path) => statSync(path).isFile());
  expect(files.length).toBeGreaterThan(3);
  for (const path of files)
    expect(readFileSync(path, 'utf8'), path).not.toMatch(
      /GLADLY_|API_TOKEN|emulator-token|Authorization|\/api\/v1|customer-profiles|process\.env/,
    );
});

test('the demo’s desktop is not there with a Gladly', async ({ request }) => {
  expect((await request.get('/host')).status()).toBe(404);
});

test.describe('frames', () => {
  // Chromium says which policy kept a frame empty.
  test.use({ provoked: { messages: ['frame-ancestors', 'ERR_BLOCKED_BY_RESPONSE'] } });

  for (const path of ['/', `/?customer=${ids.maya}`])
    test(`${path} is shown in no frame, not even in our own page’s`, async ({ page }) => {
      const refused = page.waitForEvent('console', (message) =>
        message.text().includes('frame-ancestors'),
      );
      const frame = await embedIn(page, path);
      await refused;
      await expect(frame.getByText(/Find a customer|Lindqvist/)).toHaveCount(0);
    });

  test('the panel is shown in our own page’s frame', async ({ page }) => {
    const panel = await embedIn(page, `/embed?customer=${ids.maya}`);
    await expect(heading(panel, maya)).toBeVisible();
  });

  test('the panel is shown in no frame of another site', async ({ page, baseURL }) => {
    const src = `${baseURL}/embed?customer=${ids.maya}&host=${baseURL}`;
    const other = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><title>Other site</title><iframe src="${src}"></iframe>`);
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const refused = page.waitForEvent('console', (message) =>
      message.text().includes('frame-ancestors'),
    );
    await page.goto(`http://127.0.0.1:${port}/`);
    await refused;
    await expect(page.frameLocator('iframe').getByText('Lindqvist')).toHaveCount(0);
    other.close();
  });
});

test.describe('another site', () => {
  test.use({ provoked: { messages: ['403'] } });

  test('cannot make the agent’s browser write', async ({ page, request, gladly }) => {
    const path = `/api/customers/${ids.maya}/custom-attributes`;
    const data = { edits: [{ key: 'membershipTier', to: 'Free' }] };
    const headers = { Origin: 'https://elsewhere.example.com' };
    const response = await request.patch(path, { data, headers });
    expect(response.status()).toBe(403);
    await open(page, ids.maya, maya);
    expect(gladly.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });
});

test('copies a value, and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, ids.maya, maya);
  await page.getByRole('button', { name: 'Copy e-mail address maya@example.org' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeAttached();
  expect(await page.evaluate(async () => navigator.clipboard.readText())).toBe('maya@example.org');
});

test('says so when the browser refuses to copy', async ({ page, context, baseURL }) => {
  // An empty list refuses everything that is not in it.
  await context.grantPermissions([], { origin: baseURL ?? '' });
  await open(page, ids.maya, maya);
  await page.getByRole('button', { name: 'Copy e-mail address maya@example.org' }).click();
  await expect(page.getByText('Not copied: the browser refused.')).toBeVisible();
});
