import { defineConfig } from '@playwright/test';
import { launchOptions, quickLaunchOptions } from './test/chromium.ts';

/** What frames may do is decided by whole browsers. */
const framed = /(embedding|extension|guarded|host|security|switching)\.spec\.ts/;

/** End-to-end tests of the built product: `npm run build` first. `--trace on` records what a test saw. */
export default defineConfig({
  testDir: 'test/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // Patient, because other work may keep the machine busy; what is there at once costs no time.
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  // A machine that others use may stop a browser for seconds. What passes the second time is listed as flaky, to be looked at.
  retries: process.env['CI'] ? 1 : 0,
  reporter: 'list',
  projects: [
    { name: 'page', testIgnore: framed, use: { launchOptions: quickLaunchOptions } },
    { name: 'framed', testMatch: framed, use: { launchOptions } },
  ],
  use: {
    screenshot: 'only-on-failure',
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
  },
});
