import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright';

const named = process.env['CHROMIUM_PATH'];

const firstOf = (paths: (string | undefined)[]) => paths.find((path) => path && existsSync(path));

/**
 * The Chromium of people: `CHROMIUM_PATH`, the system's, the one that Playwright
 * downloaded, or (Linux x64) the one that comes with the npm package `@sparticuz/chromium`, unpacked on first use.
 */
async function findChromium(): Promise<string> {
  const installed = firstOf([
    named,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ]);
  if (installed) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') return sparticuz.executablePath();
  throw new Error(
    'No Chromium found, so the browser tests cannot run. Install Chromium or Chrome, run "npx playwright install chromium", or name one in CHROMIUM_PATH.',
  );
}

/** The same without windows and what belongs to them, which is twice as quick; where a system has none, the other does it all. */
const findShell = () =>
  firstOf([named, '/usr/bin/chromium-headless-shell', '/usr/lib/chromium/chromium-headless-shell']);

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

/** For what needs neither windows nor the rules of people's browsers, such as those for the storage of frames. */
export const quickLaunchOptions = {
  ...launchOptions,
  // As people's browsers do: frames of another site have a process of their own.
  args: [...launchOptions.args, '--site-per-process'],
  executablePath: findShell() ?? launchOptions.executablePath,
};
