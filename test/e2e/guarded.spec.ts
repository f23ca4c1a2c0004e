import type { FrameLocator, Page } from '@playwright/test';
import { edit, heading, ids, inGladly, report, row, save, saveBar, valueOf } from './agent.ts';
import { embedAt, panelIn, setCustomer, toldOf, type Desk } from './desk.ts';
import { provoked, signInAs, test, type Office } from './office.ts';
import { expect } from './product.ts';

test.use({ provoked });

const maya = 'Maya Lindqvist';
const daniel = 'Daniel Reyes';
const signInAgain = { name: /^Sign in again/ };

interface Asked {
  nonce: string;
  customerId?: string;
}

/** The desk's server: a launch token for whatever the panel asks, unless the test says otherwise. */
async function vouch(
  page: Page,
  office: Office,
  token: (asked: Asked) => Promise<string> = async ({ nonce, customerId }) =>
    office.mint({ nonce, customer_id: customerId }),
): Promise<Asked[]> {
  const asked: Asked[] = [];
  await page.exposeFunction('mint', async (request: Asked) => {
    asked.push(request);
    return token(request);
  });
  return asked;
}

const open = async (page: Page, desk: Pick<Desk, 'origin'>, office: Office) =>
  embedAt(page, desk, office.guarded.origin, { customerId: ids.maya });

test.describe('a desktop that vouches for its agents', () => {
  test('shows and saves its customer without a cookie, and the log names the agent', async ({
    page,
    context,
    desk,
    office,
    gladly,
  }) => {
    const asked = await vouch(page, office);
    const panel = await open(page, desk, office);
    await expect(heading(panel, maya)).toBeVisible();
    expect(asked).toHaveLength(1);
    expect(asked[0]?.nonce).toMatch(/^[\w-]{43}$/);
    await (await edit(panel, 'membershipTier')).fill('Bronze');
    await save(panel);
    await expect(report(panel, '1 attribute saved')).toBeVisible();
    expect(inGladly(gladly, ids.maya, 'membershipTier')).toBe('"Bronze"');
    expect(await context.cookies()).toEqual([]);
    const line = office.guarded
      .output()
      .split('\n')
      .findLast((text) => text.includes('"save"'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      agent: 'agent-7',
      proof: 'launch',
      host: desk.origin,
      customer: ids.maya,
      keys: ['membershipTier'],
    });
    expect(office.guarded.output()).not.toMatch(/Bronze|Dana/);
  });

  test('asks for a token of its own for each customer', async ({ page, desk, office }) => {
    const asked = await vouch(page, office);
    const panel = await open(page, desk, office);
    await expect(heading(panel, maya)).toBeVisible();
    await setCustomer(page, ids.daniel);
    await expect(heading(panel, daniel)).toBeVisible();
    expect(asked.map(({ customerId }) => customerId)).toEqual([ids.maya, ids.daniel]);
    expect(new Set(asked.map(({ nonce }) => nonce)).size).toBe(2);
  });

  test('cannot use one customer’s token for another', async ({ page, desk, office }) => {
    await vouch(page, office, async ({ nonce }) => office.mint({ nonce, customer_id: ids.daniel }));
    const panel = await open(page, desk, office);
    await expect(panel.getByText('You may not see this profile')).toBeVisible();
    await expect(panel.getByText(maya)).toHaveCount(0);
  });

  test('cannot use a token again, nor one that another panel asked for', async ({
    page,
    desk,
    office,
  }) => {
    let first: string | undefined;
    await vouch(page, office, async ({ nonce, customerId }) => {
      first ??= await office.mint({ nonce, customer_id: customerId });
      return first;
    });
    const panel = await open(page, desk, office);
    await expect(heading(panel, maya)).toBeVisible();
    await page.reload();
    await embedAt(page, desk, office.guarded.origin, { customerId: ids.maya });
    await expect(panel.getByText('Your desktop has not shown who you are')).toBeVisible();
    await expect.poll(async () => toldOf(page, 'error')).toContainEqual({ code: 'not_vouched' });
  });

  test('is asked once more when it failed, and the agent wants to', async ({
    page,
    desk,
    office,
  }) => {
    let isUp = false;
    await vouch(page, office, async ({ nonce, customerId }) => {
      if (!isUp) throw new Error('503');
      return office.mint({ nonce, customer_id: customerId });
    });
    const panel = await open(page, desk, office);
    await expect(panel.getByText('Your desktop has not shown who you are')).toBeVisible();
    expect(await toldOf(page, 'error')).toContainEqual({ code: 'token-failed' });
    isUp = true;
    await panel.getByRole('button', { name: 'Try again' }).click();
    await expect(heading(panel, maya)).toBeVisible();
  });

  test('goes on to whom its customer was merged into while they were edited', async ({
    page,
    desk,
    office,
    gladly,
  }) => {
    const asked = await vouch(page, office, async ({ nonce, customerId }) =>
      customerId === ids.maya ? office.mint({ nonce, customer_id: customerId }) : 'not this one',
    );
    const panel = await open(page, desk, office);
    await (await edit(panel, 'membershipTier')).fill('Bronze');
    gladly.merge(ids.maya, ids.daniel);
    await save(panel);
    await expect(report(panel, 'this profile was merged into another one')).toBeVisible();
    await panel.getByRole('button', { name: 'Open the valid profile' }).click();
    await expect(heading(panel, daniel)).toBeVisible();
    expect(asked.map(({ customerId }) => customerId)).toEqual([ids.maya]);
  });

  test('and then for another agent: begins anew, without what the first one typed', async ({
    page,
    desk,
    office,
  }) => {
    let agent = 'agent-7';
    await vouch(page, office, async ({ nonce, customerId }) =>
      office.mint({ nonce, customer_id: customerId, sub: agent }),
    );
    await page.clock.install();
    const panel = await open(page, desk, office);
    await (await edit(panel, 'membershipTier')).fill('Bronze');
    await expect.poll(async () => (await toldOf(page, 'dirty')).at(-1)).toEqual([ids.maya]);
    agent = 'agent-8';
    // The token is renewed before it ends, which the refresh of a profile that is edited comes upon.
    await page.clock.fastForward('09:30');
    await expect(saveBar(panel)).toHaveCount(0);
    await expect(row(panel, 'membershipTier')).toContainText('Gold');
    await expect(panel.getByText('Bronze')).toHaveCount(0);
    expect((await toldOf(page, 'dirty')).at(-1)).toEqual([]);
  });

  test('may post the token into the frame, where nothing keeps it', async ({
    page,
    desk,
    office,
  }) => {
    await page.goto(`${desk.origin}/raw`);
    const answered = page.waitForResponse('**/embed/launch');
    const token = await office.mint({ customer_id: ids.maya });
    await page.evaluate(
      ([action, value]) => {
        const frame = document.createElement('iframe');
        Object.assign(frame, { name: 'panel', title: 'Customer profile', width: 350, height: 600 });
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', target: 'panel', action });
        const field = document.createElement('input');
        Object.assign(field, { type: 'hidden', name: 'launch_token', value });
        form.append(field);
        document.body.append(frame, form);
        form.submit();
      },
      [`${office.guarded.origin}/embed/launch`, token] as const,
    );
    // The code that knows about tokens comes beside the rest.
    expect((await answered).headers()['link']).toMatch(/startFrame-[^>]+>; rel=modulepreload$/);
    const panel = panelIn(page);
    await expect(heading(panel, maya)).toBeVisible();
    const inFrame = await panel.locator('html').evaluate((html) => ({
      grant: html.hasAttribute('data-grant'),
      address: window.location.href,
    }));
    expect(inFrame.grant).toBe(false);
    expect(inFrame.address).not.toMatch(/token|launch/);
    await (await edit(panel, 'membershipTier')).fill('Bronze');
    await save(panel);
    await expect(report(panel, '1 attribute saved')).toBeVisible();
  });
});

test('a desktop that cannot vouch has its agents sign in in a window', async ({
  page,
  desk,
  office,
}) => {
  const panel = await embedAt(page, { origin: desk.near }, office.guarded.origin, {
    customerId: ids.maya,
  });
  const opened = page.waitForEvent('popup');
  await panel.getByRole('link', signInAgain).click();
  await signInAs(await opened, 'ada');
  await expect(heading(panel, maya)).toBeVisible();
  await (await edit(panel, 'membershipTier')).fill('Bronze');
  await save(panel);
  await expect(report(panel, '1 attribute saved')).toBeVisible();
});

test.describe('two agents after each other in one tab', () => {
  const stored = async (panel: FrameLocator | Page) =>
    panel.locator('html').evaluate(() => JSON.stringify(Object.values(window.sessionStorage)));

  test('in a frame: the second finds nothing of the first', async ({
    page,
    context,
    desk,
    office,
  }) => {
    const near = { origin: desk.near };
    const embed = async (customerId: string) =>
      embedAt(page, near, office.guarded.origin, { customerId });
    const signIn = async (login: string) => {
      const opened = page.waitForEvent('popup');
      await panel.getByRole('link', signInAgain).click();
      await signInAs(await opened, login);
    };
    const panel = await embed(ids.maya);
    await signIn('ada');
    await (await edit(panel, 'membershipTier')).fill('Bronze');
    await expect.poll(async () => stored(panel)).toContain('Bronze');
    await embed(ids.maya);
    await expect(valueOf(panel, 'membershipTier')).toHaveValue('Bronze');
    await context.clearCookies();
    await embed(ids.daniel);
    await expect(panel.getByRole('link', signInAgain)).toBeVisible();
    await expect(panel.getByText('Lindqvist')).toHaveCount(0);
    await signIn('rob');
    await expect(heading(panel, daniel)).toBeVisible();
    await expect(panel.getByText('Lindqvist')).toHaveCount(0);
    expect(await stored(panel)).not.toMatch(/Bronze|Lindqvist/);
    const seen = async () => panel.locator('html').evaluate(() => Object.keys(window.localStorage));
    await expect.poll(seen).toContainEqual(expect.stringMatching(/^customers-seen-[0-9a-z]+ /));
    expect(await seen()).not.toContain('customers-seen');
  });

  test('in a frame that stays open: it begins anew for the second, who signs in once', async ({
    page,
    context,
    desk,
    office,
  }) => {
    const panel = await embedAt(page, { origin: desk.near }, office.guarded.origin, {
      customerId: ids.maya,
    });
    const signIn = async (login: string) => {
      const opened = page.waitForEvent('popup');
      await panel.getByRole('link', signInAgain).first().click();
      await signInAs(await opened, login);
    };
    await signIn('ada');
    await (await edit(panel, 'membershipTier')).fill('Bronze');
    await expect.poll(async () => stored(panel)).toContain('Bronze');
    const headers = { Origin: office.guarded.origin };
    await context.request.post('/sign-out', { headers, maxRedirects: 0 });
    await context.clearCookies();
    await save(panel);
    await expect(report(panel, 'Not saved: you are not signed in any more')).toBeVisible();
    await signIn('lea');
    await expect(saveBar(panel)).toHaveCount(0);
    await expect(row(panel, 'membershipTier')).toContainText('Gold');
    await expect(panel.getByText('Bronze')).toHaveCount(0);
    expect(await stored(panel)).not.toMatch(/Bronze|Lindqvist/);
    expect((await toldOf(page, 'dirty')).at(-1)).toEqual([]);
    const left = panel.locator('html').evaluate(() => [window.history.state, location.search]);
    expect(await left).toEqual([null, expect.not.stringContaining('code')]);
  });

  test('on a page: the second finds nothing of the first', async ({ page, context }) => {
    await page.goto(`/?customer=${ids.maya}`);
    await signInAs(page, 'ada');
    await (await edit(page, 'membershipTier')).fill('Bronze');
    await expect.poll(async () => stored(page)).toContain('Bronze');
    await page.reload();
    await expect(valueOf(page, 'membershipTier')).toHaveValue('Bronze');
    await context.clearCookies();
    await page.goto(`/?customer=${ids.daniel}`);
    await signInAs(page, 'rob');
    await expect(heading(page, daniel)).toBeVisible();
    await expect(page.getByText('Lindqvist')).toHaveCount(0);
    expect(await stored(page)).not.toMatch(/Bronze|Lindqvist/);
  });

  test('on a page: the device remembers for each what that one pinned', async ({
    page,
    context,
  }) => {
    const pinned = page.getByRole('heading', { level: 3, name: 'Pinned 1' });
    await page.goto(`/?customer=${ids.maya}`);
    await signInAs(page, 'ada');
    await page.getByRole('button', { name: 'Arrange' }).click();
    await page.getByRole('button', { name: 'Pin membershipTier' }).click();
    await expect(pinned).toBeVisible();
    await context.clearCookies();
    await page.goto(`/?customer=${ids.maya}`);
    await signInAs(page, 'rob');
    await expect(heading(page, maya)).toBeVisible();
    await expect(pinned).toHaveCount(0);
    await context.clearCookies();
    await page.goto(`/?customer=${ids.maya}`);
    await signInAs(page, 'ada');
    await expect(pinned).toBeVisible();
    const names = await page.evaluate(() => Object.keys(window.localStorage));
    for (const name of names)
      expect(name).toMatch(/^(attribute-view|customers-seen)-[0-9a-z]+( |$)/);
  });
});

test.describe('a page of its own', () => {
  test('keeps the edit of an agent whose sign-in has ended', async ({ page, context, gladly }) => {
    await page.goto(`/?customer=${ids.maya}`);
    await signInAs(page, 'ada');
    await (await edit(page, 'membershipTier')).fill('Bronze');
    await context.clearCookies({ name: '__Host-session' });
    await save(page);
    await expect(report(page, 'Not saved: you are not signed in any more')).toBeVisible();
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', signInAgain).first().click();
    const popup = await opened;
    if (!popup.isClosed()) await popup.waitForEvent('close');
    await expect(page.getByText('you are not signed in any more')).toHaveCount(0);
    await expect(valueOf(page, 'membershipTier')).toHaveValue('Bronze');
    await save(page);
    await expect(report(page, '1 attribute saved')).toBeVisible();
    expect(inGladly(gladly, ids.maya, 'membershipTier')).toBe('"Bronze"');
  });

  test('begins anew when somebody else signs in for the agent before', async ({
    page,
    context,
  }) => {
    await page.goto(`/?customer=${ids.maya}`);
    await signInAs(page, 'ada');
    await (await edit(page, 'membershipTier')).fill('Bronze');
    await context.clearCookies();
    await save(page);
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', signInAgain).first().click();
    await signInAs(await opened, 'rob');
    await expect(page.getByText('Rob Reader')).toBeVisible();
    await expect(heading(page, maya)).toBeVisible();
    await expect(page.getByText('Bronze')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^(Edit|Add)/ })).toHaveCount(0);
  });

  test('asks before it signs out an agent who has unsaved edits, and leaves none behind', async ({
    page,
  }) => {
    await page.goto(`/?customer=${ids.maya}`);
    await signInAs(page, 'ada');
    await (await edit(page, 'membershipTier')).fill('Bronze');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await expect(saveBar(page)).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Discard and sign out' }).click();
    await expect(heading(page, 'You are signed out')).toBeVisible();
    expect(await page.evaluate(() => Object.keys(window.sessionStorage))).toEqual([]);
  });

  test('lets an agent read who may not write, and says so', async ({ page }) => {
    await page.goto(`/?customer=${ids.maya}`);
    await signInAs(page, 'rob');
    await expect(heading(page, maya)).toBeVisible();
    await expect(page.getByText('Rob Reader')).toBeVisible();
    await expect(page.getByRole('button', { name: /^(Edit|Add)/ })).toHaveCount(0);
  });
});
