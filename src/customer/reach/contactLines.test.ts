import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel, Customer, Email, Phone } from '#src/contract/customer.ts';
import { contactLines } from './contactLines.ts';

const customer = (fields: Omit<Customer, 'id'>): Customer => ({ id: 'maya', ...fields });

/** Each line as one text: what it is, its value, how many entries it joins, and its channels. */
const shapeOf = (fields: Omit<Customer, 'id'>) =>
  contactLines(customer(fields)).map(({ kind, value, emails, phones, channels }) =>
    [kind, value, emails.length + phones.length, ...channels.map(({ type }) => type)].join(' '),
  );

describe('one line for each contact point', () => {
  it.each<[string, Omit<Customer, 'id'>, string[]]>([
    ['nothing', {}, []],
    [
      'joins channels by value, not by spelling',
      {
        emails: [{ original: 'Maya@Example.com', normalized: 'maya@example.com' }],
        phones: [{ original: '020 7946 0018', normalized: '+442079460018' }],
        channels: [
          { type: 'EMAIL', address: ' MAYA@example.com' },
          { type: 'VOICE', address: '+44 20 7946 0018' },
          { type: 'WHATSAPP', address: '+44 (20) 7946-0018' },
          { type: 'CHAT', address: 'maya@example.com' },
        ],
      },
      ['email maya@example.com 1 EMAIL CHAT', 'phone +442079460018 1 VOICE WHATSAPP'],
    ],
    [
      'takes the original where nothing is normalized',
      { phones: [{ original: '+1 312 555 0190' }], channels: [{ address: '+13125550190' }] },
      ['phone +1 312 555 0190 1 '],
    ],
    [
      'primary first, else addresses, numbers, channels in their order',
      {
        emails: [{ original: 'a@x.example' }, { original: 'b@x.example', primary: true }],
        phones: [{ original: '+15550100' }, { original: '+15550101', primary: true }],
        channels: [{ type: 'CHAT' }],
      },
      [
        'email b@x.example 1',
        'phone +15550101 1',
        'email a@x.example 1',
        'phone +15550100 1',
        'channel  0 CHAT',
      ],
    ],
    [
      'the same point twice',
      {
        emails: [{ original: 'a@x.example' }, { original: 'A@X.example', primary: true }],
        phones: [
          { original: '+1 555 0100', type: 'HOME' },
          { normalized: '+15550100', type: 'WORK' },
        ],
      },
      ['email a@x.example 2', 'phone +1 555 0100 2'],
    ],
    [
      'another extension is another telephone',
      {
        phones: [
          { normalized: '+15550100', extension: '1' },
          { normalized: '+15550100', extension: '2' },
        ],
        channels: [{ type: 'VOICE', address: '+15550100' }],
      },
      ['phone +15550100 1 VOICE', 'phone +15550100 1'],
    ],
    [
      'channels without a contact point, one line for each way',
      {
        channels: [
          { type: 'FACEBOOK', address: 'maya' },
          { type: 'INSTAGRAM', address: 'maya' },
          { type: 'VOICE', address: '+15550100' },
          { type: 'SMS', address: '+1 555 0100' },
          { type: 'EMAIL', address: 'a@x.example' },
          {},
        ],
      },
      [
        'channel maya 0 FACEBOOK',
        'channel maya 0 INSTAGRAM',
        'channel +15550100 0 VOICE SMS',
        'channel a@x.example 0 EMAIL',
        'channel  0 ',
      ],
    ],
    [
      'entries without a value are never taken for one another',
      { emails: [{}, {}], phones: [{}, { type: 'PAGER' }] },
      ['email  1', 'email  1', 'phone  1', 'phone  1'],
    ],
  ])('%s', (_, fields, lines) => {
    expect(shapeOf(fields)).toEqual(lines);
  });
});

const value = fc.option(
  fc.oneof(
    fc.constantFrom('a@x.example', 'A@x.example ', '+15550100', '+1 555 0100', '٠١٠', 'toString'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  ),
  { nil: undefined },
);
const primary = fc.option(fc.boolean(), { nil: undefined });
const points = fc.array(
  fc.record({ original: value, normalized: value, extension: value, primary, type: value }),
);
const channels = fc.array(fc.record({ type: value, address: value }));

it('holds every entry in exactly one line, whatever they are', () => {
  fc.assert(
    fc.property(points, points, channels, (emails, phones, list) => {
      const lines = contactLines({ id: 'maya', emails, phones, channels: list } as Customer);
      const sorted = (all: (Email | Phone | Channel)[], given: object[]) =>
        all.toSorted((a, b) => given.indexOf(a) - given.indexOf(b));
      const all = <T>(of: (line: (typeof lines)[number]) => T[]) => lines.flatMap(of);
      expect(
        sorted(
          all((line) => line.emails),
          emails,
        ),
      ).toEqual(emails);
      expect(
        sorted(
          all((line) => line.phones),
          phones,
        ),
      ).toEqual(phones);
      expect(
        sorted(
          all((line) => line.channels),
          list,
        ),
      ).toEqual(list);
      expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
      for (const line of lines) {
        expect(line.kind === 'email').toBe(line.emails.length > 0);
        expect(line.kind === 'phone').toBe(line.phones.length > 0);
      }
      const primaries = lines.map(({ primary: first }) => first);
      expect(primaries).toEqual(primaries.toSorted((a, b) => Number(b) - Number(a)));
    }),
  );
});
