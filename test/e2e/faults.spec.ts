import { createEmulator } from '#src/emulator/emulator.ts';
import type { Fault } from '#src/emulator/faults.ts';
import { serveEmulator } from '#src/emulator/serve.ts';
import {
  edit,
  heading,
  ids,
  inGladly,
  open,
  report,
  row,
  save,
  saveBar,
  valueOf,
  writes,
} from './agent.ts';
import { expect, test } from './product.ts';
import { access, gladlyAt } from './server.ts';

// Chromium logs each request that fails, and React what a boundary caught.
test.use({
  provoked: {
    messages: ['Failed to load resource', 'Failed to fetch dynamically imported module'],
  },
});

const maya = 'Maya Lindqvist';
const unknown = 'Nobody knows yet whether this was saved';
const unreachable = 'Not saved: Gladly cannot be reached';
const busy = 'Not saved: Gladly is taking no more requests for the moment';
const savedOne = '1 attribute saved';
const notThereYet = 'Not there yet: nobody knows whether it still arrives';

/** The server asks for a profile three times before it gives up. */
const tries = 3;

interface Misfortune {
  what: string;
  faults: Fault[];
  says: string;
  /** Whether Gladly has the change after the first save. */
  arrived: boolean;
}

const misfortunes: Misfortune[] = [
  {
    what: 'Gladly is down before the save',
    faults: [{ method: 'GET', kind: 'status', status: 503, times: tries }],
    says: unreachable,
    arrived: false,
  },
  {
    what: 'Gladly takes no more requests before the save',
    faults: [{ method: 'GET', kind: 'status', status: 429, times: tries }],
    says: busy,
    arrived: false,
  },
  {
    what: 'the connection is cut before the save',
    faults: [{ method: 'GET', kind: 'cut', times: tries }],
    says: unreachable,
    arrived: false,
  },
  {
    what: 'half a profile arrives before the save',
    faults: [{ method: 'GET', kind: 'truncate', times: tries }],
    says: unreachable,
    arrived: false,
  },
  {
    what: 'Gladly takes no more requests at the write',
    faults: [{ method: 'PATCH', kind: 'status', status: 429 }],
    says: busy,
    arrived: false,
  },
  {
    what: 'Gladly refuses the write',
    faults: [
      {
        method: 'PATCH',
        kind: 'status',
        status: 400,
        body: '{"errors":[{"attr":"membershipTier","code":"invalid","detail":"no"}]}',
      },
    ],
    says: 'Not saved: Gladly refused the change',
    arrived: false,
  },
  {
    what: 'Gladly fails at the write, which took no effect',
    faults: [{ method: 'PATCH', kind: 'status', status: 503 }],
    says: notThereYet,
    arrived: false,
  },
  {
    what: 'Gladly fails at the write, which took effect',
    faults: [{ method: 'PATCH', kind: 'status', status: 503, applied: true }],
    says: savedOne,
    arrived: true,
  },
  {
    what: 'the connection is cut at the write, which took no effect',
    faults: [{ method: 'PATCH', kind: 'cut' }],
    says: notThereYet,
    arrived: false,
  },
  {
    what: 'the connection is cut at the write, which took effect',
    faults: [{ method: 'PATCH', kind: 'cut', applied: true }],
    says: savedOne,
    arrived: true,
  },
  {
    what: 'the answer to the write is cut short',
    faults: [{ method: 'PATCH', kind: 'truncate' }],
    says: savedOne,
    arrived: true,
  },
  {
    what: 'Gladly is down when the server looks again',
    faults: [{ method: 'GET', kind: 'status', status: 503, skip: 1, times: tries }],
    // The panel looks once more by itself.
    says: savedOne,
    arrived: true,
  },
  {
    what: 'Gladly is down from the write on, which took no effect',
    faults: [
      { method: 'PATCH', kind: 'cut' },
      { method: 'GET', kind: 'status', status: 503, skip: 1, times: 2 * tries },
    ],
    says: unknown,
    arrived: false,
  },
  {
    what: 'half a profile arrives when the server looks again',
    faults: [{ method: 'GET', kind: 'truncate', skip: 1, times: tries }],
    says: unknown,
    arrived: true,
  },
];

for (const { what, faults, says, arrived } of misfortunes)
  test(`tells the truth when ${what}, keeps the text, and saves it later`, async ({
    page,
    gladly,
  }) => {
    await open(page, ids.maya, maya);
    const before = gladly.attributes(ids.maya);
    await (await edit(page, 'membershipTier')).fill('Bronze');
    for (const fault of faults) gladly.failNext(fault);
    await save(page);

    await expect(report(page, says)).toBeVisible();
    expect(inGladly(gladly, ids.maya, 'membershipTier')).toBe(arrived ? '"Bronze"' : '"Gold"');
    if (says === savedOne) await expect(row(page, 'membershipTier')).toContainText('Bronze');
    else {
      await expect(valueOf(page, 'membershipTier')).toHaveValue('Bronze');
      await expect(saveBar(page)).toContainText('1 unsaved change');
      const writesBefore = writes(gladly);
      gladly.clearFaults();
      await save(page);
      await expect(report(page, savedOne)).toBeVisible();
      // What has arrived already is recognized, and not written a second time.
      expect(writes(gladly) - writesBefore).toBe(arrived ? 0 : 1);
    }
    expect(gladly.attributes(ids.maya)).toEqual(
      before.map(([key, json]) => [key, key === 'membershipTier' ? '"Bronze"' : json]),
    );
  });

test('says that a new attribute is not there yet after a write without a clear answer', async ({
  page,
  gladly,
}) => {
  await open(page, ids.maya, maya);
  await page.getByRole('button', { name: 'Add attribute' }).click();
  await page.getByLabel('Name', { exact: true }).fill('giftWrap');
  await valueOf(page, 'giftWrap').fill('silver');
  gladly.failNext({ method: 'PATCH', kind: 'status', status: 503 });
  await save(page);
  await expect(report(page, notThereYet)).toContainText('giftWrap: not there yet');
  await expect(valueOf(page, 'giftWrap')).toHaveValue('silver');
  await save(page);
  await expect(report(page, savedOne)).toBeVisible();
  expect(inGladly(gladly, ids.maya, 'giftWrap')).toBe('"silver"');
});

for (const [when, mergeAtWrite] of [
  ['before the save', false],
  ['between read and write', true],
] as const)
  test(`never writes to a profile that was merged ${when}, and takes the edit to the survivor`, async ({
    page,
    gladly,
  }) => {
    await open(page, ids.daniel, 'Daniel Reyes');
    await (await edit(page, 'deliveryNotes')).fill('Gate code 4472.');
    if (mergeAtWrite) {
      const letGo = gladly.holdNext({ method: 'PATCH' });
      await save(page);
      await expect.poll(() => writes(gladly)).toBe(1);
      gladly.merge(ids.daniel, ids.maya);
      letGo();
    } else {
      gladly.merge(ids.daniel, ids.maya);
      await save(page);
    }
    await expect(report(page, 'Not saved: this profile was merged into another one')).toBeVisible();
    await expect(valueOf(page, 'deliveryNotes')).toHaveValue('Gate code 4472.');
    expect(inGladly(gladly, ids.maya, 'deliveryNotes')).toContain('Ring the lower bell.');

    await page.getByRole('button', { name: 'Open the valid profile' }).click();
    await expect(heading(page, maya)).toBeVisible();
    await expect(valueOf(page, 'deliveryNotes')).toHaveValue('Gate code 4472.');
    // The survivor has another text there, so the agent is asked before it is overwritten.
    await page.getByRole('button', { name: 'Keep mine: deliveryNotes' }).click();
    await save(page);
    await expect(report(page, savedOne)).toBeVisible();
    expect(inGladly(gladly, ids.maya, 'deliveryNotes')).toBe('"Gate code 4472."');
  });

test('shows a profile after Gladly was busy, and offers to try again after it was down', async ({
  page,
  gladly,
}) => {
  gladly.failNext({ method: 'GET', kind: 'status', status: 429, times: tries });
  await page.goto(`/?customer=${ids.maya}`);
  await expect(page.getByText('Gladly is busy. Trying again by itself…')).toBeVisible();
  await expect(heading(page, maya)).toBeVisible();

  gladly.failNext({ method: 'GET', kind: 'status', status: 503, times: tries });
  await page.goto(`/?customer=${ids.daniel}`);
  await expect(page.getByRole('alert')).toContainText('Gladly cannot be reached');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(heading(page, 'Daniel Reyes')).toBeVisible();
});

test('shows the rest of a profile whose parts cannot be read, and lets nobody save over them', async ({
  page,
  gladly,
}) => {
  gladly.setField(ids.maya, 'customAttributes', '["not", "an object"]');
  await open(page, ids.maya, maya);
  await expect(page.getByRole('alert')).toContainText('Part of this profile could not be read');
  await expect(page.getByText('The attributes could not be read')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add attribute' })).toHaveCount(0);
  await expect(page.getByText('maya@example.org').first()).toBeVisible();
});

test('keeps what was typed when the attributes cannot be read any more, and writes nothing', async ({
  page,
  gladly,
}) => {
  await open(page, ids.maya, maya);
  await (await edit(page, 'membershipTier')).fill('Bronze');
  gladly.setField(ids.maya, 'customAttributes', '"broken"');
  await save(page);
  await expect(report(page, unreachable)).toBeVisible();
  await expect(valueOf(page, 'membershipTier')).toHaveValue('Bronze');
  expect(writes(gladly)).toBe(0);
});

test('keeps what was typed while the server is away, and saves it when the server is back', async ({
  page,
  start,
}) => {
  const emulator = createEmulator({ rateLimit: false, ...access });
  const upstream = await serveEmulator(emulator, { port: 0 });
  let server = await start(gladlyAt(upstream.origin));
  const { port } = new URL(server.origin);
  const restart = async () => {
    server = await start({ ...gladlyAt(upstream.origin), PORT: port });
  };
  // What fails may be that nothing can be fetched, so these words must not be needed.
  await page.route(/savingFailures-.*\.js$/, async (route) => route.abort());
  try {
    await page.goto(`${server.origin}/?customer=${ids.maya}`);
    await (await edit(page, 'membershipTier')).fill('Bronze');
    await server.stop();
    await save(page);
    await expect(report(page, unknown)).toBeVisible();
    await expect(valueOf(page, 'membershipTier')).toHaveValue('Bronze');
    await restart();
    await save(page);
    await expect(report(page, savedOne)).toBeVisible();
    expect(inGladly(emulator.control, ids.maya, 'membershipTier')).toBe('"Bronze"');

    // Killed after Gladly wrote, before the agent had an answer.
    await (await edit(page, 'membershipTier')).fill('Silver');
    emulator.control.holdNext({ method: 'PATCH', applied: true });
    await save(page);
    await expect
      .poll(() => inGladly(emulator.control, ids.maya, 'membershipTier'))
      .toBe('"Silver"');
    await server.kill();
    await expect(report(page, unknown)).toBeVisible();
    await expect(valueOf(page, 'membershipTier')).toHaveValue('Silver');
    const writesBefore = writes(emulator.control);
    await restart();
    await save(page);
    await expect(report(page, savedOne)).toBeVisible();
    expect(writes(emulator.control)).toBe(writesBefore);
  } finally {
    await upstream.close();
  }
});

test('says when the editor does not arrive, and still shows the attributes', async ({ page }) => {
  await page.route(/AttributeEditor-.*\.js$/, async (route) => route.abort());
  await open(page, ids.maya, maya);
  await page.getByRole('button', { name: 'Edit membershipTier' }).click();
  await expect(page.getByRole('alert')).toContainText('The editor could not be loaded');
  await expect(row(page, 'membershipTier')).toContainText('Gold');
});

test('reads numbers with a + when the reader of phone numbers does not arrive', async ({
  page,
}) => {
  await page.route(/readPhone-.*\.js$/, async (route) => route.abort());
  await page.goto('/');
  await page.getByLabel('Customer to find').fill('(212) 555-0142');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Phone numbers are read only with a +');
  await page.getByLabel('Customer to find').fill('+1 (212) 555-0142');
  await page.keyboard.press('Enter');
  await expect(heading(page, maya)).toBeVisible();
});
