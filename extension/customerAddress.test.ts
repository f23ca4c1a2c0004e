import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idPattern } from '#src/contract/paths.ts';
import {
  customerIn,
  isCustomerId,
  readCustomerAddress,
  readPasted,
  type CustomerAddress,
} from './customerAddress.ts';

const panel = 'https://panel.example.com';
const id = fc.stringMatching(idPattern);

function addressOf(pattern: string): CustomerAddress {
  const address = readCustomerAddress(pattern);
  if ('problem' in address) throw new Error(`${pattern}: ${address.problem}`);
  return address;
}

describe('a pattern', () => {
  it.each([
    ['https://acme.gladly.com/customer/:customer', 'https://acme.gladly.com/customer/ID'],
    ['https://acme.gladly.com/customer/:customer', 'https://acme.gladly.com/customer/ID?tab=1#end'],
    [
      'https://acme.gladly.com/customer/:customer',
      'https://user:secret@acme.gladly.com/customer/ID',
    ],
    ['https://acme.gladly.com/customer/:customer{/*}?', 'https://acme.gladly.com/customer/ID'],
    [
      'https://acme.gladly.com/customer/:customer{/*}?',
      'https://acme.gladly.com/customer/ID/notes',
    ],
    ['https://acme.gladly.com/*/customer/:customer', 'https://acme.gladly.com/team/7/customer/ID'],
    ['https://acme.gladly.com/#/customer/:customer', 'https://acme.gladly.com/#/customer/ID'],
    ['https://acme.gladly.com/app?customer=:customer', 'https://acme.gladly.com/app?customer=ID'],
    [
      String.raw`https://acme.gladly.com/app?*customer=:customer([\w\-]+)(.*)`,
      'https://acme.gladly.com/app?tab=1&customer=ID&more=2#end',
    ],
    ['  https://acme.gladly.com/:customer\n', 'https://acme.gladly.com/ID'],
    ['http://127.0.0.1:4180/customer/:customer', 'http://127.0.0.1:4180/customer/ID'],
    ['http://localhost:4180/customer/:customer', 'http://localhost:4180/customer/ID'],
  ])('%s finds the customer of %s', (pattern, page) => {
    fc.assert(
      fc.property(id, (customer) => {
        expect(addressOf(pattern).idIn(page.replace('ID', customer))).toBe(customer);
      }),
    );
  });

  it.each([
    'https://acme.gladly.com/customer/',
    'https://acme.gladly.com/customer/a/b',
    'https://acme.gladly.com/customer/a%2Fb',
    'https://acme.gladly.com/customer/..%2fadmin',
    `https://acme.gladly.com/customer/${'a'.repeat(50)}`,
    'https://acme.gladly.com/customers/a',
    'https://acme.gladly.com:8443/customer/a',
    'http://acme.gladly.com/customer/a',
    'https://acme.gladly.com.example.com/customer/a',
    'https://example.com/https://acme.gladly.com/customer/a',
    'about:blank',
    'chrome://newtab/',
    '',
  ])('finds nobody in %j', (page) => {
    expect(addressOf('https://acme.gladly.com/customer/:customer').idIn(page)).toBeUndefined();
  });

  it.each([
    ['', 'not-an-address'],
    ['/customer/:customer', 'not-an-address'],
    ['acme.gladly.com/customer/:customer', 'not-an-address'],
    ['https://acme.gladly.com/customer/:customer(', 'not-an-address'],
    ['https://acme.gladly.com/:customer/:customer', 'not-an-address'],
    ['https://*.gladly.com/customer/:customer', 'not-one-site'],
    ['https://:customer.gladly.com/', 'not-one-site'],
    ['https://{a,b}.gladly.com/:customer', 'not-one-site'],
    ['https://acme.gladly.com:*/:customer', 'not-one-site'],
    ['http{s}?://acme.gladly.com/:customer', 'not-one-site'],
    ['*://acme.gladly.com/:customer', 'not-one-site'],
    ['file:///home/:customer', 'not-one-site'],
    ['chrome://settings/:customer', 'not-one-site'],
    ['http://acme.gladly.com/customer/:customer', 'not-secure'],
    ['http://127.0.0.1.example.com/:customer', 'not-secure'],
    ['https://acme.gladly.com/customer/*', 'no-customer'],
    ['https://acme.gladly.com/customer/:customerId', 'no-customer'],
    [String.raw`https://acme.gladly.com/customer/\:customer`, 'no-customer'],
    [`https://acme.gladly.com/${'a'.repeat(500)}/:customer`, 'too-long'],
  ])('%j is refused: %s', (pattern, problem) => {
    expect(readCustomerAddress(pattern)).toEqual({ problem });
  });

  it('names one site, as the browser is asked for it', () => {
    expect(addressOf('https://ACME.gladly.com:443/:customer').origin).toBe(
      'https://acme.gladly.com',
    );
    expect(addressOf('https://bücher.example/:customer').origin).toBe(
      'https://xn--bcher-kva.example',
    );
    expect(addressOf('http://localhost:4180/:customer').origin).toBe('http://localhost:4180');
  });

  it('is read or refused, whatever is written, and finds no id that is none', () => {
    const written = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            'https:',
            '//',
            'a.example',
            ':',
            ':customer',
            '*',
            '{',
            '}',
            '?',
            '(',
            ')',
            '\\',
            '/',
            '#',
            '=',
            '+',
            '443',
            '@',
          ),
        )
        .map((parts) => parts.join('')),
      fc
        .array(fc.constantFrom('*', '{/*}?', '(.+)', '/', 'x', '?', '#'))
        .map((parts) => `https://a.example/:customer${parts.join('')}`),
    );
    fc.assert(
      fc.property(written, fc.oneof(fc.webUrl(), fc.string()), (pattern, page) => {
        const address = readCustomerAddress(pattern);
        if ('problem' in address) return;
        expect(address.origin).toMatch(
          /^https:\/\/[a-z0-9.-]+(:\d+)?$|^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/,
        );
        for (const asked of [page, `${address.origin}/${page}`]) {
          expect(address.idIn(asked) ?? 'nobody').toMatch(idPattern);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

it('knows an id as the panel’s server does', () => {
  fc.assert(
    fc.property(fc.oneof(id, fc.string(), fc.string({ minLength: 48, maxLength: 51 })), (text) => {
      expect(isCustomerId(text)).toBe(idPattern.test(text));
    }),
  );
});

it('takes the first pattern that finds a customer', () => {
  const addresses = [
    addressOf('https://a.example/:kind/:customer'),
    addressOf('https://a.example/old/:customer/notes'),
    addressOf('https://b.example/:customer'),
  ];
  expect(customerIn(addresses, 'https://a.example/old/one/notes')).toBe('one');
  expect(customerIn(addresses, 'https://b.example/two')).toBe('two');
  expect(customerIn(addresses, 'https://c.example/three')).toBeUndefined();
  expect(customerIn(addresses, undefined)).toBeUndefined();
  expect(customerIn([], 'https://a.example/x/one')).toBeUndefined();
});

describe('what an agent pastes', () => {
  const addresses = [addressOf('https://acme.gladly.com/customer/:customer{/*}?')];
  const blanks = fc.stringMatching(/^[ \t\n\u00a0]*$/);

  it('is an id, or a link to a customer, with blanks around it or not', () => {
    fc.assert(
      fc.property(id, blanks, blanks, (customer, before, after) => {
        for (const text of [
          customer,
          `https://acme.gladly.com/customer/${customer}/history?tab=1`,
          `${panel}/?customer=${customer}`,
          `${panel}/embed?host=https://desk.example.com&customer=${customer}`,
        ])
          expect(readPasted(addresses, panel, `${before}${text}${after}`)).toBe(customer);
      }),
    );
  });

  it.each([
    '',
    '   ',
    'maya@example.com',
    '+1 415 555 0133',
    'two words',
    'https://acme.gladly.com/orders/1',
    'https://elsewhere.example/?customer=one',
    'https://panel.example.com.elsewhere.example/?customer=one',
    'https://panel.example.com/?customer=a/b',
    'javascript:alert(1)',
  ])('%j names nobody', (text) => {
    expect(readPasted(addresses, panel, text)).toBeUndefined();
  });

  it('never becomes anything but an id', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.string().map((end) => `${panel}/?customer=${end}`),
    );
    fc.assert(
      fc.property(text, (pasted) => {
        expect(readPasted(addresses, panel, pasted) ?? 'nobody').toMatch(idPattern);
      }),
      { numRuns: 1_000 },
    );
  });
});
