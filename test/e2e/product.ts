import { expect, test as base, type BrowserContext } from '@playwright/test';
import type { EmulatorControl } from '#src/emulator/control.ts';
import { createEmulator, type Emulator, type EmulatorOptions } from '#src/emulator/emulator.ts';
import { serveEmulator } from '#src/emulator/serve.ts';
import { serveDesk, type Desk } from './desk.ts';
import { access, framedBy, freePort, gladlyAt, startServer, type RunningServer } from './server.ts';

interface Upstream {
  origin: string;
  /** From now on this organization answers. */
  become: (emulator: Emulator) => void;
}

interface TestFixtures {
  /** How this test's Gladly behaves. */
  organization: EmulatorOptions;
  /** Parts of console messages that this test provokes, such as the status of a failed request. */
  provoked: { messages: readonly string[] };
  /** What a test may do behind Gladly's API. Every test has a Gladly of its own. */
  gladly: EmulatorControl;
  /** Starts a server of this test's own. It goes after the test's pages: one that loses its server complains. */
  start: (env: Record<string, string>) => Promise<RunningServer>;
  /** A demo of this test's own: the server with the emulator inside. */
  demo: RunningServer;
}

interface WorkerFixtures {
  /** The one desktop of another site that may frame the panel. */
  desk: Desk;
  upstream: Upstream;
  server: RunningServer;
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Collects what no page may do: throw, complain, or break its own Content-Security-Policy. */
async function watch(context: BrowserContext, provoked: readonly string[]): Promise<string[]> {
  const complaints: string[] = [];
  const complain = (text: string) => {
    if (!provoked.some((part) => text.includes(part))) complaints.push(text);
  };
  context.on('weberror', (error) => complain(`thrown: ${String(error.error())}`));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complain(message.text());
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // oxlint-disable-next-line no-console
      console.error(`CSP violation: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  // A profile's picture is the only thing from elsewhere, and no test may depend on elsewhere.
  await context.route(/^https:/, async (route) =>
    route.fulfill({ contentType: 'image/png', body: onePixel }),
  );
  return complaints;
}

export { expect } from '@playwright/test';

/** Tests over the built product: a Chromium, the built server, and an emulated Gladly that the test holds in its hand. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  organization: [{}, { option: true }],
  provoked: [{ messages: [] }, { option: true }],

  upstream: [
    // Playwright wants the pattern, even an empty one.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      let current: Emulator | undefined;
      const served = await serveEmulator(
        {
          async fetch(request) {
            if (!current) throw new Error('No test is running.');
            return current.fetch(request);
          },
        },
        { port: 0 },
      );
      await provide({ origin: served.origin, become: (emulator) => (current = emulator) });
      await served.close();
    },
    { scope: 'worker' },
  ],

  desk: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const desk = await serveDesk();
      await provide(desk);
      await desk.close();
    },
    { scope: 'worker' },
  ],

  server: [
    async ({ upstream, desk }, provide) => {
      const server = await startServer({
        ...gladlyAt(upstream.origin),
        ...framedBy(await freePort(), [desk.origin, desk.near]),
      });
      await provide(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],

  gladly: [
    async ({ upstream, organization }, provide) => {
      const emulator = createEmulator({ rateLimit: false, ...access, ...organization });
      upstream.become(emulator);
      await provide(emulator.control);
    },
    { auto: true },
  ],

  // oxlint-disable-next-line no-empty-pattern
  start: async ({}, provide) => {
    const started: RunningServer[] = [];
    await provide(async (env) => {
      const server = await startServer(env);
      started.push(server);
      return server;
    });
    await Promise.all(started.map(async (server) => server.kill()));
  },

  demo: async ({ start }, provide) => provide(await start({})),

  baseURL: async ({ server }, provide) => provide(server.origin),

  // The servers of the test's own are there for longer than its pages.
  context: async ({ context, provoked, start: _start }, provide) => {
    const complaints = await watch(context, provoked.messages);
    await provide(context);
    expect(complaints, 'what the pages complained about').toEqual([]);
  },
});
