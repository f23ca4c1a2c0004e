import type { Page } from '@playwright/test';
import { edit, ids, open, save } from './agent.ts';
import { expect, test } from './product.ts';

/**
 * What a screen reader finds: roles, names and order of whole profiles, as the accessibility tree has them. The
 * demo has the shop's definitions, the other server has none.
 */
test.use({ timezoneId: 'Europe/London' });

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime('2026-01-22T10:24:00Z');
});

/** Opens the panel, and waits for what comes after the profile. */
async function openWhole(page: Page, id: string, name: string, origin = ''): Promise<void> {
  await open(page, id, name, `${origin}/embed`);
  await expect(page.getByRole('group', { name: 'View' })).toBeVisible();
  const contact = page.getByRole('region', { name: 'Contact' });
  await expect(contact.getByRole('button', { name: 'Copy all as text' })).toBeVisible();
}

test('an ordinary profile, to the last element', async ({ page, demo }) => {
  await openWhole(page, ids.daniel, 'Daniel Reyes', demo.origin);
  // The empty "status" after a button to copy will say whether that worked.
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - /children: deep-equal
    - main:
      - article:
        - heading "Daniel Reyes" [level=1]
        - paragraph: Customer since April 2023
        - region "Contact":
          - heading "Contact" [level=2]
          - button "Copy all as text"
          - list:
            - listitem:
              - paragraph: Email Primary
              - paragraph: daniel.reyes@example.com
              - link "E-mail daniel.reyes@example.com (worked out, not sent by Gladly)":
                - /url: mailto:daniel.reyes@example.com
              - button "Copy e-mail address daniel.reyes@example.com"
            - listitem:
              - paragraph: Mobile Primary
              - paragraph: (512) 555-0111
              - paragraph: SMS allowed
              - group: "Quiet hours: 12:24 – 5:24 AM there"
              - 'link "Call (512) 555-0111: quiet hours there (worked out, not sent by Gladly)"':
                - /url: tel:+15125550111
              - 'link "Text (512) 555-0111: quiet hours there (worked out, not sent by Gladly)"':
                - /url: sms:+15125550111
              - button "Copy phone number +15125550111"
          - paragraph: "Channels are worked out: Gladly sends none."
        - region "Attributes 5":
          - heading "Attributes 5" [level=2]
          - button "Add attribute"
          - search:
            - searchbox "Find an attribute"
            - combobox "Show":
              - option "All" [selected]
              - option "Changed"
              - option "To check"
              - option "Empty"
              - option "Hidden"
              - option "Service"
              - option "Loyalty"
              - option "Orders"
              - option "Preferences"
          - heading "Service 1" [level=3]:
            - button "Service 1" [expanded]
          - list "Service 1":
            - listitem:
              - paragraph: Delivery notes
              - text: Gate code 4471.
              - button "Copy Delivery notes"
              - button "Edit Delivery notes"
          - heading "Loyalty 2" [level=3]:
            - button "Loyalty 2" [expanded]
          - list "Loyalty 2":
            - listitem:
              - paragraph: Membership
              - text: "Silver: 5 % off"
              - button "Copy Membership"
              - button "Edit Membership"
            - listitem:
              - paragraph: Points from Loyalty system
              - text: 420 points
              - button "Copy Points"
              - button "Edit Points"
          - heading "Orders 1" [level=3]:
            - button "Orders 1" [expanded]
          - list "Orders 1":
            - listitem:
              - paragraph: Last order no.
              - text: EO-31877
              - button "Copy Last order no."
              - button "Edit Last order no."
          - heading "Preferences 1" [level=3]:
            - button "Preferences 1" [expanded]
          - list "Preferences 1":
            - listitem:
              - paragraph: Newsletter
              - text: "Yes"
              - button "Copy Newsletter"
              - button "Edit Newsletter"
          - button "17 empty"
          - button "1 hidden"
          - button "Arrange"
        - region "Details":
          - heading "Details" [level=2]
          - term: Address
          - definition: 88 Example Street, Austin, TX 78701
          - definition:
            - button "Copy Address"
          - term: Gladly ID
          - definition: cust-daniel-reyes
          - definition:
            - button "Copy Gladly ID"
          - term: External ID
          - definition: No external ID
          - term: Created
          - definition:
            - time: 2 years ago Apr 17, 2023, 3:02:11 PM GMT+1
          - term: Modified
          - definition:
            - time: 12 days ago Jan 9, 2026, 8:31:45 PM GMT
        - group "View":
          - button "Hide personal data"
          - button "Compact"
          - button "Shortcuts"
          - status
  `);
});

test('a minimal profile, where what is missing is said in words', async ({ page }) => {
  await openWhole(page, ids.onlyAnId, 'No name');
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - /children: deep-equal
    - main:
      - article:
        - heading "No name" [level=1]
        - paragraph: No creation date
        - region "Contact":
          - heading "Contact" [level=2]
          - button "Copy all as text"
          - paragraph: No e-mail address
          - paragraph: No phone number
        - region "Attributes 0":
          - heading "Attributes 0" [level=2]
          - button "Add attribute"
          - paragraph: No attributes yet
        - region "Details":
          - heading "Details" [level=2]
          - term: Address
          - definition: No address
          - term: Gladly ID
          - definition: only-an-id-0002
          - definition:
            - button "Copy Gladly ID"
          - term: External ID
          - definition: No external ID
          - term: Created
          - definition: Not known
          - term: Modified
          - definition: Never
        - group "View":
          - button "Hide personal data"
          - button "Compact"
          - button "Shortcuts"
          - status
  `);
});

test('an Arabic profile: its own words in the same order', async ({ page }) => {
  await openWhole(page, ids.arabic, 'ليلى عبد الرحمن المنصوري');
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - main:
      - article:
        - heading "ليلى عبد الرحمن المنصوري" [level=1]
        - region "Contact":
          - heading "Contact" [level=2]
          - list:
            - /children: equal
            - listitem:
              - paragraph: Email Primary
              - paragraph: layla@example.com
            - listitem:
              - paragraph: Mobile Primary
              - paragraph: +20 10 01234567
              - paragraph: SMS allowed
              - group: 12:24 PM there
              - link /^Call \\+20 10 01234567/
              - link /^Text \\+20 10 01234567/
              - button "Copy phone number +201001234567"
            - listitem:
              - paragraph: Home phone
              - paragraph: +966 11 555 0123
              - group: 1:24 PM there
              - link /^Call \\+966 11 555 0123/
              - button "Copy phone number +966115550123"
        - region "Attributes 7":
          - heading "Attributes 7" [level=2]
          - list "Attributes 7":
            - /children: equal
            - listitem:
              - paragraph: فئة العضوية
              - text: ذهبية
              - button "Copy فئة العضوية"
              - button "Edit فئة العضوية"
            - listitem:
              - paragraph: نقاط الولاء number
              - text: "1250"
            - listitem:
              - paragraph: اللغة المفضلة
              - text: العربية
            - listitem:
              - paragraph: النشرة البريدية yes or no
              - text: "Yes"
            - listitem:
              - paragraph: آخر طلب object
              - text: /"رقم الطلب". "ط-٢٠٩٣١"/
              - button "Show all"
            - listitem:
              - paragraph: وسوم list
            - listitem:
              - paragraph: ملاحظات
              - text: /الرقم \\+20 100 123 4567/
        - region "Details":
          - heading "Details" [level=2]
          - term: Address
          - definition: ١٢ شارع النخيل، الدور الثالث المعادي، القاهرة مصر
  `);
});

test('a crowded profile: few of many lines, each list with its size and every row with its place', async ({
  page,
}) => {
  await openWhole(page, ids.crowded, 'Adaeze Okafor');
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - main:
      - article:
        - /children: equal
        - heading "Adaeze Okafor" [level=1]
        - paragraph: Customer since January 2019
        - region "Contact":
          - heading "Contact" [level=2]
          - list:
            - /children: equal
            - listitem:
              - paragraph: Email Primary
              - paragraph: ada.1@example.com
            - listitem:
              - paragraph: Mobile Primary
              - paragraph: (312) 555-0100
            - listitem:
              - paragraph: Email
              - paragraph: orders.2@example.org
            - listitem:
              - paragraph: Email
              - paragraph: events.3@example.com
            - listitem:
              - paragraph: Email
              - paragraph: team.4@example.org
            - listitem:
              - paragraph: Email
              - paragraph: a.okafor.5@example.com
          - button "Show 34 more"
        - region "Attributes 300":
          - heading "Attributes 300" [level=2]
          - button "Add attribute"
          - search:
            - searchbox "Find an attribute"
            - combobox "Show"
          - list "Attributes 300":
            - listitem:
              - paragraph: last_purchase_shoes_0
              - text: 2019-01-05
              - button "Copy last_purchase_shoes_0"
              - button "Edit last_purchase_shoes_0"
            - listitem:
              - paragraph: coatsSpend1
              - text: "49.35"
            - listitem:
              - paragraph: "survey 2021 #2 object"
              - button "Show all"
          - button /^\\d+ empty$/
          - button "Arrange"
        - region "Details"
        - group "View"
  `);
  // Chromium tells them to the screen reader as they stand here; the rows are neighbours, though most are missing.
  const rows = page.getByRole('list', { name: 'Attributes 300' }).getByRole('listitem');
  const places = await rows.evaluateAll((items) =>
    items.map(({ ariaPosInSet, ariaSetSize }) => [Number(ariaPosInSet), Number(ariaSetSize)]),
  );
  const sizes = new Set(places.map(([, size]) => size));
  expect(sizes.size).toBe(1);
  expect([...sizes][0]).toBeGreaterThan(250);
  expect(places.map(([place]) => place)).toEqual(places.map((_, index) => index + 1));
  expect(places.length).toBeLessThan(60);
});

test('what a save did is said by itself, politely when it worked and at once when it needs an answer', async ({
  page,
}) => {
  await openWhole(page, ids.maya, 'Maya Lindqvist');
  await (await edit(page, 'loyaltyPoints')).fill('many');
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toMatchAriaSnapshot(`
    - region "Unsaved changes":
      - paragraph: 1 unsaved change
      - button "Discard"
      - button "Save"
  `);
  await save(page);
  await expect(page.getByRole('alert')).toHaveText(/1 attribute needs a correction/);
  await page.getByLabel('Value of loyaltyPoints').fill('12');
  await save(page);
  await expect(page.getByRole('status').filter({ hasText: 'saved' })).toMatchAriaSnapshot(`
    - status:
      - paragraph: 1 attribute saved
      - button /^Undo/
      - button /^Copy/
      - button "Dismiss"
  `);
  await expect(page.getByRole('alert')).toHaveCount(0);

  await page.getByRole('button', { name: 'Hide personal data' }).click();
  await expect(page.getByRole('group', { name: 'View' }).getByRole('status')).toHaveText(
    /^Personal data is hidden on the screen\./,
  );
});

test('headings make an outline without a gap, and every landmark has a name', async ({
  page,
  demo,
}) => {
  await openWhole(page, ids.maya, 'Maya Lindqvist', demo.origin);
  const outline = await page
    .getByRole('heading')
    .evaluateAll((headings) =>
      headings.map(({ tagName, textContent }) => `${tagName} ${textContent}`),
    );
  expect(outline).toEqual([
    'H1 Maya Lindqvist',
    'H2 Contact',
    'H2 Attributes 15',
    'H3 Service 2',
    'H3 Loyalty 3',
    'H3 Orders 4',
    'H3 Preferences 4',
    'H2 Details',
  ]);
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('search')).toHaveCount(1);
  for (const name of ['Contact', 'Attributes 15', 'Details'])
    await expect(page.getByRole('region', { name, exact: true })).toHaveCount(1);
  await expect(page.getByRole('region')).toHaveCount(3);
});
