import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { EmulatorControl } from '#src/emulator/control.ts';

/** Where a panel is: a page of its own, or a frame in another. */
export type Place = Page | FrameLocator;

export const ids = {
  maya: 'maya-lindqvist-0001',
  martha: 'OOrlNMXeS72gs_WEX2TtMg',
  daniel: 'cust-daniel-reyes',
  everyJson: 'every-json-0006',
  crowded: 'crowded-0003',
  arabic: 'arabic-0004',
  onlyAnId: 'only-an-id-0002',
  merged: 'merged-away-0007',
} as const;

export const heading = (place: Place, name: string) =>
  place.getByRole('heading', { level: 1, name, exact: true });

/** Opens a customer by address and waits until the profile is there. */
export async function open(page: Page, id: string, name: string, path = '/'): Promise<void> {
  await page.goto(`${path}?customer=${id}`);
  await expect(heading(page, name)).toBeVisible();
}

export const editButton = (place: Place, key: string) =>
  place.getByRole('button', { name: `Edit ${key}`, exact: true });

/** An attribute where it is read. */
export const row = (place: Place, key: string) =>
  place.getByRole('listitem').filter({ has: editButton(place, key) });

export const valueOf = (place: Place, key: string) =>
  place.getByLabel(`Value of ${key}`, { exact: true });

/** Opens the editor of an attribute and returns the control with its value. */
export async function edit(place: Place, key: string): Promise<Locator> {
  await editButton(place, key).click();
  const control = valueOf(place, key);
  await expect(control).toBeFocused();
  return control;
}

/** Attributes without a value are only counted until somebody wants to see them. */
export async function showEmpty(place: Place): Promise<void> {
  await place.getByRole('button', { name: /^\d+ empty$/ }).click();
}

/** Opens the editor of an attribute that may be far down a long list. */
export async function findAndEdit(place: Place, key: string): Promise<Locator> {
  const find = place.getByRole('searchbox', { name: 'Find an attribute' });
  const isLong = await find.isVisible();
  if (isLong) await find.fill(key);
  await editButton(place, key).click();
  await expect(valueOf(place, key)).toBeFocused();
  if (isLong) await find.fill('');
  return valueOf(place, key);
}

export const saveBar = (place: Place) => place.getByRole('region', { name: 'Unsaved changes' });

export async function save(place: Place): Promise<void> {
  await saveBar(place).getByRole('button', { name: 'Save', exact: true }).click();
}

/** What the panel says came of the last save. */
export const report = (place: Place, title: string | RegExp) =>
  place.getByRole('status').or(place.getByRole('alert')).filter({ hasText: title });

/** The JSON text of an attribute as Gladly has it; `undefined` when it is not there. */
export const inGladly = (gladly: EmulatorControl, id: string, key: string): string | undefined =>
  new Map(gladly.attributes(id)).get(key);

export const writes = (gladly: EmulatorControl): number =>
  gladly.requests.filter(({ method }) => method === 'PATCH').length;

/** A press of a key must never leave the keyboard nowhere. */
export async function expectFocusSomewhere(page: Page): Promise<void> {
  await expect
    .poll(async () => page.evaluate(() => document.activeElement?.tagName), {
      message: 'the element with the focus',
    })
    .not.toBe('BODY');
}

/** A page of our own origin with nothing in it but the panel in a frame, as a desktop embeds it. */
export async function embedIn(page: Page, path: string): Promise<FrameLocator> {
  await page.goto('/healthz');
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.title = 'Customer profile';
    frame.width = '350';
    frame.height = '600';
    const address = new URL(src, window.location.origin);
    address.searchParams.set('host', window.location.origin);
    frame.src = address.href;
    document.body.replaceChildren(frame);
  }, path);
  return page.frameLocator('iframe');
}

/** Tells the panel in the frame which customer it is now, as a desktop does. */
export async function changeCustomer(page: Page, customerId: string, seq: number): Promise<void> {
  await page.evaluate(
    (params) => {
      const message = {
        jsonrpc: '2.0',
        channel: 'customer-profile',
        v: 1,
        method: 'customer-changed',
        params,
      };
      document.querySelector('iframe')?.contentWindow?.postMessage(message, window.location.origin);
    },
    { customerId, seq },
  );
}
