import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer, Email, Phone } from '#src/contract/customer.ts';
import { reader } from '#src/ui/reader.ts';
import { actionsOf } from './actions.ts';
import { asText } from './asText.ts';
import { fillLink, readLinks } from './brandLinks.tsx';
import { contactLines, type ContactLine } from './contactLines.ts';
import { hintsOf } from './hints.ts';
import { clockIn, placeOf } from './localTime.ts';
import { display } from './numbers.ts';

type Fields = Omit<Customer, 'id'>;

const linesOf = (fields: Fields) => contactLines({ id: 'maya', ...fields });

function firstLine(fields: Fields): ContactLine {
  const [line] = linesOf(fields);
  if (!line) throw new Error('There is no line.');
  return line;
}

const ofPhone = (phone: Phone) => firstLine({ phones: [phone] });

describe('a number for people', () => {
  it.each([
    ['+447700900123', 'GB', '07700 900123'],
    ['+447700900123', 'US', '+44 7700 900123'],
    ['+12125550142', 'US', '(212) 555-0142'],
    ['+14165550133', 'US', '(416) 555-0133'],
    ['+12125550142', 'XX', '+1 212 555 0142'],
    ['+4477', 'US', '+4477'],
    ['ask for Maya', 'US', 'ask for Maya'],
  ])('%s for a reader in %s', (normalized, region, shown) => {
    expect(display(ofPhone({ normalized }), region)).toBe(shown);
  });

  it('reads a national number in the region that Gladly holds', () => {
    expect(display(ofPhone({ original: '020 7946 0018', regionCode: 'gb' }), 'US')).toBe(
      '+44 20 7946 0018',
    );
  });

  it('leaves addresses as they are', () => {
    expect(display(firstLine({ emails: [{ original: '+447700900123' }] }), 'US')).toBe(
      '+447700900123',
    );
  });
});

describe('what can be done', () => {
  const hrefs = (fields: Fields) => actionsOf(firstLine(fields)).map(({ href }) => href);

  it.each<[string, Fields, string[]]>([
    ['mail', { emails: [{ original: 'maya@example.com' }] }, ['mailto:maya@example.com']],
    [
      'mail to an address with signs of its own',
      { emails: [{ original: 'a+b?cc=x&y%@example.com' }] },
      ['mailto:a%2Bb%3Fcc%3Dx%26y%25@example.com'],
    ],
    ['no mail to what is no address', { emails: [{ original: 'javascript:alert(1)' }] }, []],
    [
      'a call with its extension (RFC 3966)',
      { phones: [{ normalized: '+12125550142', extension: '40 21' }] },
      ['tel:+12125550142;ext=4021'],
    ],
    [
      'a call to a national number',
      { phones: [{ original: '020 7946 0018', regionCode: 'GB' }] },
      ['tel:+442079460018'],
    ],
    ['a call to what cannot be read', { phones: [{ original: '0123 / 4' }] }, []],
    ['a call to a short number', { phones: [{ original: '0 12-34' }] }, ['tel:01234']],
    [
      'a text where SMS is a channel, and WhatsApp',
      {
        phones: [{ normalized: '+447700900123' }],
        channels: [
          { type: 'SMS', address: '+447700900123' },
          { type: 'WHATSAPP', address: '+447700900123' },
        ],
      },
      ['tel:+447700900123', 'sms:+447700900123', 'https://wa.me/447700900123'],
    ],
    [
      'no text where it is forbidden',
      {
        phones: [{ normalized: '+447700900123', smsPreference: 'FORBIDDEN' }],
        channels: [{ type: 'SMS', address: '+447700900123' }],
      },
      ['tel:+447700900123'],
    ],
    [
      'WhatsApp alone',
      { channels: [{ type: 'WHATSAPP', address: '+44 7700 900123' }] },
      ['https://wa.me/447700900123'],
    ],
    ['nothing from here', { channels: [{ type: 'FACEBOOK', address: 'maya' }] }, []],
  ])('%s', (_, fields, expected) => {
    expect(hrefs(fields)).toEqual(expected);
  });

  it('marks a text that the customer has not agreed to, and what Gladly did not send', () => {
    expect(actionsOf(ofPhone({ normalized: '+447700900123', smsPreference: 'OFF' }))).toEqual([
      { way: 'call', href: 'tel:+447700900123' },
      { way: 'text', href: 'sms:+447700900123', off: true },
    ]);
    const derived = { type: 'EMAIL', address: 'a@x.example', derived: true };
    expect(
      actionsOf(firstLine({ emails: [{ original: 'a@x.example' }], channels: [derived] })),
    ).toEqual([{ way: 'email', href: 'mailto:a@x.example', derived: true }]);
  });
});

describe('links of the brand', () => {
  it('encodes every value, and leaves out what would lack one', () => {
    const url = 'https://shop.example/{id}?q={email}';
    expect(fillLink(url, { id: 'a/b', email: 'ö&x@y?#' })).toBe(
      'https://shop.example/a%2Fb?q=%C3%B6%26x%40y%3F%23',
    );
    expect(fillLink(url, { id: 'a\ud800', email: 'x' })).toBe(
      'https://shop.example/a%EF%BF%BD?q=x',
    );
    for (const id of ['', '.', '..', undefined])
      expect(fillLink(url, { id, email: 'x' })).toBeUndefined();
  });

  it('stays where the brand said, whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (id) => {
        const href = fillLink('https://shop.example/a/{id}/b?q={id}', { id });
        const { origin, pathname, hash } = new URL(href ?? 'https://shop.example/a/x/b');
        expect([origin, pathname.split('/').length, hash]).toEqual(['https://shop.example', 4, '']);
      }),
    );
  });

  it('takes what is no list of links for none', () => {
    for (const json of [undefined, '', '{', '{}', '[1]']) expect(readLinks(json)).toEqual([]);
  });
});

describe('hints', () => {
  const whats = (fields: Fields) => hintsOf(linesOf(fields)).map(({ what }) => what);
  const email = (original: string, normalized = original.toLowerCase()) => ({
    emails: [{ original, normalized }],
  });
  const phone = (fields: Phone) => ({ phones: [fields] });
  const emails = (...list: string[]) =>
    list.map((original, index): Email => ({ original, primary: index === 0 }));
  const phones = (...list: string[]) =>
    list.map((normalized, index): Phone => ({ normalized, primary: index === 0 }));

  it.each<[string, Fields, RegExp]>([
    [
      'another address',
      email('maya@example.com', 'maja@example.com'),
      /^Entered as maya@.*another/,
    ],
    ['a mistyped domain', email('maya@gmial.com'), /typing error for gmail\.com/],
    ['a mistyped ending', email('maya@hotmail.con'), /typing error for hotmail\.com/],
    [
      'another number',
      phone({ original: '020 7946 0018', normalized: '+442079460081', regionCode: 'GB' }),
      /reads as \+44 20 7946 0018/,
    ],
    [
      'another country than its region',
      phone({ original: '+1 212 555 0142', normalized: '+12125550142', regionCode: 'GB' }),
      /region is GB, but the number begins with \+1/,
    ],
    [
      'read as US for want of a region',
      phone({ original: '650 123 4567', normalized: '+16501234567' }),
      /^Entered as 650 123 4567 without a region, and so read as a US number/,
    ],
    ['too short', phone({ normalized: '+4477' }), /too short/],
    ['too long', phone({ normalized: '+44770090012345678' }), /too long/],
    ['a country that is none', phone({ normalized: '+9991234567' }), /No country/],
    ['no number', phone({ original: 'ask for Maya' }), /cannot be read as a phone number/],
    [
      'the same twice',
      { emails: [{ original: 'a@x.example', primary: true }, { original: 'A@x.example' }] },
      /holds this 2 times/,
    ],
    [
      'SMS that is forbidden',
      {
        phones: [{ normalized: '+447700900123', smsPreference: 'FORBIDDEN' }],
        channels: [{ type: 'SMS', address: '+447700900123' }],
      },
      /SMS is among the channels, but forbidden/,
    ],
    [
      'addresses a letter apart',
      { emails: emails('maya@example.com', 'mayaa@example.com') },
      /differs from maya@example\.com/,
    ],
    [
      'numbers with two digits swapped',
      { phones: phones('+447700900123', '+447700900132') },
      /differs from/,
    ],
    [
      'two primaries',
      {
        phones: phones('+447700900123', '+442079460018').map((each) => ({
          ...each,
          primary: true,
        })),
      },
      /^2 phone numbers are marked as primary/,
    ],
    [
      'no primary among several',
      { emails: [{ original: 'a@x.example' }, { original: 'bcd@x.example' }] },
      /^None of the e-mail addresses/,
    ],
  ])('%s', (_, fields, what) => {
    const found = whats(fields);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(what);
  });

  it.each<[string, Fields]>([
    ['nothing', {}],
    ['another case or grouping', email('Maya@Example.com')],
    [
      'a region of the same code',
      phone({ original: '(416) 555-0133', normalized: '+14165550133', regionCode: 'US' }),
    ],
    ['a region that nobody knows', phone({ normalized: '+14165550133', regionCode: 'XK9' })],
    [
      'an international number without a region',
      phone({ original: '+44 20 7946 0018', normalized: '+442079460018' }),
    ],
    [
      'real neighbours of well-known domains',
      { emails: emails('a@mail.com', 'bcd@ymail.com', 'efg@gmail.com') },
    ],
    [
      'addresses in series',
      { emails: emails('ada.1@example.com', 'ada.11@example.com', 'ada.2@example.com') },
    ],
    ['numbers in series', { phones: phones('+13125550101', '+13125550102', '+13125550103') }],
    ['one point, not primary', { emails: [{ original: 'a@x.example', primary: false }] }],
  ])('says nothing of %s', (_, fields) => {
    expect(whats(fields)).toEqual([]);
  });
});

describe('local time', () => {
  // Winter: London at 12:00.
  const noon = Date.UTC(2026, 0, 14, 12);
  const clock = (zones: string[], now = noon) =>
    clockIn(zones, now, { locale: 'en-GB', zone: 'UTC' });
  const place = (phone: Phone, attribute?: [string, string]) =>
    placeOf(ofPhone(phone), {
      id: 'maya',
      ...(attribute && { customAttributes: [{ key: attribute[0], json: attribute[1] }] }),
    });

  it('is one time where all zones agree, else a range from the earliest to the latest', () => {
    expect(clock(['Europe/London', 'Africa/Accra'])).toMatchObject({
      times: 1,
      quiet: 'nowhere',
    });
    expect(clock(['Europe/London'])?.range).toBe('12:00');
    expect(clock(['America/New_York', 'Pacific/Honolulu', 'America/Chicago'])).toEqual({
      range: '02:00–07:00',
      times: 3,
      quiet: 'everywhere',
    });
    expect(clock([])).toBeUndefined();
  });

  it('is quiet only where it is so in every place that this may be', () => {
    const us = place({ normalized: '+12125550142', regionCode: 'US' }).zones;
    const quietAt = (hour: number) => clock([...us], Date.UTC(2026, 0, 14, hour))?.quiet;
    const quiet = Array.from({ length: 24 }, (_, hour) => quietAt(hour));
    // 15:00 in New York is 10:00 in Honolulu; 3:00 in New York is 22:00 in Honolulu.
    expect([quietAt(20), quietAt(8), quietAt(14)]).toEqual(['nowhere', 'everywhere', 'somewhere']);
    expect(quiet.filter((how) => how === 'everywhere').length).toBeLessThan(8);
  });

  it('names regions in the language of the sentence, whatever the reader’s', () => {
    reader.locale = 'de';
    try {
      expect(place({ normalized: '+4930123456' }).why).toBe('From the number (+49): Germany.');
    } finally {
      reader.locale = undefined;
    }
  });

  it('keeps to daylight saving time and to zones off the full hour', () => {
    expect(clock(['Europe/London'], Date.UTC(2026, 6, 14, 12))?.range).toBe('13:00');
    expect(clock(['Asia/Kolkata'])?.range).toBe('17:30');
  });

  it('names the day where it is not the reader’s', () => {
    expect(clock(['Pacific/Kiritimati'], Date.UTC(2026, 0, 14, 23, 30))?.range).toMatch(/^Thu/);
    expect(clock(['Pacific/Pago_Pago'], Date.UTC(2026, 0, 14, 0, 30))?.range).toMatch(/^Tue/);
  });

  it('names both days where it crosses midnight', () => {
    expect(clock(['Pacific/Honolulu', 'Asia/Tokyo'], Date.UTC(2026, 0, 14, 16))?.range).toBe(
      'Wed 06:00 – Thu 01:00',
    );
  });

  it.each([
    [7, 'everywhere'],
    [8, 'nowhere'],
    [20, 'nowhere'],
    [21, 'everywhere'],
  ])('at %d:00 quiet hours: %s', (hour, quiet) => {
    expect(clock(['UTC'], Date.UTC(2026, 0, 14, hour))).toMatchObject({ quiet });
  });

  it.each<[string, Phone, string[], RegExp]>([
    ['its number', { normalized: '+819012345678' }, ['Asia/Tokyo'], /\(\+81\): Japan/],
    [
      'the region that Gladly holds, where the number is of several',
      { normalized: '+447700900123', regionCode: 'GB' },
      ['Europe/London'],
      /Gladly holds: United Kingdom/,
    ],
    [
      'all countries that share a code',
      { normalized: '+447700900123' },
      ['Europe/London', 'Europe/Guernsey', 'Europe/Isle_of_Man', 'Europe/Jersey'],
      /\+44 is shared by 4 countries/,
    ],
    ['nothing', { original: '5550142' }, [], /not known/],
  ])('is known from %s', (_, phone, zones, why) => {
    const found = place(phone);
    expect(found.zones).toEqual(zones);
    expect(found.why).toMatch(why);
  });

  it('has a range for a country with several zones', () => {
    const { zones } = place({ normalized: '+12125550142' });
    expect(clock([...zones])?.range).toBe('02:00–07:00');
  });

  it('takes an attribute that holds a zone for more certain', () => {
    const phone = { normalized: '+819012345678' };
    expect(place(phone, ['timeZone', '"Europe/Paris"'])).toEqual({
      zones: ['Europe/Paris'],
      why: 'From the attribute timeZone: Europe/Paris.',
    });
    for (const attribute of [
      ['timeZone', '"Europe/Atlantis"'],
      ['timeZone', '"+02:00"'],
      ['timeZone', '{"name":"Europe/Paris"}'],
      ['favourite city', '"Europe/Paris"'],
    ] as [string, string][])
      expect(place(phone, attribute).zones).toEqual(['Asia/Tokyo']);
  });
});

it('writes everything as a text to paste', () => {
  const customer: Customer = {
    id: 'maya-1',
    name: 'Maya Lindqvist',
    address: '14 Harbour Lane\nPortsmouth',
    emails: [{ original: 'b@x.example' }, { original: 'a@x.example', primary: true }, {}],
    phones: [{ normalized: '+12125550142', type: 'WORK', extension: '4021' }],
    channels: [{ type: 'FACEBOOK', address: 'maya' }],
    externalCustomerId: 'shop-1',
    externalCustomerIds: [{ key: 'lookup', json: '12345678901234567890' }],
  };
  expect(asText(customer, contactLines(customer))).toBe(
    [
      'Maya Lindqvist',
      'Email (primary): a@x.example',
      'Email: b@x.example',
      'Work phone: +1 212 555 0142 ext. 4021',
      'Facebook: maya',
      'Address:\n14 Harbour Lane\nPortsmouth',
      'Gladly ID: maya-1',
      'External ID: shop-1',
      'ID in lookup: 12345678901234567890',
    ].join('\n'),
  );
});

const value = fc.option(
  fc.oneof(
    fc.constantFrom('a@gmial.com', '+15550100', '+1 555 0100', '٠١٠١٢٣٤٥٦', 'US', 'GB', 'SMS'),
    fc.string({ unit: 'binary', maxLength: 24 }),
    fc.stringMatching(/^\+?\d{1,16}$/),
  ),
  { nil: undefined },
);

it('has an answer for whatever Gladly sends', () => {
  const point = fc.record({
    original: value,
    normalized: value,
    extension: value,
    type: value,
    regionCode: value,
    smsPreference: value,
    primary: fc.boolean(),
  });
  const channel = fc.record({ type: value, address: value });
  fc.assert(
    fc.property(fc.array(point), fc.array(point), fc.array(channel), (some, more, channels) => {
      const customer = { id: 'any', emails: some, phones: more, channels } as Customer;
      const lines = contactLines(customer);
      hintsOf(lines);
      asText(customer, lines);
      for (const line of lines) {
        display(line);
        clockIn(placeOf(line, customer).zones, 0);
        for (const { href } of actionsOf(line))
          expect(new URL(href).protocol).toMatch(/^(mailto|tel|sms|https):$/);
      }
    }),
  );
});
