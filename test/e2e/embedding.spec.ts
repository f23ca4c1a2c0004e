import type { FrameLocator, Page } from '@playwright/test';
import { edit, heading, ids, inGladly, report, save, saveBar, valueOf, writes } from './agent.ts';
import { embedAt, embedByHand, panelIn, serveDesk, setCustomer, toldOf } from './desk.ts';
import { expect, test } from './product.ts';
import { gladlyAt } from './server.ts';

const maya = 'Maya Lindqvist';
const daniel = 'Daniel Reyes';

const addressOf = (server: { origin: string }, desk: { origin: string }, customer?: string) =>
  `${server.origin}/embed?host=${encodeURIComponent(desk.origin)}${customer ? `&customer=${customer}` : ''}`;

/** Keeps the code that talks to desktops back, until what this returns is called. */
async function holdStart(page: Page): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/assets/startFrame-*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  return arrive;
}

const heard = async (page: Page) => page.evaluate(() => window.heard);
const methods = async (page: Page) =>
  (await heard(page)).map(({ data }) => (data as { method?: string }).method);

/** The panel has heard all that was said so far when it answers a question that it does not know. */
async function hasHeard(page: Page): Promise<void> {
  const id = await page.evaluate(() => {
    const question = `q${Math.random()}`;
    window.post({ id: question, method: 'ping' });
    return question;
  });
  await page.waitForFunction(
    (question) => window.heard.some(({ data }) => (data as { id?: unknown }).id === question),
    id,
  );
}

const styleOf = async (panel: FrameLocator, property: string) =>
  panel
    .locator('html')
    .evaluate((root, name) => getComputedStyle(root).getPropertyValue(name), property);

test.describe('the handshake', () => {
  test('tells the desktop’s origin that the panel is ready, and takes the port that it answers with', async ({
    page,
    desk,
    server,
  }) => {
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
    });
    const panel = await embedByHand(page, desk, addressOf(server, desk));
    // The code of frames is asked for once, beside the rest.
    expect(scripts.filter((path) => path.includes('startFrame'))).toHaveLength(1);
    expect(await heard(page)).toEqual([
      {
        origin: server.origin,
        ports: 0,
        data: {
          jsonrpc: '2.0',
          channel: 'customer-profile',
          v: 1,
          id: 0,
          method: 'ready',
          params: {
            appVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
            versions: [1],
            capabilities: ['resize', 'teardown'],
          },
        },
      },
    ]);
    await page.evaluate((customerId) => window.init({ customerId, seq: 1 }), ids.maya);
    await expect(heading(panel, maya)).toBeVisible();
    // From here on everything goes over the port: nothing more came through the window.
    expect((await heard(page)).filter(({ origin }) => origin !== undefined)).toHaveLength(1);
  });

  test('takes no time from the profile, which is there while the code for it is on its way', async ({
    page,
    desk,
    server,
  }) => {
    const arrive = await holdStart(page);
    const panel = await embedAt(page, desk, server.origin, { customerId: ids.maya });
    await expect(heading(panel, maya)).toBeVisible();
    // The desktop could neither say another customer nor ask what is unsaved.
    await expect(panel.getByRole('button', { name: /^(Edit|Add)/ })).toHaveCount(0);
    await setCustomer(page, ids.daniel);
    arrive();
    await expect(heading(panel, daniel)).toBeVisible();
    await expect(panel.getByRole('button', { name: /^Edit/ })).not.toHaveCount(0);
  });

  test.describe('that cannot be', () => {
    test.use({ provoked: { messages: ['ERR_FAILED'] } });

    test('because its code did not come, leaves no panel that hears nothing', async ({
      page,
      desk,
      server,
    }) => {
      await page.route('**/assets/startFrame-*.js', async (route) => route.abort());
      const panel = await embedAt(page, desk, server.origin, { customerId: ids.maya });
      await expect(heading(panel, 'This page stopped working')).toBeVisible();
      await expect(heading(panel, maya)).toHaveCount(0);
    });
  });

  test('is taken neither from a frame beside it, nor from another origin, nor twice', async ({
    page,
    desk,
    server,
  }) => {
    const panel = await embedByHand(page, desk, addressOf(server, desk, ids.maya));
    await expect(heading(panel, maya)).toBeVisible();
    // The desktop's own origin, but not the window that frames the panel; and a sandboxed page, which has no origin.
    for (const sandbox of [undefined, 'allow-scripts'])
      await page.evaluate(async (flags) => {
        const sibling = document.createElement('iframe');
        if (flags !== undefined) sibling.setAttribute('sandbox', flags);
        sibling.srcdoc = `<script>
          const message = { jsonrpc: '2.0', channel: 'customer-profile', v: 1, method: 'init',
            params: { customerId: 'cust-daniel-reyes', seq: 9 } };
          parent.frames[0].postMessage(message, '*', [new MessageChannel().port2]);
          parent.postMessage('sent', '*');
        </script>`;
        const sent = new Promise<void>((resolve) =>
          window.addEventListener('message', ({ data }) => data === 'sent' && resolve()),
        );
        document.body.append(sibling);
        await sent;
      }, sandbox);
    await page.evaluate((customerId) => window.init({ customerId, seq: 1 }), ids.martha);
    await expect(heading(panel, 'Martha J Williams')).toBeVisible();

    await page.evaluate((customerId) => window.init({ customerId, seq: 10 }), ids.daniel);
    await hasHeard(page);
    await expect(heading(panel, 'Martha J Williams')).toBeVisible();
    await expect(heading(panel, daniel)).toHaveCount(0);
  });

  test('does not happen without a frame: nothing is sent, nothing is listened to', async ({
    page,
    desk,
    server,
  }) => {
    await page.addInitScript(() => {
      window.heard = [];
      window.addEventListener('message', ({ data }) => void window.heard.push({ data, ports: 0 }));
    });
    await page.goto(addressOf(server, desk, ids.maya));
    await expect(heading(page, maya)).toBeVisible();
    await page.evaluate((customerId) => {
      const params = { customerId, seq: 1 };
      const init = { jsonrpc: '2.0', channel: 'customer-profile', v: 1, method: 'init', params };
      window.postMessage(init, '*', [new MessageChannel().port2]);
    }, ids.daniel);
    await expect.poll(async () => methods(page)).toEqual(['init']);
    await expect(heading(page, maya)).toBeVisible();
    await expect(heading(page, daniel)).toHaveCount(0);
  });
});

test('is moved by no message that is malformed, unknown or late', async ({
  page,
  desk,
  server,
}) => {
  const panel = await embedByHand(page, desk, addressOf(server, desk));
  await page.evaluate((customerId) => window.init({ customerId, seq: 5 }), ids.maya);
  await expect(heading(panel, maya)).toBeVisible();
  await page.evaluate((customerId) => {
    const change = { method: 'customer-changed', params: { customerId, seq: 6 } };
    const wrong = [
      { ...change, v: 2 },
      { ...change, channel: 'other' },
      { ...change, jsonrpc: '1.0' },
      { ...change, method: 'customer-Changed' },
      { ...change, method: '__proto__' },
      { ...change, params: { customerId, seq: '6' } },
      { ...change, params: { customerId: { toString: 'x' }, seq: 6 } },
      { ...change, params: { customerId, seq: Number.NaN } },
      { ...change, params: [customerId, 6] },
      { ...change, params: { customerId, seq: 5 } },
      { ...change, params: { customerId, seq: -1 } },
      { method: 'customer-changed' },
      { id: 1, result: { token: 'not asked for' } },
    ];
    for (const message of wrong) window.post(message);
    for (const data of [null, 1, 'customer-changed', [], { customerId }])
      window.ports[0]?.postMessage(data);
  }, ids.daniel);
  await hasHeard(page);
  await expect(heading(panel, maya)).toBeVisible();
  await page.evaluate(
    (customerId) => window.post({ method: 'customer-changed', params: { customerId, seq: 6 } }),
    ids.daniel,
  );
  await expect(heading(panel, daniel)).toBeVisible();
});

test.describe('the theme', () => {
  test('takes the desktop’s scheme and colours, and gives them back', async ({
    page,
    desk,
    server,
  }) => {
    const panel = await embedAt(page, desk, server.origin, {
      customerId: ids.maya,
      theme: { scheme: 'dark', colors: { accent: '#ff8800', text: 'rgb(250 250 250 / 90%)' } },
    });
    await expect(heading(panel, maya)).toBeVisible();
    await expect(panel.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await styleOf(panel, '--color-accent')).toBe('#ff8800');
    expect(await styleOf(panel, '--color-text')).toBe('rgb(250 250 250 / 90%)');
    await page.evaluate(() => window.panel.setContext({ theme: { scheme: 'light' } }));
    await expect(panel.locator('html')).toHaveAttribute('data-theme', 'light');
    expect(await styleOf(panel, '--color-accent')).not.toBe('#ff8800');
  });

  test('applies nothing that is not a colour', async ({ page, desk, server }) => {
    const panel = await embedAt(page, desk, server.origin, { customerId: ids.maya });
    await expect(heading(panel, maya)).toBeVisible();
    const before = await styleOf(panel, '--color-page');
    const hostile: unknown[] = [
      'url(https://evil.example/x.png)',
      'image-set("https://evil.example/x.png" 1x)',
      'expression(alert(1))',
      'red; background: url(https://evil.example)',
      '#fff;}',
      'red}body{display:none',
      'red/**/',
      'red !important',
      'var(--color-text)',
      'env(x, red)',
      'attr(data-x)',
      'inherit',
      'currentColor',
      'rgb(var(--x), 0, 0)',
      'rgb(0 0 0',
      'notacolour',
      '#ggg',
      '\\72 ed',
      `#${'f'.repeat(10_000)}`,
      `rgb(${' '.repeat(1_000)}0 0 0)`,
      '',
      7,
      null,
      ['red'],
      { toString: 'red' },
    ];
    for (const page_ of hostile) {
      // One that is right comes along, so that it is known when the message has arrived.
      const mark = `#${Math.floor(Math.random() * 0xff_ff_ff)
        .toString(16)
        .padStart(6, '0')}`;
      await page.evaluate(
        (colors) => window.panel.setContext({ theme: { colors: colors as never } }),
        { page: page_, mark, '--color-line': 'red', __proto__: { line: 'red' }, color: 'red' },
      );
      await expect.poll(async () => styleOf(panel, '--color-mark')).toBe(mark);
      expect(await styleOf(panel, '--color-page')).toBe(before);
    }
    expect(await panel.locator('html').evaluate((root) => root.style.length)).toBe(1);
  });
});

test('writes dates as the desktop wants, and lets nothing be edited when it says so', async ({
  page,
  desk,
  server,
}) => {
  const panel = await embedAt(page, desk, server.origin, {
    customerId: ids.maya,
    locale: 'de-AT',
    timeZone: 'Pacific/Auckland',
    density: 'compact',
  });
  await expect(panel.getByText('Customer since März 2021')).toBeVisible();
  await expect(panel.getByText(/GMT\+1[23]/).first()).toBeVisible();
  await expect(panel.locator('html')).toHaveAttribute('data-density', 'compact');
  await (await edit(panel, 'membershipTier')).fill('Bronze');
  await page.evaluate(() => window.panel.setContext({ readOnly: true }));
  await expect(panel.getByText('Your unsaved edits are kept')).toBeVisible();
  await expect(panel.getByRole('button', { name: /^(Edit|Add|Save)/ })).toHaveCount(0);
  await page.evaluate(() => window.panel.setContext({ readOnly: false }));
  await expect(valueOf(panel, 'membershipTier')).toHaveValue('Bronze');
});

test.describe('the height', () => {
  const heightOf = async (page: Page) => page.evaluate(() => window.panel.element.offsetHeight);

  test('follows the panel within bounds, down as well as up', async ({ page, desk, server }) => {
    const panel = await embedAt(page, desk, server.origin, { maxHeight: 900, minHeight: 150 });
    await expect(panel.getByText('No customer chosen')).toBeVisible();
    await expect.poll(async () => heightOf(page)).toBe(150);
    await setCustomer(page, ids.crowded);
    await expect.poll(async () => heightOf(page)).toBe(900);
    await setCustomer(page, ids.onlyAnId);
    await expect(heading(panel, 'No name')).toBeVisible();
    await expect.poll(async () => heightOf(page)).toBeLessThan(900);
    // As high as its content, so that nothing scrolls.
    await expect
      .poll(async () =>
        panel
          .locator('html')
          .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
      )
      .toBe(0);
    await setCustomer(page, undefined);
    await expect.poll(async () => heightOf(page)).toBe(150);
  });

  // Of one site they share a process, in which things happen in another order.
  for (const site of ['another', 'the same'])
    test(`comes to rest although content follows the frame, in a desktop of ${site} site`, async ({
      page,
      desk,
      server,
    }) => {
      const origin = site === 'another' ? desk.origin : desk.near;
      const panel = await embedAt(page, { origin }, server.origin, { maxHeight: 100_000 });
      await expect(panel.getByText('No customer chosen')).toBeVisible();
      await panel.locator('main').evaluate((main) => {
        main.style.minHeight = 'calc(100vh + 40px)';
      });
      await expect.poll(async () => heightOf(page)).toBeGreaterThan(150);
      let last = 0;
      await expect
        .poll(
          async () => {
            const [before, now] = [last, await heightOf(page)];
            last = now;
            return now - before;
          },
          { intervals: [500] },
        )
        .toBe(0);
      expect(last).toBeLessThan(1_000);
    });
});

test.describe('links', () => {
  test('go through the desktop, and no other address than https does', async ({
    page,
    desk,
    upstream,
    start,
  }) => {
    const server = await start({
      ...gladlyAt(upstream.origin),
      HOSTS: JSON.stringify([{ origin: desk.origin }]),
      LINKS: JSON.stringify([
        { label: 'Shop', url: 'https://shop.example.com/people/{id}', for: 'customer' },
      ]),
    });
    const opened: string[] = [];
    page.context().on('page', (popup) => opened.push(popup.url()));
    const panel = await embedAt(page, desk, server.origin, { customerId: ids.maya });
    await panel.getByRole('link', { name: /Shop/ }).click();
    const shop = `https://shop.example.com/people/${ids.maya}`;
    await expect.poll(async () => toldOf(page, 'open-link')).toEqual([shop]);
    expect(opened).toEqual([]);
  });

  test('of any other kind never become the desktop’s, were one to slip in', async ({
    page,
    desk,
    server,
  }) => {
    const panel = await embedByHand(page, desk, addressOf(server, desk));
    await page.evaluate(() => window.init({ seq: 1, hostCapabilities: ['openLink'] }));
    await expect(panel.getByText('No customer chosen')).toBeVisible();
    const click = async (href: string) =>
      panel.locator('body').evaluate((body, address) => {
        const link = body.ownerDocument.createElement('a');
        Object.assign(link, { href: address, target: '_blank' });
        body.append(link);
        // What the browser would do with it is not the question.
        window.addEventListener('click', (event) => event.preventDefault(), { once: true });
        link.click();
        link.remove();
      }, href);
    const wrong = ['javascript:alert(1)', 'http://plain.example', 'data:text/html,x', 'blob:x'];
    for (const href of [...wrong, 'mailto:a@b.example', '/?customer=a']) await click(href);
    await click('https://shop.example.com/');
    await hasHeard(page);
    const links = (await heard(page)).filter(
      ({ data }) => (data as { method?: string }).method === 'open-link',
    );
    expect(links.map(({ data }) => (data as { params?: unknown }).params)).toEqual([
      { url: 'https://shop.example.com/' },
    ]);
  });
});

test('asks to stay while there are unsaved edits, and may go without', async ({
  page,
  desk,
  server,
}) => {
  const panel = await embedAt(page, desk, server.origin, { customerId: ids.maya });
  const mayClose = async () => page.evaluate(async () => window.panel.requestClose());
  await expect(heading(panel, maya)).toBeVisible();
  await expect.poll(mayClose).toEqual({ ok: true });
  await (await edit(panel, 'membershipTier')).fill('Bronze');
  await expect.poll(async () => (await toldOf(page, 'dirty')).at(-1)).toEqual([ids.maya]);
  expect(await mayClose()).toEqual({ ok: false, reason: 'unsaved-changes' });
  await setCustomer(page, ids.daniel);
  await expect(heading(panel, daniel)).toBeVisible();
  expect(await mayClose()).toEqual({ ok: false, reason: 'unsaved-changes' });
  await panel.getByRole('button', { name: `1 unsaved edit for ${maya}` }).click();
  await expect.poll(async () => toldOf(page, 'open-customer')).toEqual([ids.maya]);
  await saveBar(panel).getByRole('button', { name: 'Discard' }).click();
  await expect.poll(mayClose).toEqual({ ok: true });
});

test('works where the browser keeps nothing for a frame of another site', async ({
  page,
  desk,
  server,
  gladly,
}) => {
  const panel = await embedAt(page, desk, server.origin, { customerId: ids.maya });
  await (await edit(panel, 'membershipTier')).fill('Bronze');
  const storage = panel.locator('html').evaluate(() => window.sessionStorage.length);
  await expect(storage).rejects.toThrow('Access is denied');
  await setCustomer(page, ids.daniel);
  await expect(heading(panel, daniel)).toBeVisible();
  await setCustomer(page, ids.maya);
  await expect(valueOf(panel, 'membershipTier')).toHaveValue('Bronze');
  await save(panel);
  await expect(report(panel, '1 attribute saved')).toBeVisible();
  expect(inGladly(gladly, ids.maya, 'membershipTier')).toBe('"Bronze"');
});

test('tells the desktop what was saved by name, and never a value', async ({
  page,
  desk,
  server,
  gladly,
}) => {
  const panel = await embedAt(page, desk, server.origin, { customerId: ids.merged });
  await expect(heading(panel, maya)).toBeVisible();
  await (await edit(panel, 'membershipTier')).fill('Secret-7');
  await save(panel);
  await expect(report(panel, '1 attribute saved')).toBeVisible();
  expect(writes(gladly)).toBe(1);
  expect(await toldOf(page, 'saved')).toEqual([
    { customerId: ids.maya, keys: ['membershipTier'], at: expect.stringMatching(/^\d{4}-.*Z$/) },
  ]);
  expect(await toldOf(page, 'redirected')).toEqual([{ from: ids.merged, to: ids.maya }]);
  const all = JSON.stringify(await page.evaluate(() => window.told));
  expect(all).not.toMatch(/Secret-7|Gold|Maya Lindqvist|example\.org|\+\d{6}/);
});

test.describe('a customer that cannot be shown', () => {
  test.use({ provoked: { messages: ['404'] } });

  test('is told to the desktop as a code, whatever the id', async ({ page, desk, server }) => {
    const panel = await embedAt(page, desk, server.origin, { customerId: ids.maya });
    await expect(heading(panel, maya)).toBeVisible();
    for (const id of ['nobody', '../../healthz', '%2e%2e', '?x=1#y'])
      await test.step(id, async () => {
        await setCustomer(page, id);
        const alert = panel.getByRole('alert');
        await expect(alert).toContainText('no customer with this ID');
        await expect(alert).toContainText('Look for the customer in Gladly');
      });
    const notFound = { code: 'not_found' };
    expect(await toldOf(page, 'error')).toEqual([notFound, notFound, notFound, notFound]);
  });

  test('is told also when that was known before there was anybody to tell', async ({
    page,
    desk,
    server,
  }) => {
    const arrive = await holdStart(page);
    const panel = await embedAt(page, desk, server.origin, { customerId: 'nobody' });
    await expect(panel.getByRole('alert')).toContainText('no customer with this ID');
    arrive();
    await expect.poll(async () => toldOf(page, 'error')).toEqual([{ code: 'not_found' }]);
  });
});

test('goes on where it was when the panel is loaded again inside the frame', async ({
  page,
  desk,
  server,
}) => {
  const near = { origin: desk.near };
  const panel = await embedAt(page, near, server.origin, { customerId: ids.maya });
  await expect(heading(panel, maya)).toBeVisible();
  await setCustomer(page, ids.daniel);
  await (await edit(panel, 'membershipTier')).fill('Platinum');
  await expect.poll(async () => toldOf(page, 'dirty')).toEqual([[], [ids.daniel]]);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await panel.locator('html').evaluate(() => window.location.reload());
  await expect(valueOf(panel, 'membershipTier')).toHaveValue('Platinum');
  await expect(heading(panel, daniel)).toBeVisible();
  // The address knows who is shown: nobody else is fetched, or seen for a moment.
  expect(asked.filter((url) => url.includes(ids.maya))).toEqual([]);
  await setCustomer(page, ids.martha);
  await expect(heading(panel, 'Martha J Williams')).toBeVisible();
  await expect.poll(async () => (await toldOf(page, 'dirty')).at(-1)).toEqual([ids.daniel]);
});

test('leaves alone the edits of another panel in the tab, and hears of them', async ({
  page,
  desk,
  server,
}) => {
  const first = await embedAt(page, { origin: desk.near }, server.origin, { customerId: ids.maya });
  await page.evaluate(
    ([panelOrigin, customerId]) =>
      window.CustomerProfile.embed({
        container: document.body,
        panelOrigin,
        customerId,
        title: 'Second profile',
      }),
    [server.origin, ids.daniel] as const,
  );
  const second = page.frameLocator('iframe[title="Second profile"]');
  await expect(heading(second, daniel)).toBeVisible();
  await (await edit(first, 'membershipTier')).fill('Bronze');
  await (await edit(second, 'membershipTier')).fill('Platinum');
  const danielsEdit = first.getByRole('button', { name: `1 unsaved edit for ${daniel}` });
  await expect(danielsEdit).toBeVisible();
  for (const panel of [first, second])
    await panel.locator('html').evaluate(() => window.location.reload());
  await expect(valueOf(first, 'membershipTier')).toHaveValue('Bronze');
  await expect(valueOf(second, 'membershipTier')).toHaveValue('Platinum');

  await save(second);
  await expect(report(second, '1 attribute saved')).toBeVisible();
  await expect(danielsEdit).toHaveCount(0);
  await valueOf(first, 'membershipTier').fill('Silver');
  await expect(second.getByRole('button', { name: `1 unsaved edit for ${maya}` })).toBeVisible();
  await second.locator('html').evaluate(() => window.location.reload());
  await expect(heading(second, daniel)).toBeVisible();
  await expect(saveBar(second)).toHaveCount(0);
});

test.describe('a desktop that is not configured', () => {
  test.use({ provoked: { messages: ['frame-ancestors', 'ERR_BLOCKED_BY_RESPONSE'] } });

  test('gets no panel, and is told so', async ({ page, server }) => {
    test.slow();
    const stranger = await serveDesk();
    const refused = page.waitForEvent('console', (message) =>
      message.text().includes('frame-ancestors'),
    );
    await embedAt(page, stranger, server.origin, { customerId: ids.maya });
    await refused;
    await expect(panelIn(page).getByText('Lindqvist')).toHaveCount(0);
    await expect
      .poll(async () => toldOf(page, 'error'), { timeout: 30_000 })
      .toEqual([{ code: 'not-ready' }]);
    await stranger.close();
  });
});
