import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idPattern } from '#src/contract/paths.ts';
import { interpretQuery, mostSearches } from './interpret.ts';
import { readMarkedNumber } from './phoneReader.ts';
import { readPhone } from './readPhone.ts';

const understood = (text: string, region = 'US') => {
  const { interpretations, refusal } = interpretQuery(text, readPhone, region);
  return refusal ?? interpretations.map(({ by, value }) => `${by} ${value}`);
};

const phone = (value: string) => `phoneNumber ${value}`;
const external = (value: string) => `externalCustomerId ${value}`;
const own = (value: string) => `id ${value}`;

describe('e-mail addresses', () => {
  test.each([
    ['maya@example.com'],
    ['  MAYA@Example.COM\n'],
    ['Maya Lindqvist <maya@example.com>'],
    ['"Lindqvist, Maya" <maya@example.com>,'],
    ['mailto:maya@example.com'],
    ['mailto:maya%40example.com?subject=Hello'],
    ['<maya@example.com>'],
    [`'maya@example.com'`],
    ['“maya@example.com”'],
    ['maya@example.com.'],
    ['maya＠example．com'],
    ['\u200bmaya@example.com\u200b'],
    ['E-mail: maya@example.com (private)'],
  ])('%s', (text) => {
    expect(understood(text)).toEqual(['email maya@example.com']);
  });

  test.each([
    ["o'brien+shop@mail.example.co.uk", ["email o'brien+shop@mail.example.co.uk"]],
    ['用户@例子.公司', ['email 用户@例子.公司']],
    ['50%off@example.com', ['email 50%off@example.com']],
    ['a@b.example, A@B.example; c@d.example', ['email a@b.example', 'email c@d.example']],
    ['a@x.io b@x.io c@x.io d@x.io', ['email a@x.io', 'email b@x.io', 'email c@x.io']],
    ['maya@shop', [external('maya@shop')]],
    ['@maya', [external('@maya')]],
    ['maya@@example.com', [external('maya@@example.com')]],
  ])('%s', (text, expected) => {
    expect(understood(text)).toEqual(expected);
  });
});

describe('phone numbers', () => {
  test.each([
    ['(415) 555-0100', 'US', '+14155550100'],
    ['(415) 555-0100 x12', 'US', '+14155550100'],
    ['415 555 0100 ext. 12', 'US', '+14155550100'],
    ['+1 415 555 0100,,12', 'US', '+14155550100'],
    ['1 (415) 555-0100', 'US', '+14155550100'],
    ['tel:+14155550100', 'DE', '+14155550100'],
    ['tel:+1-415-555-0100;ext=12', 'US', '+14155550100'],
    ['Phone: 415 555 0100', 'US', '+14155550100'],
    ['+1 (415) 555‑0100', 'US', '+14155550100'],
    ['\u202a+1 415 555 0100\u202c', 'US', '+14155550100'],
    ['＋１ ４１５ ５５５ ０１００', 'US', '+14155550100'],
    ['+٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨', 'US', '+442079460958'],
    ['+44 20 7946 0958', 'US', '+442079460958'],
    ['+44 (0)20 7946 0958', 'US', '+442079460958'],
    ['(+44) 20 7946 0958', 'US', '+442079460958'],
    ['0044 20 7946 0958', 'US', '+442079460958'],
    ['0044 20 7946 0958', 'GB', '+442079460958'],
    ['011 44 20 7946 0958', 'US', '+442079460958'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['030 / 1234 567', 'DE', '+49301234567'],
    ['+800 1234 5678', 'US', '+80012345678'],
    ['<+1 415 555 0100>,', 'US', '+14155550100'],
  ])('%s in %s is unmistakable', (text, region, value) => {
    expect(understood(text, region)).toEqual([phone(value)]);
  });

  test.each([
    ['4155550100', 'US', [phone('+14155550100'), external('4155550100'), own('4155550100')]],
    ['٤١٥٥٥٥٠١٠٠', 'US', [phone('+14155550100'), external('٤١٥٥٥٥٠١٠٠')]],
    ['415.555.0100', 'US', [phone('+14155550100'), external('415.555.0100')]],
    ['415-555-0100', 'US', [phone('+14155550100'), external('415-555-0100')]],
    ['4155550100', 'DE', [phone('+494155550100'), phone('+14155550100'), external('4155550100')]],
    ['415 555 0100', 'DE', [phone('+494155550100'), phone('+14155550100')]],
    ['4155550100', '419', [phone('+14155550100'), external('4155550100'), own('4155550100')]],
    ['442079460958', 'US', [phone('+442079460958'), external('442079460958'), own('442079460958')]],
    ['12345', 'DE', [external('12345'), own('12345')]],
    ['5550100', 'US', [external('5550100'), own('5550100')]],
    ['1234 5678 9012 3456 7', 'US', [external('1234 5678 9012 3456 7')]],
    ['12x34', 'US', [own('12x34'), external('12x34')]],
    ['+1 555', 'US', 'phone'],
    ['(415) 555', 'US', 'phone'],
    ['+1 415 555 010099999', 'US', 'phone'],
  ])('%s in %s', (text, region, expected) => {
    expect(understood(text, region)).toEqual(expected);
  });

  test.each([
    ['415 555 0100', 'US', { display: '+1 415 555 0100', region: 'US', assumed: true }],
    ['+1 415 555 0100', 'DE', { display: '+1 415 555 0100', region: 'US', assumed: false }],
    ['0044 20 7946 0958', 'US', { display: '+44 20 7946 0958', region: 'GB', assumed: false }],
    ['011 44 20 7946 0958', 'US', { display: '+44 20 7946 0958', region: 'GB', assumed: false }],
    ['+800 1234 5678', 'US', { display: '+800 1234 5678', assumed: false }],
  ])('%s in %s tells how it was read', (text, region, expected) => {
    const { e164: _, ...reading } = readPhone(text, region) ?? { e164: '' };
    expect(reading).toEqual(expected);
  });

  test('names the extension that it leaves out', () => {
    const { interpretations } = interpretQuery('(415) 555-0100 x12', readPhone, 'US');
    expect(interpretations).toMatchObject([{ value: '+14155550100', extension: '12' }]);
  });

  test.each([
    ['+1 (415) 555-0100', '+14155550100'],
    ['+44 (0)20 7946 0958', undefined],
    ['(415) 555-0100', undefined],
    ['+0123456', undefined],
  ])('%s without libphonenumber', (text, expected) => {
    expect(readMarkedNumber(text, 'US')?.e164).toBe(expected);
  });
});

describe('ids', () => {
  test.each([
    ['maya-lindqvist-0001', [own('maya-lindqvist-0001'), external('maya-lindqvist-0001')]],
    [
      '"OOrlNMXeS72gs_WEX2TtMg",',
      [own('OOrlNMXeS72gs_WEX2TtMg'), external('OOrlNMXeS72gs_WEX2TtMg')],
    ],
    ['maya', [own('maya'), external('maya')]],
    ['http://127.0.0.1:4173/?customer=maya-lindqvist-0001', [own('maya-lindqvist-0001')]],
    ['https://panel.example/embed?theme=dark&customer=m-1#top', [own('m-1')]],
    ['/?customer=4155550100', [own('4155550100')]],
    ['shopify:12345', [external('shopify:12345')]],
    ['gid://shopify/Customer/12345', [external('gid://shopify/Customer/12345')]],
    ['CUST 00123', [external('CUST 00123')]],
    ['x'.repeat(50), [external('x'.repeat(50))]],
  ])('%s', (text, expected) => {
    expect(understood(text)).toEqual(expected);
  });
});

describe('what cannot be searched', () => {
  test.each([
    ['', 'empty'],
    [' \n\u200b ', 'empty'],
    ['Maya Lindqvist', 'name'],
    ['Lindqvist, Maya', 'name'],
    ['Müller', 'name'],
    ["O'Brien", 'name'],
    ['李小龙', 'name'],
    ['مريم', 'name'],
    ['who is this?', 'name'],
    ['https://example.com/orders/12345', 'web_address'],
    ['https://panel.example/?customer=a%2Fb', 'web_address'],
    ['a1'.repeat(600), 'too_long'],
  ])('%s', (text, expected) => {
    expect(understood(text)).toBe(expected);
  });
});

const forms = {
  email: /^\S+@\S+$/,
  phoneNumber: /^\+[1-9]\d{4,14}$/,
  externalCustomerId: /^\S(.*\S)?$/s,
  id: idPattern,
};

test('any text has one to three readings that Gladly takes, or a refusal', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '+',
      '(',
      ')',
      'x',
      '@',
      '.',
      ' ',
      '00',
      '415',
      '555-0100',
      '?customer=',
      '٣',
      'tel:',
      '%',
    ),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom('US', 'DE', 'JP', 'BR', '419', 'ZZ', ''), (query, region) => {
      const { interpretations, refusal } = interpretQuery(query, readPhone, region);
      expect(interpretations.length).toBeLessThanOrEqual(mostSearches);
      expect(refusal === undefined).toBe(interpretations.length > 0);
      for (const { by, value } of interpretations) {
        expect(value).toMatch(forms[by]);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('hostile texts are read in no time', () => {
  const started = performance.now();
  for (const one of [' ', '1', 'a', '@', '.', '(', '1 ', 'a.', 'a@', ', ', "'"])
    interpretQuery(`${one.repeat(990 / one.length)}!`, readPhone, 'US');
  expect(performance.now() - started).toBeLessThan(500);
});
