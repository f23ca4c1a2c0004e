import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright';
import { startServer } from '../e2e/server.ts';
import { probe } from './site.ts';

/** A mobile connection, so that what waits for what is seen: 150 ms there and back, 1.6 Mbit/s down. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};

/** The first load of the built product with an empty cache. Times in milliseconds since the navigation began. */
export interface Load {
  path: string;
  scripts: number;
  kilobytes: number;
  dataRequests: number;
  /** When the request for the customer began, and when the last script had arrived. */
  dataStart: number;
  codeEnd: number;
  painted: number;
  shifts: number;
}

async function load(browser: Browser, origin: string, path: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', network);
    await page.addInitScript({ path: probe });
    const scripts: Promise<Buffer>[] = [];
    let dataRequests = 0;
    page.on('request', (request) => {
      if (request.url().includes('/api/')) dataRequests += 1;
    });
    const onResponse = (response: Response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body());
    };
    page.on('response', onResponse);
    await page.goto(`${origin}${path}`, { waitUntil: 'commit' });
    const painted = await page.evaluate(async () => {
      await window.probe.until(
        () => {},
        () => document.querySelector('h1') !== null,
      );
      return performance.now();
    });
    // What comes later was not needed to read the profile.
    page.off('response', onResponse);
    const bodies = await Promise.all(scripts);
    await page.waitForTimeout(1_000);
    const found = await page.evaluate((end) => {
      const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      return {
        data: all.filter(({ name }) => name.includes('/api/')).map(({ startTime }) => startTime),
        code: all
          .filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd < end)
          .map(({ responseEnd }) => responseEnd),
        shifts: window.probe.shifts(),
      };
    }, painted);
    return {
      path,
      scripts: bodies.length,
      kilobytes: bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) / 1_000,
      dataRequests,
      dataStart: Math.min(...found.data),
      codeEnd: Math.max(...found.code),
      painted,
      shifts: found.shifts,
    };
  } finally {
    await context.close();
  }
}

/** Loads the panel from the built server, with the emulator behind it. `npm run build` first. */
export async function measureLoads(browser: Browser): Promise<Load[]> {
  const server = await startServer({});
  try {
    const loads: Load[] = [];
    for (const path of ['/?customer=maya-lindqvist-0001', '/embed?customer=crowded-0003'])
      loads.push(await load(browser, server.origin, path));
    return loads;
  } finally {
    await server.stop();
  }
}
