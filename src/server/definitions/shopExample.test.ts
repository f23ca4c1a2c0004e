import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDefinitions } from '#src/contract/definitions/definitions.ts';
import { readCustomer } from '#src/contract/customer.ts';
import { createWorld } from '#src/dev/createWorld.ts';
import { loadDefinitions } from './loadDefinitions.ts';

const example = join(import.meta.dirname, '../../../examples/shop-attributes.schema.json');
const { text, rules } = loadDefinitions(example);
const { byKey, groups } = readDefinitions(text);

async function attributesOf(id: string) {
  const response = await createWorld().fetch(`/api/customers/${id}`);
  return readCustomer(await response.text()).customAttributes ?? [];
}

const broken = async (id: string) =>
  (await attributesOf(id))
    .filter(({ key, json }) => rules.check(key, json).length > 0)
    .map(({ key }) => key);

it('describes every attribute of the customer that the demo opens', async () => {
  const attributes = await attributesOf('maya-lindqvist-0001');
  expect(attributes.filter(({ key }) => !byKey.has(key))).toEqual([]);
  for (const { key, label } of byKey.values())
    expect([key, label]).toEqual([key, expect.any(String)]);
  expect(groups).toEqual(['Service', 'Loyalty', 'Orders', 'Preferences']);
});

it('has a value that breaks its rule, one that is no longer in the list, and others that are right', async () => {
  expect(await broken('maya-lindqvist-0001')).toEqual(['shoeSize', 'preferredStore']);
  expect(await broken('OOrlNMXeS72gs_WEX2TtMg')).toEqual(['membershipTier']);
  for (const id of ['cust-daniel-reyes', 'cust-suharto', 'cust-wilhelmina', 'cust-aoife-osullivan'])
    expect([id, await broken(id)]).toEqual([id, []]);
});

it('shows what definitions can do', () => {
  const all = [...byKey.values()];
  expect(all.some(({ ownedByLookup }) => ownedByLookup)).toBe(true);
  expect(all.some(({ readOnly }) => readOnly)).toBe(true);
  expect(all.some(({ required }) => required)).toBe(true);
  expect(all.some(({ hidden }) => hidden)).toBe(true);
  expect(all.some(({ multiline }) => multiline)).toBe(true);
  expect(all.some(({ unit }) => unit)).toBe(true);
  expect(all.some(({ currency }) => currency)).toBe(true);
  expect(all.some(({ properties }) => properties.length > 0)).toBe(true);
  expect(all.some(({ items }) => items)).toBe(true);
  expect(new Set(all.map(({ format }) => format))).toContain('date-time');
});
