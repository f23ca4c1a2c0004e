import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright';
import type {} from './pages/hooks.ts';
import type {} from './probe.ts';
import { keyToType, makeAttributes } from './attributes.ts';
import { probe } from './site.ts';

/** One run of one page. Times in milliseconds. */
export interface Run {
  /** Until painted, from when the page's own code began: asking for the object and reading it included. */
  begin: number;
  /** The same from when the page had its object and rendered. */
  mount: number;
  keys: number[];
  threadPerKey: number;
  save: number;
  heapMB: number;
  elements: number;
}

const patienceMs = 120_000;

interface OpenedPage {
  context: BrowserContext;
  page: Page;
  devtools: CDPSession;
}

/** A page in a context of its own, with an empty cache, that has been given its attributes. */
async function openPage(browser: Browser, attributes: object): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 900, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  const devtools = await context.newCDPSession(page);
  const given = { json: JSON.stringify(attributes), n: Object.keys(attributes).length };
  await page.addInitScript({ path: probe });
  await page.addInitScript({ content: `window.__BENCH__ = ${JSON.stringify(given)};` });
  return { context, page, devtools };
}

async function untilPainted(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('bench:painted').length > 0);
  await page.evaluate(async () => window.probe.rest());
}

async function threadMs(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

async function heapMB(devtools: CDPSession): Promise<number> {
  for (let time = 0; time < 2; time += 1) await devtools.send('HeapProfiler.collectGarbage');
  return (await devtools.send('Runtime.getHeapUsage')).usedSize / 1_000_000;
}

/** Types into the control that has the focus, a key at a time; the first key only warms up. */
async function typeKeys({ page, devtools }: OpenedPage, text: string) {
  let before = 0;
  for (const [index, key] of Array.from(text).entries()) {
    if (index === 1) before = await threadMs(devtools);
    await page.keyboard.press(key);
    await page.evaluate(async (count) => window.probe.painted(count), index + 1);
    await page.evaluate(async () => window.probe.rest());
  }
  const thread = (await threadMs(devtools)) - before;
  const times = await page.evaluate(() => window.probe.keys);
  return { keys: times.slice(1), threadPerKey: thread / (text.length - 1) };
}

export interface Conditions {
  n: number;
  throttle: number;
  keys: number;
}

/** Loads a page, types into an attribute, saves, and checks that exactly what was typed is saved. */
export async function measure(
  browser: Browser,
  address: string,
  { n, throttle, keys }: Conditions,
): Promise<Run> {
  const attributes = makeAttributes(n);
  const key = keyToType(attributes);
  const opened = await openPage(browser, attributes);
  const { context, page, devtools } = opened;
  const untilPaintedFrom = async (mark: string) =>
    page.evaluate((from) => {
      const [start, end] = [`bench:${from}`, 'bench:painted'].map(
        (name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN,
      );
      return (end ?? NaN) - (start ?? NaN);
    }, mark);
  try {
    await devtools.send('Performance.enable');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await untilPainted(page, address);
    const [begin, mount] = await Promise.all([
      untilPaintedFrom('begin'),
      untilPaintedFrom('mount-start'),
    ]);
    const elements = await page.locator('*').count();
    const heap = await heapMB(devtools);
    await page.evaluate(async (name) => window.__bench.open(name), key);
    await page.evaluate(async () => window.probe.rest());
    await page.evaluate(() => (window.probe.record = true));
    const text = Array.from({ length: keys + 1 }, (_, index) => 'abcdefghij'[index % 10]).join('');
    const typed = await typeKeys(opened, text);
    const save = await page.evaluate(async () => window.probe.save());
    const saved = await page.evaluate(() => JSON.stringify(window.__saved ?? window.__saveError));
    const wanted = { ...attributes, [key]: `${String(attributes[key])}${text}` };
    if (saved !== JSON.stringify(wanted))
      throw new Error(`${address} did not save what was typed: ${saved.slice(0, 200)}`);
    return { begin, mount, ...typed, save, heapMB: heap, elements };
  } finally {
    await context.close();
  }
}

export interface Sizes {
  /** Kilobytes (1,000 bytes) of JavaScript, gzipped, until the list is painted. */
  toRead: number;
  /** The same until an edit is saved. */
  toSave: number;
}

export async function measureSizes(browser: Browser, address: string): Promise<Sizes> {
  const attributes = makeAttributes(10);
  const { context, page } = await openPage(browser, attributes);
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.headers()['content-type']?.includes('javascript'))
      // One that comes when the page is closed again is not counted, and no fault.
      bodies.push(response.body().catch(() => Buffer.alloc(0)));
  });
  const kilobytes = async () => {
    const scripts = await Promise.all(bodies);
    return scripts.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) / 1_000;
  };
  try {
    await untilPainted(page, address);
    const toRead = await kilobytes();
    await page.evaluate(async (name) => window.__bench.open(name), keyToType(attributes));
    await page.keyboard.press('x');
    await page.evaluate(async () => window.probe.save());
    return { toRead, toSave: await kilobytes() };
  } finally {
    await context.close();
  }
}

/** Goes to another customer and back, some times; resolves with the frames and milliseconds of each going back. */
export async function measureSwitches(
  browser: Browser,
  address: string,
  n: number,
): Promise<{ frames: number; ms: number }[]> {
  const { context, page } = await openPage(browser, makeAttributes(n));
  const goTo = async (id: string) =>
    page.evaluate(
      async (customer) =>
        window.probe.until(
          () => {
            history.pushState(null, '', `?customer=${customer}`);
            window.dispatchEvent(new PopStateEvent('popstate'));
          },
          () =>
            document.querySelector('h1')?.textContent === `Customer ${customer}` &&
            window.__bench.rows() > 0,
        ),
      id,
    );
  try {
    await untilPainted(page, address);
    const back = [];
    for (let time = 0; time < 5; time += 1) {
      await goTo('other');
      await page.evaluate(async () => window.probe.rest());
      back.push(await goTo('bench'));
      await page.evaluate(async () => window.probe.rest());
    }
    return back;
  } finally {
    await context.close();
  }
}
