import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { edit, heading, ids, saveBar } from './agent.ts';
import { expect, test } from './extension.ts';
import { extensionId } from './extensionBrowser.ts';

const maya = 'Maya Lindqvist';
const martha = 'Martha J Williams';
const panelIn = (sidePanel: Page) => sidePanel.frameLocator('iframe[title="Customer profile"]');
const note = (sidePanel: Page) => sidePanel.getByRole('banner').getByRole('status');

/** As an agent or an administrator does, in the page of the settings. */
async function configure(options: Page, panelAddress: string, patterns: string): Promise<void> {
  await options.getByLabel('Address of the panel').fill(panelAddress);
  await options.getByLabel('Addresses of customers in your desktop').fill(patterns);
  await options.getByRole('button', { name: 'Save' }).click();
}

/** The desktop opens a customer without loading a page. */
const openInDesktop = async (tab: Page, path: string) =>
  tab.evaluate((to) => window.history.pushState({}, '', to), path);

async function paste(sidePanel: Page, text: string): Promise<void> {
  const input = sidePanel.getByLabel('Link or ID of a customer');
  if (!(await input.isVisible()))
    await sidePanel.getByRole('button', { name: 'Other customer …' }).click();
  await input.fill(text);
  await input.press('Enter');
}

/** The directive by which a page refuses to frame another address. */
const refusedFrame = async (page: Page, address: string) =>
  page.evaluate(
    async (src) =>
      new Promise<string>((resolve) => {
        document.addEventListener(
          'securitypolicyviolation',
          ({ effectiveDirective, blockedURI }) => {
            if (blockedURI.startsWith(src)) resolve(effectiveDirective);
          },
        );
        const frame = document.createElement('iframe');
        frame.src = src;
        document.body.append(frame);
      }),
    address,
  );

/** The panel in the frame has tests of its own; it also has the heading of the page that shows it. */
async function expectNoViolations(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).exclude('iframe').setLegacyMode();
  const isShowing = await page.locator('iframe').isVisible();
  const { violations } = await (
    isShowing ? axe.disableRules('page-has-heading-one') : axe
  ).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('says that it is not set up, and leads to the settings', async ({
  browserWithExtension: { context, tab, openSidePanel },
  desktop,
}) => {
  await tab.goto(`${desktop.origin}/customer/${ids.maya}`);
  const sidePanel = await openSidePanel(tab);
  await expect(sidePanel.getByRole('heading', { name: 'Not set up yet' })).toBeVisible();
  await expect(sidePanel.locator('iframe')).toHaveCount(0);
  const opened = context.waitForEvent('page');
  await sidePanel.getByRole('button', { name: 'Open the settings' }).click();
  await expect((await opened).getByRole('heading', { level: 1 })).toHaveText(
    'Customer profile: settings',
  );
});

test('says in the settings what is wrong, and takes what is right at once', async ({
  browserWithExtension: { tab, openSidePanel, openOptions },
  desktop,
  panel,
}) => {
  await tab.goto(`${desktop.origin}/customer/${ids.maya}`);
  const sidePanel = await openSidePanel(tab);
  const options = await openOptions();
  const address = options.getByLabel('Address of the panel');
  const patterns = options.getByLabel('Addresses of customers in your desktop');

  await configure(options, '', '');
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription(/The panel’s address is missing\./);
  await configure(
    options,
    'http://panel.example.com',
    'https://*.gladly.com/:customer\n\nhttps://a.example/\nhello',
  );
  await expect(address).toHaveAccessibleDescription(/must begin with https/);
  await expect(patterns).toHaveAccessibleDescription(
    /Line 1: Scheme, host and port must be plain.*Line 3: It must say with :customer.*Line 4: This is no address/s,
  );
  await expect(options.getByText('Saved')).toHaveCount(0);
  await expect(options.getByText(`{"origin":"chrome-extension://${extensionId}"}`)).toBeVisible();

  await configure(options, `${panel.origin}/`, desktop.pattern);
  await expect(options.getByText('Saved.')).toBeVisible();
  await expect(patterns).not.toHaveAttribute('aria-invalid');
  await expect(options.getByText(`${desktop.origin}: the addresses of its tabs`)).toBeVisible();
  const link = options.getByLabel('Try a link');
  await link.fill(`${desktop.origin}/customer/${ids.martha}/history`);
  await expect(options.getByText(`Names the customer ${ids.martha}.`)).toBeVisible();
  await link.fill(`${desktop.origin}/orders`);
  await expect(options.getByText('Names no customer.')).toBeVisible();

  // The side panel was open all the time; the settings' tab is in front.
  await expect(sidePanel.getByRole('heading', { name: 'No customer yet' })).toBeVisible();
  await tab.bringToFront();
  await expect(heading(panelIn(sidePanel), maya)).toBeVisible();
});

test.describe('with the desktop and the panel set up', () => {
  test.beforeEach(async ({ browserWithExtension: { openOptions }, desktop, panel }) => {
    const options = await openOptions();
    await configure(options, panel.origin, desktop.pattern);
    await expect(options.getByText('Saved.')).toBeVisible();
    await options.close();
  });

  test('follows the tab: its address, and which one is in front', async ({
    browserWithExtension: { context, tab, openSidePanel },
    desktop,
  }) => {
    await tab.goto(`${desktop.origin}/customer/${ids.maya}`);
    const sidePanel = await openSidePanel(tab);
    await expect(heading(panelIn(sidePanel), maya)).toBeVisible();
    await expect(note(sidePanel)).toHaveText('This tab’s customer.');
    await expect(sidePanel.getByText('Loading the panel …')).toBeHidden();

    const loaded: string[] = [];
    sidePanel.on('request', (request) => {
      if (request.resourceType() === 'document') loaded.push(request.url());
    });
    await openInDesktop(tab, `/customer/${ids.martha}`);
    await expect(heading(panelIn(sidePanel), martha)).toBeVisible();
    await openInDesktop(tab, '/orders');
    await expect(note(sidePanel)).toHaveText(
      'This tab names no customer. Still showing the last one.',
    );
    await expect(heading(panelIn(sidePanel), martha)).toBeVisible();

    const second = await context.newPage();
    await second.goto(`${desktop.origin}/customer/${ids.daniel}`);
    await expect(heading(panelIn(sidePanel), 'Daniel Reyes')).toBeVisible();
    // Another site: what its address says is not for us.
    await second.goto(`${desktop.origin.replace('127.0.0.1', 'localhost')}/customer/${ids.maya}`);
    await expect(note(sidePanel)).toHaveText(/names no customer/);
    await openInDesktop(tab, `/customer/${ids.maya}`);
    await expect(heading(panelIn(sidePanel), 'Daniel Reyes')).toBeVisible();
    await tab.bringToFront();
    await expect(heading(panelIn(sidePanel), maya)).toBeVisible();
    expect(loaded).toEqual([]);
  });

  test('loses no edit when the tab goes to another customer', async ({
    browserWithExtension: { tab, openSidePanel },
    desktop,
  }) => {
    await tab.goto(`${desktop.origin}/customer/${ids.maya}`);
    const sidePanel = await openSidePanel(tab);
    const profile = panelIn(sidePanel);
    await (await edit(profile, 'Points')).fill('2141');
    await expect(note(sidePanel)).toHaveText(
      'This tab’s customer. Unsaved edits: closing the side panel would lose them.',
    );
    await openInDesktop(tab, `/customer/${ids.martha}`);
    await expect(heading(profile, martha)).toBeVisible();
    await expect(saveBar(profile)).toHaveCount(0);

    // By the panel's own way back, while the tab stays where it is.
    await profile.getByRole('button', { name: new RegExp(`unsaved`, 'i') }).click();
    await expect(heading(profile, maya)).toBeVisible();
    await expect(profile.getByLabel('Value of Points')).toHaveValue('2141');
    await expect(note(sidePanel)).toHaveText(/^Not this tab’s customer\./);
    await sidePanel.getByRole('button', { name: 'Show this tab’s' }).click();
    await expect(heading(profile, martha)).toBeVisible();
    await expect(note(sidePanel)).toHaveText(/^This tab’s customer\./);

    await openInDesktop(tab, `/customer/${ids.maya}`);
    await expect(profile.getByLabel('Value of Points')).toHaveValue('2141');
    await saveBar(profile).getByRole('button', { name: 'Save', exact: true }).click();
    await expect(profile.getByText('1 attribute saved')).toBeVisible();
  });

  test('shows whom the agent pastes, until a tab names somebody', async ({
    browserWithExtension: { tab, openSidePanel },
    desktop,
    panel,
  }) => {
    await tab.goto(`${desktop.origin}/orders`);
    const sidePanel = await openSidePanel(tab);
    await expect(sidePanel.getByRole('heading', { name: 'No customer yet' })).toBeVisible();
    const input = sidePanel.getByLabel('Link or ID of a customer');
    await paste(sidePanel, 'maya@example.com');
    await expect(input).toBeFocused();
    await expect(input).toHaveAccessibleDescription(/neither an ID nor a link/);
    await paste(sidePanel, ` ${ids.maya}\n`);
    await expect(heading(panelIn(sidePanel), maya)).toBeVisible();
    await expect(input).toBeHidden();

    await paste(sidePanel, `${desktop.origin}/customer/${ids.martha}/history?open=1#end`);
    await expect(heading(panelIn(sidePanel), martha)).toBeVisible();
    await expect(sidePanel.getByRole('button', { name: 'Other customer …' })).toBeFocused();
    await paste(sidePanel, `${panel.origin}/?customer=${ids.daniel}`);
    await expect(heading(panelIn(sidePanel), 'Daniel Reyes')).toBeVisible();

    await openInDesktop(tab, `/customer/${ids.maya}`);
    await expect(heading(panelIn(sidePanel), maya)).toBeVisible();
    await paste(sidePanel, ids.martha);
    await expect(note(sidePanel)).toHaveText('Not this tab’s customer.');
    await openInDesktop(tab, `/customer/${ids.maya}/history`);
    await expect(heading(panelIn(sidePanel), martha)).toBeVisible();
  });

  test('knows the survivor of a merge as the customer of the tab', async ({
    browserWithExtension: { tab, openSidePanel },
    desktop,
  }) => {
    await tab.goto(`${desktop.origin}/customer/${ids.merged}`);
    const sidePanel = await openSidePanel(tab);
    await expect(heading(panelIn(sidePanel), maya)).toBeVisible();
    await expect(note(sidePanel)).toHaveText('This tab’s customer.');
    await paste(sidePanel, ids.maya);
    await expect(sidePanel.getByLabel('Link or ID of a customer')).toBeHidden();
    await expect(note(sidePanel)).toHaveText('This tab’s customer.');
  });

  test.describe(() => {
    test.use({ provoked: { messages: ['Policy directive: "frame-src'] } });

    test('allows itself to frame the panel alone', async ({
      browserWithExtension: { tab, openSidePanel },
      desktop,
    }) => {
      await tab.goto(`${desktop.origin}/customer/${ids.maya}`);
      const sidePanel = await openSidePanel(tab);
      await expect(heading(panelIn(sidePanel), maya)).toBeVisible();
      expect(await refusedFrame(sidePanel, desktop.origin)).toBe('frame-src');
    });
  });

  test.describe(() => {
    // The origin of another extension.
    const origin = `chrome-extension://${'a'.repeat(32)}`;
    test.use({ hosts: [{ origin }], provoked: { messages: ['frame-ancestors'] } });

    test('says why the panel may not answer, where the server does not name the extension', async ({
      browserWithExtension: { tab, openSidePanel },
      desktop,
      panel,
    }) => {
      await tab.goto(`${desktop.origin}/customer/${ids.maya}`);
      const sidePanel = await openSidePanel(tab);
      await expect(sidePanel.getByText('Loading the panel …')).toBeVisible();
      const title = sidePanel.getByRole('heading', { name: 'The panel does not answer' });
      await expect(title).toBeVisible({ timeout: 25_000 });
      await expect(sidePanel.getByText(`${panel.origin} did not start`)).toBeVisible();
      await expect(
        sidePanel.getByText(
          `HOSTS does not name this extension, chrome-extension://${extensionId}`,
        ),
      ).toBeVisible();
      await expect(sidePanel.locator('iframe')).toHaveCount(0);
      await expectNoViolations(sidePanel);
      await sidePanel.getByRole('button', { name: 'Try again' }).click();
      await expect(title).toBeHidden();
      await expect(sidePanel.getByText('Loading the panel …')).toBeVisible();
      await expect(sidePanel.locator('iframe')).toBeVisible();
      await expect(heading(panelIn(sidePanel), maya)).toHaveCount(0);
    });
  });

  test('asks before a new address of the panel takes unsaved edits away', async ({
    browserWithExtension: { tab, openSidePanel, openOptions },
    desktop,
    panel,
  }) => {
    await tab.goto(`${desktop.origin}/customer/${ids.maya}`);
    const sidePanel = await openSidePanel(tab);
    const profile = panelIn(sidePanel);
    await (await edit(profile, 'Points')).fill('2141');
    const options = await openOptions();
    const moved = panel.origin.replace('127.0.0.1', 'localhost');
    await configure(options, moved, desktop.pattern);
    await expect(note(sidePanel)).toHaveText(/new address, and there are unsaved edits/);
    await expect(profile.getByLabel('Value of Points')).toHaveValue('2141');
    await saveBar(profile).getByRole('button', { name: 'Save', exact: true }).click();
    await expect(note(sidePanel)).toHaveText('The panel has a new address.');
    await tab.bringToFront();
    await sidePanel.getByRole('button', { name: 'Load it' }).click();
    await expect(sidePanel.locator('iframe')).toHaveAttribute('src', new RegExp(`^${moved}/`));
    await expect(profile.getByText('2,141')).toBeVisible();
  });

  test('can be used by everybody, in each of its states', async ({
    browserWithExtension: { tab, openSidePanel, openOptions },
    desktop,
  }) => {
    await tab.goto(`${desktop.origin}/orders`);
    const sidePanel = await openSidePanel(tab);
    await paste(sidePanel, 'nobody?');
    await expectNoViolations(sidePanel);
    await paste(sidePanel, ids.maya);
    await expect(heading(panelIn(sidePanel), maya)).toBeVisible();
    await paste(sidePanel, 'nobody?');
    await expectNoViolations(sidePanel);
    await sidePanel.keyboard.press('Escape');
    await expect(sidePanel.getByRole('button', { name: 'Other customer …' })).toBeFocused();
    await expectNoViolations(await openOptions());
  });
});

test.describe('that the browser does not show the desktop', () => {
  test.use({ extension: 'new' });

  test('says so, asks when the agent wants to, and shows whom they paste', async ({
    browserWithExtension: { tab, openSidePanel, openOptions },
    desktop,
    panel,
  }) => {
    const options = await openOptions();
    // The browser's own question, which is out of a test's reach, answered with "Deny".
    await options.evaluate(() => {
      chrome.permissions.request = async () => false;
    });
    await configure(options, panel.origin, desktop.pattern);
    await expect(options.getByText(/cannot follow your tabs there/)).toBeVisible();
    await expect(options.getByText(`${desktop.origin}: nothing yet`)).toBeVisible();

    await tab.goto(`${desktop.origin}/customer/${ids.maya}`);
    const sidePanel = await openSidePanel(tab);
    await expect(note(sidePanel)).toHaveText(
      `The browser does not show this extension which customer is open at ${desktop.origin}.`,
    );
    const asked = await sidePanel.evaluateHandle(() => {
      const requests: unknown[] = [];
      chrome.permissions.request = async (request: unknown) => {
        requests.push(request);
        return false;
      };
      return requests;
    });
    await expectNoViolations(sidePanel);
    await sidePanel.getByRole('button', { name: 'Allow …' }).click();
    await expect(note(sidePanel)).toHaveText('Not allowed. A link or an ID can still be pasted.');
    expect(await asked.jsonValue()).toEqual([{ origins: [`${desktop.origin}/*`] }]);
    await paste(sidePanel, `${desktop.origin}/customer/${ids.martha}`);
    await expect(heading(panelIn(sidePanel), martha)).toBeVisible();
  });
});

test.describe('built for one panel and one desktop', () => {
  test.use({ extension: 'brand', provoked: { messages: ['Policy directive: "frame-src'] } });

  test('needs no settings, and takes none', async ({
    browserWithExtension: { tab, openSidePanel, openOptions },
    desktop,
    panel,
  }) => {
    const options = await openOptions();
    const address = options.getByLabel('Address of the panel');
    await expect(address).toHaveValue(panel.origin);
    await expect(address).not.toBeEditable();
    await expect(address).toHaveAccessibleDescription(/Fixed when this extension was built/);
    await expect(options.getByRole('button', { name: 'Save' })).toBeHidden();
    const manifest = await options.evaluate(() => chrome.runtime.getManifest());
    expect(manifest.host_permissions).toEqual([`${desktop.origin}/*`]);
    expect(manifest.optional_host_permissions).toBeUndefined();
    expect(manifest.content_security_policy).toMatchObject({
      extension_pages: expect.stringContaining(`frame-src ${panel.origin};`),
    });
    expect(await refusedFrame(options, desktop.origin)).toBe('frame-src');

    await tab.goto(`${desktop.origin}/customer/${ids.maya}`);
    const sidePanel = await openSidePanel(tab);
    await expect(heading(panelIn(sidePanel), maya)).toBeVisible();
  });
});
