import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright';

/**
 * The Chromium that every browser test runs in: `CHROMIUM_PATH`, the system's, the one that Playwright
 * downloaded, or (Linux x64) the one that comes with the npm package `@sparticuz/chromium`, unpacked on first use.
 */
async function findChromium(): Promise<string> {
  const installed = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ].find((path) => path && existsSync(path));
  if (installed) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') return sparticuz.executablePath();
  throw new Error(
    'No Chromium found, so the browser tests cannot run. Install Chromium or Chrome, run "npx playwright install chromium", or name one in CHROMIUM_PATH.',
  );
}

export const launchOptions = {
  executablePath: await findChromium(),
  // no-sandbox: containers run as root. The rest keeps Chromium from calling home during a test.
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
