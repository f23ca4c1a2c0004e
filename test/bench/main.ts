/**
 * Measures the panel beside two floors, in Chromium: `npm run bench`.
 *
 *   --n 10,1000      numbers of attributes (without: all of them, and 1,000 with the CPU slowed 4 times)
 *   --throttle 4     slow the CPU down for all of these
 *   --reps 5         runs of each page
 *   --keys 20        keys typed in each run
 *   --only app       pages: app, floor-a, floor-b
 *   --strict         end with 1 when a budget is missed
 *   --serve 4199     only build the pages and serve them, for another harness
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright';
import { launchOptions } from '../chromium.ts';
import { judgeAll } from './budgets.ts';
import { measureLoads, type Load } from './load.ts';
import { measure, measureSizes, measureSwitches, type Conditions, type Sizes } from './measure.ts';
import { write } from './report.ts';
import { median, type Series, type Switch } from './results.ts';
import { buildSite, candidates, serveSite, type Candidate, type Site } from './site.ts';

const { values: options } = parseArgs({
  options: {
    n: { type: 'string' },
    throttle: { type: 'string' },
    reps: { type: 'string', default: '5' },
    keys: { type: 'string', default: '20' },
    only: { type: 'string' },
    strict: { type: 'boolean', default: false },
    serve: { type: 'string' },
  },
});

const only = options.only?.split(',');
const names = candidates.filter((name) => !only || only.includes(name));
const keys = Number(options.keys);
const sizes = options.n?.split(',').map(Number) ?? [10, 100, 1_000, 5_000];
const plan: Conditions[] = sizes.map((n) => ({
  n,
  throttle: Number(options.throttle ?? 1),
  keys,
}));
if (options.n === undefined && options.throttle === undefined)
  plan.push({ n: 1_000, throttle: 4, keys });

const tell = (line: string) => process.stderr.write(`${line}\n`);

async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(launchOptions);
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** The pages take turns and another one begins each round, so that what the machine does meanwhile hits all alike. */
async function measureRound(site: Site, { runs, ...at }: Series, round: number): Promise<void> {
  await withBrowser(async (browser) => {
    // The first page of a browser pays for its start.
    await measure(browser, site.addressOf(names[0] ?? 'app'), { n: 10, throttle: 1, keys: 1 });
    for (const index of names.keys()) {
      const name = names[(index + round) % names.length] ?? 'app';
      const found = await measure(browser, site.addressOf(name), { ...at, keys });
      runs.get(name)?.push(found);
      tell(`${at.n} × ${at.throttle}, ${name}: ${found.mount.toFixed(0)} ms to painted`);
    }
  });
}

async function measureSeries(site: Site): Promise<Series[]> {
  const all = plan.map(({ n, throttle }): Series => ({
    n,
    throttle,
    runs: new Map(names.map((name) => [name, []])),
  }));
  for (let round = 0; round < Number(options.reps); round += 1)
    for (const series of all) await measureRound(site, series, round);
  return all;
}

async function switchAtAll(browser: Browser, site: Site): Promise<Switch[]> {
  const switches: Switch[] = [];
  for (const n of new Set(sizes)) {
    const times = await measureSwitches(browser, site.addressOf('app'), n);
    const frames = median(times.map((time) => time.frames));
    switches.push({ n, frames, ms: median(times.map(({ ms }) => ms)) });
  }
  return switches;
}

async function sizeAll(browser: Browser, site: Site): Promise<Map<Candidate, Sizes>> {
  const found = new Map<Candidate, Sizes>();
  for (const name of names) found.set(name, await measureSizes(browser, site.addressOf(name)));
  return found;
}

async function measureProduct(browser: Browser): Promise<Load[]> {
  if (existsSync('dist/server/main.js')) return measureLoads(browser);
  tell('There is no built product, so its first load is not measured: npm run build.');
  return [];
}

async function run(): Promise<void> {
  await buildSite(names);
  const site = await serveSite(Number(options.serve ?? 0));
  if (options.serve !== undefined) {
    tell(names.map((name) => site.addressOf(name)).join('\n'));
    return;
  }
  try {
    const series = await measureSeries(site);
    const others = await withBrowser(async (browser) => ({
      sizes: await sizeAll(browser, site),
      switches: names.includes('app') ? await switchAtAll(browser, site) : [],
      loads: names.includes('app') ? await measureProduct(browser) : [],
    }));
    const results = { series, ...others };
    const verdicts = judgeAll(results);
    process.stdout.write(`${write(results, verdicts)}\n`);
    if (options.strict && verdicts.some(({ met }) => !met)) process.exitCode = 1;
  } finally {
    site.close();
  }
}

await run();
