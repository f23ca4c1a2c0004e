/**
 * Takes the picture of the extension in the browser's own side panel, into `docs/screenshots/side-panel.png`. The browser's
 * window has to be on a screen, so: `npm run build && xvfb-run -s '-screen 0 1280x800x24' npx tsx test/sidePanelScreenshot.ts`
 * (Xvfb, and `import` of ImageMagick).
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { heading, ids } from './e2e/agent.ts';
import { serveDesktop } from './e2e/desktop.ts';
import { copyExtension, extensionOrigin, launchWithExtension } from './e2e/extensionBrowser.ts';
import { startServer } from './e2e/server.ts';

const picture = fileURLToPath(new URL('../docs/screenshots/side-panel.png', import.meta.url));

const desktop = await serveDesktop();
const panel = await startServer({ HOSTS: JSON.stringify([{ origin: extensionOrigin }]) });
const folder = copyExtension('allowed', desktop, panel.origin);
const { browser, close } = await launchWithExtension(folder, {
  headless: false,
  onMessage: () => {},
  onThrown: (error) => {
    throw error;
  },
});
try {
  const options = await browser.openOptions();
  await options.getByLabel('Address of the panel').fill(panel.origin);
  await options.getByLabel('Addresses of customers in your desktop').fill(desktop.pattern);
  await options.getByRole('button', { name: 'Save' }).click();
  await options.getByText('Saved.').waitFor();
  await options.close();
  await browser.tab.goto(`${desktop.origin}/customer/${ids.maya}`);
  const sidePanel = await browser.openSidePanel(browser.tab);
  const profile = sidePanel.frameLocator('iframe');
  await expect(heading(profile, 'Maya Lindqvist')).toBeVisible();
  await profile.getByRole('button', { name: 'Shortcuts' }).waitFor();
  execFileSync('import', ['-window', 'root', picture]);
} finally {
  await close();
  await panel.stop();
  desktop.close();
  rmSync(folder, { recursive: true, force: true });
}
