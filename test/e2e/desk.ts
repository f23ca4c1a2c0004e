import { createServer } from 'node:http';
import type { FrameLocator, Page } from '@playwright/test';
import type { EmbedOptions, Panel } from '#src/sdk/host.ts';

/** A desktop of another site, as small as one can be. */
export interface Desk {
  origin: string;
  /** The same pages at another origin, but of the panel's own site, where the browser keeps storage for the frame. */
  near: string;
  close: () => Promise<void>;
}

/** As strict as a careful desktop is: the script and the frame of the panel, and nothing else. */
const policy = (panel: string) =>
  `default-src 'none'; script-src ${panel}; frame-src ${panel}; img-src data:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

/**
 * Serves pages of another origin, and of another site, than the panel's: `/?panel=ORIGIN` has the panel's script in one
 * tag; `/raw` has nothing, so that a test can say whatever it likes.
 */
export async function serveDesk(): Promise<Desk> {
  const server = createServer((request, response) => {
    const panel = new URL(request.url ?? '/', 'http://desk').searchParams.get('panel');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (panel !== null) response.setHeader('Content-Security-Policy', policy(panel));
    const script = panel === null ? '' : `<script src="${panel}/host.js"></script>`;
    response.end(
      `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Desk</title>${script}<main></main>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://localhost:${port}`,
    near: `http://127.0.0.1:${port}`,
    close: async () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type Options = Omit<
  EmbedOptions,
  'container' | 'panelOrigin' | 'onOpenLink' | 'getToken' | `on${string}`
>;

/** What a desk's page knows: the panel, and everything that it was told, oldest first. */
declare global {
  interface Window {
    CustomerProfile: { embed: (options: EmbedOptions) => Panel };
    panel: Panel;
    told: [string, unknown][];
    /** What the desk's own server does, where a test gives it one: a launch token. */
    mint?: EmbedOptions['getToken'];
  }
}

export const panelIn = (page: Page): FrameLocator =>
  page.frameLocator('iframe[title="Customer profile"]');

/** Opens the desk's page and embeds the panel there with the script that hosts get. */
export async function embedAt(
  page: Page,
  desk: Pick<Desk, 'origin'>,
  panelOrigin: string,
  options: Options = {},
): Promise<FrameLocator> {
  await page.goto(`${desk.origin}/?panel=${encodeURIComponent(panelOrigin)}`);
  await page.evaluate(
    ([origin, more]) => {
      window.told = [];
      const tell = (name: string) => (what: unknown) => void window.told.push([name, what]);
      window.panel = window.CustomerProfile.embed({
        container: document.querySelector('main') ?? document.body,
        panelOrigin: origin,
        onDirty: tell('dirty'),
        onSaved: tell('saved'),
        onRedirected: tell('redirected'),
        onOpenCustomer: tell('open-customer'),
        onOpenLink: tell('open-link'),
        onError: tell('error'),
        ...(window.mint && { getToken: window.mint }),
        ...more,
      });
      // The desk gives the panel a column of its own, unless the frame follows the panel's height.
      if (more.maxHeight === undefined) window.panel.element.style.height = '600px';
      window.panel.element.style.width = '350px';
    },
    [panelOrigin, options] as const,
  );
  return panelIn(page);
}

/** What the desk was told under a name, oldest first. */
export const toldOf = async (page: Page, name: string): Promise<unknown[]> =>
  page.evaluate(
    (wanted) => window.told.filter(([each]) => each === wanted).map(([, what]) => what),
    name,
  );

export const setCustomer = async (page: Page, id: string | undefined): Promise<void> =>
  page.evaluate((customerId) => window.panel.setCustomer(customerId), id);

/** A desk that speaks by hand: what it sends is whatever a test wants, and what it hears is kept. */
declare global {
  interface Window {
    frameOf: HTMLIFrameElement;
    ports: MessagePort[];
    /** From the panel's window, with the origin, then from its port. */
    heard: { origin?: string; data: unknown; ports: number }[];
    post: (message: object) => void;
    init: (params: object, to?: string) => void;
  }
}

/** Frames the panel without the script: `window.init`, `window.post` and `window.heard` are then the desk's. */
export async function embedByHand(page: Page, desk: Desk, address: string): Promise<FrameLocator> {
  await page.goto(`${desk.origin}/raw`);
  await page.evaluate((src) => {
    const envelope = { jsonrpc: '2.0', channel: 'customer-profile', v: 1 };
    const frame = document.createElement('iframe');
    window.frameOf = frame;
    window.heard = [];
    window.ports = [];
    window.addEventListener('message', ({ source, origin, data, ports }) => {
      if (source === frame.contentWindow) window.heard.push({ origin, data, ports: ports.length });
    });
    window.post = (message) => window.ports[0]?.postMessage({ ...envelope, ...message });
    window.init = (params, to = new URL(src).origin) => {
      const { port1, port2 } = new MessageChannel();
      window.ports.push(port1);
      port1.onmessage = ({ data }) => void window.heard.push({ data, ports: 0 });
      const message = { ...envelope, method: 'init', params };
      frame.contentWindow?.postMessage(message, to, [port2]);
    };
    frame.title = 'Customer profile';
    Object.assign(frame.style, { width: '350px', height: '600px' });
    frame.src = src;
    document.querySelector('main')?.append(frame);
  }, address);
  await page.waitForFunction(() => window.heard.length > 0);
  return panelIn(page);
}
