import { expect, it } from 'vitest';
import { readSeeds } from '../readSeeds.ts';
import { testClient } from '../testClient.ts';
import { documented } from './documented.ts';
import { everyJson } from './everyJson.ts';
import { seedProfiles } from './seedProfiles.ts';
import { elementsOf, membersOf } from '../json.ts';

it('answers every built-in profile under its id', async () => {
  const { control, get } = testClient();
  const ids = control.ids();
  expect(ids).toHaveLength(19);
  for (const id of ids) {
    const response = await get(id);
    expect([id, response.status]).toEqual([id, id === 'merged-away-0007' ? 301 : 200]);
  }
  expect(control.profileText('only-an-id-0002')).toBe('{"id":"only-an-id-0002"}');
});

it('answers the documented profiles as documented, without a primary that is false', async () => {
  const { get } = testClient();
  for (const text of documented) {
    const expected: unknown = JSON.parse(text.replaceAll(',"primary":false', ''));
    const { id } = expected as { id: string };
    expect(await (await get(id)).json()).toEqual(expected);
  }
});

it('keeps broken and unknown data as it was given', async () => {
  const { control } = testClient();
  const given = new Map(
    elementsOf(seedProfiles).map((text) => [membersOf(text).get('id'), membersOf(text)]),
  );
  const kept = (id: string, ...fields: string[]) => {
    const answered = membersOf(control.profileText(id));
    for (const field of fields) {
      expect(answered.get(field)).toBe(given.get(JSON.stringify(id))?.get(field));
    }
    return answered;
  };
  const unknown = kept(
    'unknown-enums-0008',
    'channels',
    'riskScore',
    'relationships',
    'modifiedAt',
    'createdAt',
  );
  expect(unknown.get('phones')).toBe(
    '[{"original":"+1 312 555 0190","type":"FAX","normalized":"+13125550190","regionCode":"US"},' +
      '{"original":"+1 312 555 0191","type":"MOBILE","smsPreference":"MAYBE","carrier":{"name":"Example Mobile"},"normalized":"+13125550191","regionCode":"US"}]',
  );
  const broken = kept('broken-0009', 'emails', 'address', 'createdAt', 'customAttributes');
  expect(broken.get('phones')).toBe(
    '[null,5550100,{"original":"+44 7700 900456","regionCode":"GB","type":"MOBILE","normalized":"+447700900456"}]',
  );
  kept('every-json-0006', 'customAttributes');
  kept('crowded-0003', 'emails', 'phones', 'customAttributes');
});

it('holds a crowd, and every kind of JSON', () => {
  const { control } = testClient();
  const crowd = JSON.parse(control.profileText('crowded-0003')) as { emails: []; phones: [] };
  expect(crowd.emails.length + crowd.phones.length).toBe(40);
  expect(control.attributes('crowded-0003')).toHaveLength(300);
  const every = new Map(control.attributes('every-json-0006'));
  expect([...every.keys()].slice(1, 7)).toEqual([
    '10',
    '2',
    '007',
    '4294967295',
    '__proto__',
    'constructor',
  ]);
  expect(every.get('minus zero')).toBe('-0');
  expect(every.get('beyond a double')).toBe('12345678901234567890');
  expect(every.get('lone surrogate')).toBe(String.raw`"\ud800 and \udfff"`);
  expect(every.get('twenty levels')?.match(/[[{]/g)).toHaveLength(20);
  expect(every.get('long word')).toHaveLength(2002);
  expect([...every.keys()].some((key) => key.length === 300)).toBe(true);
  expect(membersOf(everyJson).get('id')).toBe('"every-json-0006"');
});

it('fills in what the server would, and leaves alone what it cannot read', () => {
  const [profile] = readSeeds(
    '[{"emails":[{"original":"A@B.co","primary":false},{"original":"x","primary":false},7],' +
      '"phones":[{"original":"650 123 4567","primary":true},{"original":"nonsense"}]}]',
  ).profiles;
  expect(profile?.id).toMatch(/^[\w-]{22}$/);
  expect([...(profile?.fields ?? [])].slice(0, 2)).toEqual([
    ['emails', '[{"original":"A@B.co","normalized":"a@b.co"},{"original":"x","primary":false},7]'],
    [
      'phones',
      '[{"original":"650 123 4567","primary":true,"normalized":"+16501234567","regionCode":"US","type":""},{"original":"nonsense"}]',
    ],
  ]);
});

it('names every entry that cannot be used', () => {
  expect(() =>
    readSeeds('[1,{"id":2},{"id":"a"},{"id":"a"},{"id":"b/c"},{"id":"d","mergedInto":1}]'),
  ).toThrow(
    'entry 0 is no object; entry 1 has no usable id; entry 3 has the id of an earlier entry; ' +
      'entry 4 has no usable id; entry 5 has a mergedInto that is no id',
  );
  expect(() => readSeeds('{}')).toThrow('it is no array of profiles');
  expect(() => readSeeds('[')).toThrow('it is not valid JSON');
});
