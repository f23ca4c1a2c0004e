import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { heading, ids } from './agent.ts';
import { provoked, signInAs, test, type Office } from './office.ts';
import { expect } from './product.ts';

test.use({ provoked });

const maya = 'Maya Lindqvist';
const customer = `/?customer=${ids.maya}`;

/** As the page's own button does it. */
async function signOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/sign-out';
    document.body.append(form);
    form.submit();
  });
}

/** The provider's are there too: cookies do not tell the ports of a machine apart. */
async function ourCookies(context: BrowserContext, office: Office): Promise<string[]> {
  const cookies = await context.cookies(office.guarded.origin);
  return cookies.map(({ name }) => name).filter((name) => name.startsWith('__Host-'));
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('an agent signs in, sees the customer they came for, and signs out', async ({
  page,
  context,
  office,
}) => {
  await page.goto(customer);
  await signInAs(page, 'ada');
  await expect(heading(page, maya)).toBeVisible();
  expect(new URL(page.url()).search).toBe(`?customer=${ids.maya}`);
  const agentMark = page.locator('html');
  await expect(agentMark).toHaveAttribute(
    'data-agent',
    '{"id":"ada","name":"Ada Agent","mayWrite":true}',
  );
  expect(await ourCookies(context, office)).toEqual(['__Host-session']);
  expect(await page.evaluate(() => document.cookie)).toBe('');

  await signOut(page);
  await expect(heading(page, 'You are signed out')).toBeVisible();
  await expectNoViolations(page);
  expect(await ourCookies(context, office)).toEqual([]);
  expect((await page.request.get(`/api/customers/${ids.maya}`)).status()).toBe(401);

  await page.getByRole('link', { name: /^Sign out at 127\.0\.0\.1:\d+ too$/ }).click();
  await expect(heading(page, 'Sign out of Acme?')).toBeVisible();
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(heading(page, 'Signed out of Acme')).toBeVisible();
  await page.goto(customer);
  await expect(heading(page, 'Sign in to Acme')).toBeVisible();
});

test('the browser keeps no page of an agent who signed out', async ({ page, context }) => {
  await page.goto(customer);
  await signInAs(page, 'ada');
  await expect(heading(page, maya)).toBeVisible();
  await signOut(page);
  await expect(heading(page, 'You are signed out')).toBeVisible();
  // The provider's session would sign the agent in again, without a word.
  await context.clearCookies({ name: /^_session/ });
  await page.goBack();
  await expect(heading(page, 'Sign in to Acme')).toBeVisible();
});

test('an agent whom no rule names sees a page that says so, and no customer', async ({
  page,
  gladly,
}) => {
  await page.goto(customer);
  await signInAs(page, 'eve');
  await expect(heading(page, 'You may not see customers here')).toBeVisible();
  await expect(
    page.getByText(/^Ask whoever runs 127\.0\.0\.1:\d+ to give you access/),
  ).toBeVisible();
  await expectNoViolations(page);
  expect((await page.request.get(`/api/customers/${ids.maya}`)).status()).toBe(401);
  expect(gladly.requests).toEqual([]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(heading(page, 'You are signed out')).toBeVisible();
});

const saveTier = async (page: Page) =>
  page.evaluate(async (path) => {
    const response = await fetch(path, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: '{"edits":[{"key":"note","to":"hello"}]}',
    });
    return response.status;
  }, `/api/customers/${ids.maya}/custom-attributes`);

test('an agent who may only read cannot save', async ({ page, gladly, office }) => {
  await page.goto(customer);
  await signInAs(page, 'rob');
  await expect(heading(page, maya)).toBeVisible();
  const mark = '{"id":"rob","name":"Rob Reader","mayWrite":false}';
  await expect(page.locator('html')).toHaveAttribute('data-agent', mark);
  expect(await saveTier(page)).toBe(403);
  expect(gladly.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  expect(office.guarded.output()).not.toMatch(/Rob Reader|acme\.example|e2e-client-secret/);
});

test('a save is logged with the agent’s id and without a value', async ({ page, office }) => {
  await page.goto(customer);
  await signInAs(page, 'ada');
  await expect(heading(page, maya)).toBeVisible();
  expect(await saveTier(page)).toBe(200);
  const lines = office.guarded.output().split('\n');
  const line = lines.findLast((text) => text.includes('"event":"save"')) ?? '{}';
  expect(JSON.parse(line)).toMatchObject({
    outcome: 'saved',
    agent: 'ada',
    proof: 'session',
    customer: ids.maya,
    keys: ['note'],
  });
  expect(line).not.toMatch(/hello|Ada Agent/);
});

test('nothing is given to a page that nobody is signed in on', async ({ page, request }) => {
  const answered = await request.get(`/embed?customer=${ids.maya}`);
  expect(answered.headers()['link']).toBeUndefined();
  const html = await answered.text();
  expect(html).toContain('data-sign-in="required"');
  expect(html).not.toMatch(/data-(definitions|agent|host|grant)/);
  await page.goto(`/embed?customer=${ids.maya}`);
  await expect(page.locator('html')).toHaveAttribute('data-sign-in', 'required');
  await expect(heading(page, maya)).toHaveCount(0);
});

/** Opens the sign-in as a panel does, and keeps what the window tells. */
async function openPopup(page: Page, kind: 'page' | 'frame'): Promise<Page> {
  await page.evaluate(() => {
    addEventListener('message', ({ origin, data }) => {
      document.body.dataset['told'] = JSON.stringify({ origin, data });
    });
    addEventListener('focus', () => (document.body.dataset['focused'] = 'yes'));
  });
  const opened = page.waitForEvent('popup');
  await page.evaluate((address) => {
    window.open(address, 'sign-in', 'popup,width=480,height=640');
  }, `/sign-in?popup=${kind}`);
  return opened;
}

const closed = async (popup: Page) => {
  if (!popup.isClosed()) await popup.waitForEvent('close');
};

test('an expired page signs its agent in again in a window that closes itself', async ({
  page,
  context,
}) => {
  await page.goto(customer);
  await signInAs(page, 'ada');
  await expect(heading(page, maya)).toBeVisible();
  await context.clearCookies({ name: '__Host-session' });
  expect(await saveTier(page)).toBe(401);
  const popup = await openPopup(page, 'page');
  await closed(popup);
  expect(await saveTier(page)).toBe(200);
  await expect(heading(page, maya)).toBeVisible();
});

test('a framed panel gets a code from the window, and access for the code', async ({ page }) => {
  await page.goto('/healthz');
  const popup = await openPopup(page, 'frame');
  await signInAs(popup, 'ada');
  await closed(popup);
  const body = page.locator('body');
  await expect(body).toHaveAttribute('data-told', /signed-in/);
  const told: unknown = JSON.parse((await body.getAttribute('data-told')) ?? '');
  expect(told).toEqual({
    origin: new URL(page.url()).origin,
    data: {
      channel: 'customer-profile',
      v: 1,
      method: 'signed-in',
      params: { code: expect.stringMatching(/^[\w-]{43}$/), agent: 'ada' },
    },
  });
  const { code } = (told as { data: { params: { code: string } } }).data.params;
  const answer = await page.evaluate(
    async ({ given, path }) => {
      const ask = async () =>
        fetch('/api/launch/code', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          credentials: 'omit',
          body: JSON.stringify({ code: given }),
        });
      const first = (await (await ask()).json()) as { accessToken: string };
      const headers = { Authorization: `Bearer ${first.accessToken}` };
      const read = await fetch(path, { headers, credentials: 'omit' });
      const without = await fetch(path, { credentials: 'omit' });
      return { first, again: (await ask()).status, read: read.status, without: without.status };
    },
    { given: code, path: `/api/customers/${ids.maya}` },
  );
  expect(answer).toEqual({
    first: {
      accessToken: expect.any(String),
      expiresInSeconds: 3600,
      agent: { id: 'ada', name: 'Ada Agent' },
      mayWrite: true,
    },
    again: 401,
    read: 200,
    without: 401,
  });
});

test.describe('another site', () => {
  // Chromium says what it kept from whom.
  const blocked = ['does not match the recipient window', 'ERR_BLOCKED_BY_RESPONSE.NotSameOrigin'];
  test.use({ provoked: { messages: [...provoked.messages, ...blocked] } });

  test('that opens the window learns nothing', async ({ page, office }) => {
    await page.goto(customer);
    await signInAs(page, 'ada');
    await expect(heading(page, maya)).toBeVisible();
    await page.goto(`${office.identity.issuer}/.well-known/openid-configuration`);
    const opened = page.waitForEvent('popup');
    await page.evaluate((address) => {
      addEventListener('message', () => (document.body.dataset['told'] = 'something'));
      window.open(address, 'sign-in');
    }, `${office.guarded.origin}/sign-in?popup=frame`);
    await closed(await opened);
    await expect(page.locator('body')).not.toHaveAttribute('data-told');
  });

  test('can neither sign an agent out nor save as them', async ({
    page,
    context,
    office,
    gladly,
  }) => {
    await page.goto(customer);
    await signInAs(page, 'ada');
    await expect(heading(page, maya)).toBeVisible();
    const { origin } = office.guarded;
    await page.goto(`${office.identity.issuer}/.well-known/openid-configuration`);
    // What a hostile page can do: send forms, and requests whose answer it may not read.
    await page.evaluate(
      async ({ target, path }) => {
        const body = '{"edits":[{"key":"note","to":"evil"}]}';
        const init: RequestInit = { body, mode: 'no-cors', credentials: 'include' };
        await fetch(target + path, { ...init, method: 'POST' }).catch(() => undefined);
        await fetch(`${target}/sign-out`, { ...init, method: 'POST' }).catch(() => undefined);
        const form = document.createElement('form');
        form.method = 'post';
        form.action = `${target}/sign-out`;
        document.body.append(form);
        form.submit();
      },
      { target: origin, path: `/api/customers/${ids.maya}/custom-attributes` },
    );
    await expect(page).toHaveURL(`${origin}/sign-out`);
    await expect(page.getByText('Changes are only taken from the panel itself.')).toBeVisible();
    expect(await ourCookies(context, office)).toEqual(['__Host-session']);
    await page.goto(customer);
    await expect(heading(page, maya)).toBeVisible();
    expect(gladly.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });
});

test('the window says what to do when it cannot tell the panel', async ({ page }) => {
  await page.goto(customer);
  await signInAs(page, 'ada');
  await page.goto('/sign-in?popup=frame');
  await expect(heading(page, 'You are signed in')).toBeVisible();
  await expect(page.getByText('press “Sign in” in the panel once more')).toBeVisible();
  await expect(page.getByText('closes by itself')).toBeHidden();
  await expectNoViolations(page);
});
