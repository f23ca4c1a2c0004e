import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { EmulatorControl } from '#src/emulator/control.ts';
import { edit, heading, ids, open, save, valueOf } from './agent.ts';
import { expect, test } from './product.ts';

// Looking for an id that nobody has is answered with 404, a conflict with 409.
test.use({ provoked: { messages: ['404', '409'] } });

const maya = 'Maya Lindqvist';

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ html }) => html),
  }));
  expect(found).toEqual([]);
}

/** An edit in three states: in conflict, wrong, and untouched. */
async function openEdits(page: Page, gladly: EmulatorControl): Promise<void> {
  await (await edit(page, 'membershipTier')).fill('Bronze');
  gladly.changeElsewhere(ids.maya, { set: { membershipTier: '"Platinum"' } });
  await save(page);
  await expect(page.getByText('Changed elsewhere', { exact: true })).toBeVisible();
  await (await edit(page, 'loyaltyPoints')).fill('many');
  await save(page);
  await expect(page.getByText('This is not a number.')).toBeVisible();
  await edit(page, 'tags');
}

type State = readonly [
  what: string,
  show: (page: Page, gladly: EmulatorControl) => Promise<void>,
  size?: { width: number; height: number },
];

const states: readonly State[] = [
  [
    'the search',
    async (page) => {
      await page.goto('/');
      await expect(heading(page, 'Find a customer')).toBeVisible();
    },
  ],
  [
    'a list of customers found',
    async (page) => {
      await page.goto('/');
      await page.getByLabel('Customer to find').fill('(415) 555-0133');
      await page.keyboard.press('Enter');
      await expect(page.getByText('2 customers found.')).toBeVisible();
    },
  ],
  [
    'a search that found nobody',
    async (page) => {
      await page.goto('/');
      await page.getByLabel('Customer to find').fill('nobody-0000');
      await page.keyboard.press('Enter');
      await expect(page.getByText('No customer found.')).toBeVisible();
    },
  ],
  ['a profile', async (page) => open(page, ids.maya, maya)],
  [
    'a profile with every sort of value',
    async (page) => open(page, ids.everyJson, 'Robin "Every" O\'Json'),
  ],
  [
    'a profile being edited, with a conflict',
    async (page, gladly) => {
      await open(page, ids.maya, maya);
      await openEdits(page, gladly);
    },
  ],
  [
    'the panel alone at 258 px',
    async (page) => open(page, ids.maya, maya, '/embed'),
    { width: 258, height: 700 },
  ],
  [
    'the panel alone at 400 px, being edited, with a conflict',
    async (page, gladly) => {
      await open(page, ids.maya, maya, '/embed');
      await openEdits(page, gladly);
    },
    { width: 400, height: 700 },
  ],
  [
    'the panel alone, right to left',
    async (page) => {
      await open(page, ids.arabic, 'ليلى عبد الرحمن المنصوري', '/embed');
      await edit(page, 'ملاحظات');
      await expect(valueOf(page, 'ملاحظات')).toBeVisible();
    },
    { width: 350, height: 700 },
  ],
  [
    'a customer that is not there',
    async (page) => {
      await page.goto('/?customer=nobody-0000');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  ],
  [
    'the panel alone without a customer',
    async (page) => {
      await page.goto('/embed');
      await expect(page.getByText('No customer chosen')).toBeVisible();
    },
  ],
];

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const [what, show, size] of states)
      test(`axe finds nothing wrong with ${what}`, async ({ page, gladly }) => {
        if (size) await page.setViewportSize(size);
        await show(page, gladly);
        await expectNoViolations(page);
      });

    test('axe finds nothing wrong with the agent desktop and the panel in it', async ({
      page,
      demo,
    }) => {
      await page.setViewportSize({ width: 1400, height: 900 });
      await page.goto(`${demo.origin}/host`);
      await expect(heading(page.frameLocator('iframe'), maya)).toBeVisible();
      await expectNoViolations(page);
    });
  });

test.describe('with forced colours and reduced motion', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  test('everything is there, the focus can be seen, and nothing moves', async ({
    page,
    gladly,
  }) => {
    await open(page, ids.maya, maya);
    await openEdits(page, gladly);
    await expectNoViolations(page);

    const seen: string[] = [];
    await heading(page, maya).click();
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press('Tab');
      const look = await page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        const style = getComputedStyle(element);
        return {
          name: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`,
          outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1,
          moves: style.transitionDuration.split(',').some((time) => parseFloat(time) > 0),
        };
      });
      if (!look.outlined || look.moves) seen.push(`${look.name}: ${JSON.stringify(look)}`);
    }
    expect(seen).toEqual([]);
  });
});
