import { expect, it } from 'vitest';
import { readCustomer, writeCustomer } from '#src/contract/customer.ts';
import { toCustomer } from './toCustomer.ts';
import { readProfile, readProfiles } from './wire.ts';

const map = (text: string) => toCustomer(readProfile(text));
const withFields = (fields: string) => map(`{"id":"a",${fields}}`);

it('has nothing that Gladly did not send', () => {
  expect(map('{"id":"a"}')).toEqual({ id: 'a' });
  expect(
    withFields(
      '"name":null,"emails":null,"phones":null,"customAttributes":null,"channels":null,"updatedAt":null,"unheard":null',
    ),
  ).toEqual({ id: 'a' });
  expect(withFields('"emails":[],"phones":[],"customAttributes":{},"name":""')).toEqual({
    id: 'a',
    name: '',
    emails: [],
    phones: [],
    customAttributes: [],
  });
});

it.each([
  ['"type":"OFFICE"', 'WORK'],
  ['"type":"WORK"', 'WORK'],
  ['"type":""', 'OTHER'],
  ['"original":"1"', 'OTHER'],
  ['"type":null', 'OTHER'],
  ['"type":"MOBILE"', 'MOBILE'],
  ['"type":"FAX"', 'FAX'],
  ['"type":"office"', 'office'],
])('takes the phone type %s for %s', (field, type) => {
  expect(withFields(`"phones":[{${field}}]`).phones).toEqual([expect.objectContaining({ type })]);
});

it.each([
  ['"updatedAt":"2024-01-01T00:00:00.123456789Z"', '2024-01-01T00:00:00.123456789Z'],
  ['"modifiedAt":"2024-01-02T00:00:00Z"', '2024-01-02T00:00:00Z'],
  [
    '"updatedAt":"2024-01-01T00:00:00Z","modifiedAt":"2024-01-02T00:00:00Z"',
    '2024-01-02T00:00:00Z',
  ],
  ['"updatedAt":"2024-01-01T00:00:00Z","modifiedAt":7', '2024-01-01T00:00:00Z'],
  ['"createdAt":"2024-01-01T00:00:00Z"', undefined],
])('reads the time of the last change from %s', (fields, modifiedAt) => {
  const customer = withFields(fields);
  expect(customer.modifiedAt).toBe(modifiedAt);
  expect(customer).not.toHaveProperty('updatedAt');
});

it('names what cannot be read and keeps the rest', () => {
  const customer = withFields(`
    "name":["x"],"createdAt":"yesterday","updatedAt":"2024-02-30T00:00:00Z","image":0,
    "emails":[{"original":5,"normalized":"a@b.co","primary":"yes"},7,null,{"original":"c@d.co"}],
    "phones":"12345","channels":{},"customAttributes":[],"externalCustomerIds":"x"`);
  expect(customer).toEqual({
    id: 'a',
    emails: [{ normalized: 'a@b.co' }, { original: 'c@d.co' }],
    channels: [
      { type: 'EMAIL', address: 'a@b.co', derived: true },
      { type: 'EMAIL', address: 'c@d.co', derived: true },
    ],
    unreadable: [
      'name',
      'createdAt',
      'updatedAt',
      'image',
      'emails[0].original',
      'emails[0].primary',
      'emails[1]',
      'emails[2]',
      'phones',
      'channels',
      'customAttributes',
      'externalCustomerIds',
    ],
  });
});

it('derives the channels from the contact points, each once', () => {
  const customer = withFields(`
    "emails":[{"normalized":"a@b.co","original":"A@b.co"},{"original":"a@b.co"},{"normalized":""},{}],
    "phones":[
      {"normalized":"+1","type":"MOBILE"},
      {"normalized":"+2","type":"MOBILE","smsPreference":"OFF"},
      {"normalized":"+3","type":"MOBILE","smsPreference":"FORBIDDEN"},
      {"normalized":"+4","type":"HOME","smsPreference":"ON"},
      {"normalized":"+5","type":"OFFICE"},
      {"original":"6","type":"MOBILE","smsPreference":"MAYBE"},
      {"normalized":"+1","type":"HOME"},
      {"type":"MOBILE"}]`);
  expect(customer.channels?.map(({ type, address }) => `${type} ${address}`)).toEqual([
    'EMAIL a@b.co',
    'VOICE +1',
    'SMS +1',
    'VOICE +2',
    'VOICE +3',
    'VOICE +4',
    'SMS +4',
    'VOICE +5',
    'VOICE 6',
    'SMS 6',
  ]);
  expect(customer.channels?.every(({ derived }) => derived)).toBe(true);
});

it('takes the channels that are sent as they are, none of them derived', () => {
  const emails = '"emails":[{"original":"a@b.co"}]';
  expect(withFields(`${emails},"channels":[]`).channels).toEqual([]);
  expect(
    withFields(`${emails},"channels":[{"type":"TELEGRAM","address":"@a","derived":"yes","x":1}]`)
      .channels,
  ).toEqual([{ type: 'TELEGRAM', address: '@a', x: 1 }]);
});

it('reads an upstream that already speaks the resource as it is', () => {
  const text = `{"id":"a","name":"N","emails":[{"original":"A@b.co","normalized":"a@b.co","primary":true}],"phones":[{"original":"1","normalized":"+1","type":"WORK","regionCode":"US","primary":false}],"channels":[{"type":"WHATSAPP","address":"+1"}],"address":"x","externalCustomerId":"e","createdAt":"2024-01-01T00:00:00Z","modifiedAt":"2024-01-02T00:00:00Z","customAttributes":{"10":1.0,"2":{"b":1,"1":2},"__proto__":null}}`;
  const written = writeCustomer(map(text));
  expect(JSON.parse(written)).toEqual(JSON.parse(text));
  expect(written).toContain('"customAttributes":{"10":1.0,"2":{"b":1,"1":2},"__proto__":null}');
});

it.each([
  '"unreadable":true',
  '"derived":1,"otherFields":{"a":1}',
  '"channels":[{"type":"EMAIL","derived":"no"}]',
  '"__proto__":{"name":5},"constructor":1,"toString":null,"hasOwnProperty":2',
  '"emails":[{"__proto__":{"original":5},"constructor":7,"original":"a@b.co"}]',
  '"phones":[{"__proto__":1,"type":{"a":1},"extension":12}]',
  '"customAttributes":{"customAttributes":{},"id":7}',
  '"externalCustomerIds":{"10":"x","2":7,"__proto__":"y"}',
])('the panel can read what an upstream with %s becomes', (fields) => {
  const { id, customAttributes, externalCustomerIds, otherFields, emails } = withFields(fields);
  const text = writeCustomer(withFields(fields));
  expect(readCustomer(text)).toMatchObject({
    id,
    ...(customAttributes && { customAttributes }),
    ...(externalCustomerIds && { externalCustomerIds }),
    ...(otherFields && { otherFields }),
    ...(emails && { emails: [{ original: 'a@b.co' }] }),
  });
});

it('keeps fields that nobody knows, with their exact values', () => {
  const text = writeCustomer(withFields('"riskScore":12345678901234567890,"pronouns":"she/her"'));
  expect(text).toBe('{"id":"a","riskScore":12345678901234567890,"pronouns":"she/her"}');
});

it('reads a profile whose texts contain each other, and a list of such', () => {
  const text = '{"customAttributes":{"id":"not this","x":"{\\"id\\":\\"nor this\\"}"},"id":"a"}';
  expect(readProfiles(`[${text},${text.replace('"a"', '"b"')}]`).map(({ id }) => id)).toEqual([
    'a',
    'b',
  ]);
});
