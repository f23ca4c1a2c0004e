import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type BrowserContext, type ConsoleMessage, type Page } from '@playwright/test';
import { chromium } from 'playwright';
import { launchOptions } from '../chromium.ts';
import type { Desktop } from './desktop.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist/extension');

/** Of the key in the manifest. */
export const extensionId = 'pcgehniigjfniaehbnkobjpboknmpmmb';
export const extensionOrigin = `chrome-extension://${extensionId}`;

/**
 * `new`: as it is built. `allowed`: the agent has let it see the desktop before, which no test can do, because
 * the browser asks in a window of its own. `brand`: built for this panel and this desktop.
 */
export type ExtensionKind = 'new' | 'allowed' | 'brand';

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

/** A copy of the extension, to be loaded into a browser and then removed. */
export function copyExtension(kind: ExtensionKind, desktop: Desktop, panelOrigin: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'built-extension-'));
  if (kind === 'brand') {
    buildInto(folder, { PANEL_ORIGIN: panelOrigin, CUSTOMER_ADDRESSES: desktop.pattern });
    return folder;
  }
  cpSync(built, folder, { recursive: true });
  if (kind === 'new') return folder;
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: [`${desktop.origin}/*`] }));
  return folder;
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

export interface BrowserWithExtension {
  context: BrowserContext;
  /** The tab that the browser began with. */
  tab: Page;
  /** Presses the extension's button in the toolbar, with this tab in front. Gives the real side panel of its window. */
  openSidePanel: (tab: Page) => Promise<Page>;
  openOptions: () => Promise<Page>;
}

interface LaunchOptions {
  headless: boolean;
  onMessage: (message: ConsoleMessage) => void;
  onThrown: (error: unknown) => void;
}

/**
 * A Chromium of its own, with the extension in it.
 *
 * Playwright does not see side panels that open after it connected, so each is looked at over a connection of its own.
 * The button is pressed by the DevTools protocol, as a tab's own click on it: a user gesture.
 */
export async function launchWithExtension(
  folder: string,
  { headless, onMessage, onThrown }: LaunchOptions,
) {
  const profile = mkdtempSync(join(tmpdir(), 'extension-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    headless,
    viewport: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...launchOptions.args,
      `--load-extension=${folder}`,
      `--disable-extensions-except=${folder}`,
      '--enable-unsafe-extension-debugging',
      '--remote-debugging-port=0',
      // For pictures: the whole screen, without the bar about --no-sandbox.
      ...(headless ? [] : ['--test-type', '--window-position=0,0', '--window-size=1280,800']),
    ],
  });
  const owner = context.browser();
  if (!owner) throw new Error('This Chromium has no browser to ask.');
  const protocol = await owner.newBrowserCDPSession();
  const { product } = await protocol.send('Browser.getVersion');
  const port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];

  context.on('console', onMessage);
  context.on('weberror', (error) => onThrown(error.error()));

  async function targetsOf(type: string) {
    const { targetInfos } = await protocol.send('Target.getTargets', { filter: [{ type }] });
    return targetInfos;
  }

  return {
    /** Without a window there is no side panel, nor any extension. */
    isShell: product.startsWith('HeadlessChrome'),
    browser: {
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
        page.on('console', onMessage);
        page.on('pageerror', onThrown);
        return page;
      },
      async openOptions() {
        const page = await context.newPage();
        await page.goto(`${extensionOrigin}/options.html`);
        return page;
      },
    } satisfies BrowserWithExtension,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
