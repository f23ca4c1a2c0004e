import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { chromium } from 'playwright';
import { launchOptions } from '../chromium.ts';
import { startServer, type RunningServer } from './server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist/extension');

/** Of the key in the manifest. */
export const extensionId = 'pcgehniigjfniaehbnkobjpboknmpmmb';
const extensionOrigin = `chrome-extension://${extensionId}`;

interface Desktop {
  origin: string;
  /** How it addresses customers. */
  pattern: string;
}

interface Chromium {
  context: BrowserContext;
  /** The tab that the browser began with. */
  tab: Page;
  /** Presses the extension's button in the toolbar, with this tab in front. Gives the real side panel of its window. */
  openSidePanel: (tab: Page) => Promise<Page>;
  openOptions: () => Promise<Page>;
}

interface Fixtures {
  /** Parts of console messages that this test provokes. */
  provoked: { messages: readonly string[] };
  /**
   * `new`: as it is built. `allowed`: the agent has let it see the desktop before, which no test can do, because
   * the browser asks in a window of its own. `brand`: built for this panel and this desktop.
   */
  extension: 'new' | 'allowed' | 'brand';
  /** What the server's `HOSTS` holds. */
  hosts: { origin: string }[];
  /** The folder of the extension under test. */
  folder: string;
  desktop: Desktop;
  panel: RunningServer;
  browserWithExtension: Chromium;
}

/** A desktop on a port of its own, which is one page: what is open stands in the address alone. */
async function serveDesktop() {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<!doctype html><html lang="en"><title>Desk</title><h1>Conversations</h1></html>');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, pattern: `${origin}/customer/:customer{/*}?`, close: () => server.close() };
}

function buildInto(folder: string, env: Record<string, string>) {
  const args = [
    'build',
    '--config',
    'vite.extension.config.ts',
    '--outDir',
    folder,
    '--logLevel',
    'error',
  ];
  execFileSync(join(root, 'node_modules/.bin/vite'), args, {
    cwd: root,
    env: { ...process.env, ...env },
  });
}

async function until<Found>(find: () => Promise<Found | undefined>): Promise<Found> {
  let found: Found | undefined;
  await expect(async () => {
    found = await find();
    expect(found).toBeDefined();
  }).toPass();
  if (found === undefined) throw new Error('unreachable');
  return found;
}

/**
 * Playwright does not see side panels that open after it connected, so each is looked at over a connection of its own.
 * The button is pressed by the DevTools protocol, as a tab's own click on it: a user gesture.
 */
async function launch(folder: string, complaints: string[], provoked: readonly string[]) {
  const profile = mkdtempSync(join(tmpdir(), 'extension-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    viewport: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...launchOptions.args,
      `--load-extension=${folder}`,
      `--disable-extensions-except=${folder}`,
      '--enable-unsafe-extension-debugging',
      '--remote-debugging-port=0',
    ],
  });
  const browser = context.browser();
  if (!browser) throw new Error('This Chromium has no browser to ask.');
  const protocol = await browser.newBrowserCDPSession();
  const { product } = await protocol.send('Browser.getVersion');
  const port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];

  const watch = (watched: BrowserContext | Page) => {
    watched.on('console', (message) => {
      const [type, text] = [message.type(), message.text()];
      // A profile's picture is somewhere else, where no test goes.
      const isElsewhere = message.location().url.startsWith('https:');
      if (!['error', 'warning'].includes(type) || isElsewhere) return;
      if (!provoked.some((part) => text.includes(part))) complaints.push(text);
    });
  };
  watch(context);
  context.on('weberror', (error) => complaints.push(`thrown: ${String(error.error())}`));

  async function targetsOf(type: string) {
    const { targetInfos } = await protocol.send('Target.getTargets', { filter: [{ type }] });
    return targetInfos;
  }

  return {
    /** Without a window there is no side panel, nor any extension. */
    isShell: product.startsWith('HeadlessChrome'),
    chromium: {
      context,
      tab: context.pages()[0] ?? (await context.newPage()),
      async openSidePanel(tab: Page) {
        await tab.bringToFront();
        const target = await until(async () =>
          (await targetsOf('tab')).find(({ url }) => url === tab.url()),
        );
        await protocol.send('Extensions.triggerAction', {
          id: extensionId,
          targetId: target.targetId,
        });
        const address = `${extensionOrigin}/sidepanel.html`;
        await until(async () => (await targetsOf('page')).find(({ url }) => url === address));
        const seen = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
        const [all] = seen.contexts();
        const page = all?.pages().find((one) => one.url() === address);
        if (!page) throw new Error('The side panel is open, but cannot be reached.');
        watch(page);
        page.on('pageerror', (error) => complaints.push(`thrown: ${String(error)}`));
        return page;
      },
      async openOptions() {
        const page = await context.newPage();
        await page.goto(`${extensionOrigin}/options.html`);
        return page;
      },
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

export { expect } from '@playwright/test';

/** Tests over the built extension in a real Chromium with a real side panel, the built server, and a desktop. */
export const test = base.extend<Fixtures>({
  provoked: [{ messages: [] }, { option: true }],
  extension: ['allowed', { option: true }],
  hosts: [[{ origin: extensionOrigin }], { option: true }],

  // Playwright wants the pattern, even an empty one.
  // oxlint-disable-next-line no-empty-pattern
  desktop: async ({}, provide) => {
    const desktop = await serveDesktop();
    await provide(desktop);
    desktop.close();
  },

  panel: async ({ hosts }, provide) => {
    const server = await startServer({ HOSTS: JSON.stringify(hosts) });
    await provide(server);
    await server.stop();
  },

  folder: async ({ extension, desktop, panel }, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'built-extension-'));
    if (extension === 'brand')
      buildInto(folder, { PANEL_ORIGIN: panel.origin, CUSTOMER_ADDRESSES: desktop.pattern });
    else cpSync(built, folder, { recursive: true });
    if (extension === 'allowed') {
      const path = join(folder, 'manifest.json');
      const manifest = JSON.parse(readFileSync(path, 'utf8')) as object;
      const host_permissions = [`${desktop.origin}/*`];
      writeFileSync(path, JSON.stringify({ ...manifest, host_permissions }));
    }
    await provide(folder);
    rmSync(folder, { recursive: true, force: true });
  },

  // The server and the desktop are there for longer than the pages that ask them.
  browserWithExtension: async ({ folder, provoked, panel: _panel, desktop: _desktop }, provide) => {
    const complaints: string[] = [];
    const launched = await launch(folder, complaints, provoked.messages);
    test.skip(launched.isShell, 'This Chromium is a headless shell, which takes no extensions.');
    await provide(launched.chromium);
    await launched.close();
    expect(complaints, 'what the pages complained about').toEqual([]);
  },
});
