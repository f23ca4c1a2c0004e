import { rmSync } from 'node:fs';
import { expect, test as base, type ConsoleMessage } from '@playwright/test';
import { serveDesktop, type Desktop } from './desktop.ts';
import {
  copyExtension,
  extensionOrigin,
  launchWithExtension,
  type BrowserWithExtension,
  type ExtensionKind,
} from './extensionBrowser.ts';
import { startServer, type RunningServer } from './server.ts';

interface Fixtures {
  /** Parts of console messages that this test provokes. */
  provoked: { messages: readonly string[] };
  extension: ExtensionKind;
  /** What the server's `HOSTS` holds. */
  hosts: { origin: string }[];
  /** The folder of the extension under test. */
  folder: string;
  desktop: Desktop;
  panel: RunningServer;
  browserWithExtension: BrowserWithExtension;
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
    const folder = copyExtension(extension, desktop, panel.origin);
    await provide(folder);
    rmSync(folder, { recursive: true, force: true });
  },

  // The server and the desktop are there for longer than the pages that ask them.
  browserWithExtension: async ({ folder, provoked, panel: _panel, desktop: _desktop }, provide) => {
    const complaints: string[] = [];
    const onMessage = (message: ConsoleMessage) => {
      const [type, text] = [message.type(), message.text()];
      // A profile's picture is somewhere else, where no test goes.
      const isElsewhere = message.location().url.startsWith('https:');
      if (!['error', 'warning'].includes(type) || isElsewhere) return;
      if (!provoked.messages.some((part) => text.includes(part))) complaints.push(text);
    };
    const onThrown = (error: unknown) => complaints.push(`thrown: ${String(error)}`);
    const launched = await launchWithExtension(folder, { headless: true, onMessage, onThrown });
    test.skip(launched.isShell, 'This Chromium is a headless shell, which takes no extensions.');
    await provide(launched.browser);
    await launched.close();
    expect(complaints, 'what the pages complained about').toEqual([]);
  },
});
