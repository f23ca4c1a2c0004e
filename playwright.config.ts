import { defineConfig } from '@playwright/test';
import { launchOptions } from './test/chromium.ts';

export default defineConfig({
  testDir: 'test/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: { launchOptions, trace: 'retain-on-failure', locale: 'en-US', timezoneId: 'Europe/Berlin' },
});
