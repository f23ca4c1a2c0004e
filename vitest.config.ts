import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { quickLaunchOptions } from './test/chromium.ts';

const setupFiles = ['test/failOnConsole.ts'];

export default defineConfig({
  plugins: [react()],
  test: {
    // Two busy cores are slow; a test that hangs is found all the same.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'test/{contract,server,model,gladlyApp}/**/*.test.ts'],
          setupFiles,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx', 'test/flows/**/*.test.tsx'],
          setupFiles: [...setupFiles, 'test/dom.ts'],
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: 'stories',
          setupFiles,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: quickLaunchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        // URLPattern is the browser's.
        test: {
          name: 'extension',
          include: ['extension/**/*.test.ts'],
          setupFiles,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: quickLaunchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: { name: 'bundle', environment: 'node', include: ['test/bundle/**/*.test.ts'] },
      },
    ],
  },
});
