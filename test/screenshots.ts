/**
 * Takes the pictures of the documentation from the built product, into `docs/screenshots`:
 * `npm run build && npx tsx test/screenshots.ts`.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { createEmulator } from '#src/emulator/emulator.ts';
import { serveEmulator } from '#src/emulator/serve.ts';
import { launchOptions } from './chromium.ts';
import { edit, ids, open, row, save, saveBar, valueOf } from './e2e/agent.ts';
import { access, gladlyAt, startServer } from './e2e/server.ts';

const folder = fileURLToPath(new URL('../docs/screenshots', import.meta.url));
/** Two days after Maya's profile last changed. */
const now = new Date('2026-01-22T10:24:00Z');
const maya = 'Maya Lindqvist';

interface Picture {
  name: string;
  width: number;
  height: number;
  scale?: number;
  dark?: boolean;
  show: (page: Page) => Promise<void>;
}

const emulator = createEmulator({ rateLimit: false, ...access, now: () => now });
const upstream = await serveEmulator(emulator, { port: 0 });
const schema = fileURLToPath(new URL('../examples/shop-attributes.schema.json', import.meta.url));
const server = await startServer({ ...gladlyAt(upstream.origin), ATTRIBUTE_SCHEMA: schema });
const demo = await startServer({});

/** Puts the top of an attribute near the top of the picture. */
async function scrollTo(page: Page, key: string, above = 12): Promise<void> {
  const top = await page
    .getByRole('listitem')
    .filter({ has: valueOf(page, key) })
    .or(row(page, key))
    .first()
    .evaluate((element) => element.getBoundingClientRect().top);
  await page.evaluate((by) => window.scrollBy(0, by), top - above);
}

const showMaya = async (page: Page) => open(page, ids.maya, maya, '/embed');
const showCrowded = async (page: Page) => open(page, ids.crowded, 'Adaeze Okafor', '/embed');

/** As an agent who chose it earlier has it. */
async function compact(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('density', 'compact'));
}

const pictures: Picture[] = [
  { name: 'panel-350-light', width: 350, height: 900, show: showMaya },
  { name: 'panel-350-dark', width: 350, height: 900, dark: true, show: showMaya },
  {
    name: 'panel-350-compact',
    width: 350,
    height: 900,
    async show(page) {
      await compact(page);
      await showMaya(page);
    },
  },
  { name: 'panel-258-light', width: 258, height: 900, show: showMaya },
  { name: 'panel-720-light', width: 720, height: 900, scale: 1, show: showMaya },
  { name: 'panel-720-dark', width: 720, height: 900, scale: 1, dark: true, show: showMaya },
  {
    name: 'editing-280',
    width: 280,
    height: 700,
    async show(page) {
      await showMaya(page);
      await (await edit(page, 'Membership')).selectOption('Platinum: 15 % off');
      await (await edit(page, 'Points')).fill('2140');
      await (await edit(page, 'Birthday')).fill('1988-04-21');
      await scrollTo(page, 'Membership', 44);
    },
  },
  {
    name: 'conflict-280',
    width: 280,
    height: 700,
    async show(page) {
      await showMaya(page);
      await (await edit(page, 'Membership')).selectOption('Silver: 5 % off');
      await (await edit(page, 'Points')).fill('2140');
      emulator.control.changeElsewhere(ids.maya, { set: { membershipTier: '"Platinum"' } });
      await save(page);
      await page.getByText('Changed elsewhere', { exact: true }).waitFor();
      await scrollTo(page, 'Membership', 44);
    },
  },
  {
    name: 'search-900',
    width: 900,
    height: 560,
    scale: 1,
    async show(page) {
      await page.goto('/');
      await page.getByLabel('Customer to find').fill('(415) 555-0133');
      await page.keyboard.press('Enter');
      await page.getByText('2 customers found.').waitFor();
    },
  },
  {
    name: 'host-1400',
    width: 1400,
    height: 900,
    scale: 1,
    async show(page) {
      await page.goto(`${demo.origin}/host`);
      const panel = page.frameLocator('iframe');
      await (await edit(panel, 'Membership')).selectOption('Platinum: 15 % off');
      await saveBar(panel).waitFor();
      await page.getByText('Unsaved profile edits').waitFor();
    },
  },
  {
    name: 'finding-350',
    width: 350,
    height: 700,
    async show(page) {
      await showCrowded(page);
      const find = page.getByRole('searchbox', { name: 'Find an attribute' });
      await find.fill('zurich 7');
      await page.getByText(/^\d+ of \d+$/).waitFor();
      await find.evaluate((element) => element.scrollIntoView());
    },
  },
  {
    name: 'masked-350',
    width: 350,
    height: 900,
    async show(page) {
      await showMaya(page);
      await page.getByRole('button', { name: 'Hide personal data' }).click();
      await page.evaluate(() => window.scrollTo(0, 0));
    },
  },
  {
    name: 'arabic-350',
    width: 350,
    height: 900,
    show: async (page) => open(page, ids.arabic, 'ليلى عبد الرحمن المنصوري', '/embed'),
  },
  {
    name: 'crowded-258',
    width: 258,
    height: 900,
    show: showCrowded,
  },
  { name: 'crowded-350', width: 350, height: 900, show: showCrowded },
  {
    name: 'minimal-350',
    width: 350,
    height: 700,
    show: async (page) => open(page, ids.onlyAnId, 'No name', '/embed'),
  },
  {
    name: 'japanese-350',
    width: 350,
    height: 900,
    show: async (page) => open(page, ids.japanese, '佐藤 美咲', '/embed'),
  },
];

async function take(browser: Browser, { name, width, height, scale = 2, dark, show }: Picture) {
  const options: BrowserContextOptions = {
    baseURL: server.origin,
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-US',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  await show(page);
  // What comes once the profile is shown has come.
  await page
    .getByRole('button', { name: 'Shortcuts' })
    .or(page.locator('iframe, form'))
    .first()
    .waitFor();
  await page.screenshot({ path: `${folder}/${name}.png`, caret: 'hide' });
  await context.close();
}

/** What stands whole in the first pixels of a panel of 350 px, for the table in `docs/look.md`. */
async function count(browser: Browser, id: string, height: number, isCompact: boolean) {
  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: { width: 350, height },
    locale: 'en-US',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  if (isCompact) await compact(page);
  await page.goto(`/embed?customer=${id}`);
  await page.getByRole('button', { name: 'Shortcuts' }).waitFor({ state: 'attached' });
  await page.locator('.reach a').first().waitFor({ state: 'attached' });
  const whole = async (selector: string) =>
    page
      .locator(selector)
      .evaluateAll(
        (elements) =>
          elements.filter((element) => element.getBoundingClientRect().bottom <= window.innerHeight)
            .length,
      );
  const counted = {
    'contact points': await whole('.reach'),
    'ways to act': await whole('.reach__action'),
    attributes: await whole('.windowed-row'),
  };
  await context.close();
  return { customer: id, height, density: isCompact ? 'compact' : 'comfortable', ...counted };
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(launchOptions);
try {
  for (const picture of pictures) await take(browser, picture);
  const counts = [];
  for (const id of [ids.maya, ids.daniel, ids.crowded])
    for (const height of [400, 900])
      for (const isCompact of [false, true])
        counts.push(await count(browser, id, height, isCompact));
  // oxlint-disable-next-line no-console
  console.table(counts);
} finally {
  await browser.close();
  await server.stop();
  await demo.stop();
  await upstream.close();
}
