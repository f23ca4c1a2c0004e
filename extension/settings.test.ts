import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPanelAddress } from './origins.ts';
import { configurationOf, settle } from './settings.ts';

const pattern = 'https://acme.gladly.com/customer/:customer';

it('takes each setting from whoever stands highest', () => {
  const agent = { panelAddress: 'https://agent.example', customerAddresses: ['a'] };
  const policy = { panelAddress: 'https://policy.example' };
  expect(settle({}, {}, agent)).toEqual({
    ...agent,
    source: { panelAddress: 'agent', customerAddresses: 'agent' },
  });
  expect(settle({}, policy, agent)).toEqual({
    panelAddress: 'https://policy.example',
    customerAddresses: ['a'],
    source: { panelAddress: 'policy', customerAddresses: 'agent' },
  });
  expect(settle({ panelAddress: 'https://built.example' }, policy, agent)).toMatchObject({
    panelAddress: 'https://built.example',
    source: { panelAddress: 'build', customerAddresses: 'agent' },
  });
  // An administrator may also decide that there are none.
  expect(settle({}, { customerAddresses: [] }, agent)).toMatchObject({
    customerAddresses: [],
    source: { customerAddresses: 'policy' },
  });
});

it('leaves out what is not of its type, and nothing else', () => {
  expect(settle({}, { panelAddress: 7 }, { panelAddress: 'x', customerAddresses: 'y' })).toEqual({
    panelAddress: 'x',
    customerAddresses: [],
    source: { panelAddress: 'agent', customerAddresses: 'agent' },
  });
});

it('can be read whatever is stored, and configures nothing that is wrong', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (policy, agent) => {
      expect(configurationOf(settle({}, policy, agent))).toEqual({ addresses: [] });
    }),
  );
  const mixed = { panelAddress: 'ftp://x', customerAddresses: ['nonsense', pattern] };
  const { panelOrigin, addresses } = configurationOf(settle({}, {}, mixed));
  expect(panelOrigin).toBeUndefined();
  expect(addresses.map((address) => address.pattern)).toEqual([pattern]);
});

it.each([
  ['https://panel.example.com', 'https://panel.example.com'],
  [' https://Panel.example.com/ ', 'https://panel.example.com'],
  ['https://panel.example.com:443', 'https://panel.example.com'],
  ['https://panel.example.com:8443', 'https://panel.example.com:8443'],
  ['http://127.0.0.1:4173', 'http://127.0.0.1:4173'],
])('reads %j as the panel at %s', (text, origin) => {
  expect(readPanelAddress(text)).toEqual({ origin });
});

it.each([
  ['', 'not-an-address'],
  ['panel.example.com', 'not-an-address'],
  ['https://', 'not-an-address'],
  ['http://panel.example.com', 'not-secure'],
  ['https://*', 'not-one-site'],
  ['https://a.example;x', 'not-one-site'],
  ["https://a.example'none'", 'not-one-site'],
  ['javascript:alert(1)', 'not-one-site'],
  ['chrome-extension://pcgehniigjfniaehbnkobjpboknmpmmb', 'not-one-site'],
  ['https://panel.example.com/embed', 'more-than-an-origin'],
  ['https://panel.example.com/?host=x', 'more-than-an-origin'],
  ['https://agent@panel.example.com', 'more-than-an-origin'],
])('refuses %j as the panel’s address: %s', (text, problem) => {
  expect(readPanelAddress(text)).toEqual({ problem });
});
