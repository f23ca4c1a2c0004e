import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinClaims, readAccessRules, rightsOf, type Claims } from './accessRules.ts';

const rules = readAccessRules(
  '{"read":[{"emailDomain":"acme.example"},{"claim":"role","has":"agent"}],"write":[{"claim":"groups","has":"leads"}]}',
);

const nothing = { mayRead: false, mayWrite: false };
const reading = { mayRead: true, mayWrite: false };
const writing = { mayRead: true, mayWrite: true };

it.each<[string, Claims, object]>([
  ['a verified address of the domain', { email: 'a@acme.example', email_verified: true }, reading],
  ['the same in capitals', { email: 'A@ACME.Example', email_verified: true }, reading],
  ['an address that is not verified', { email: 'a@acme.example' }, nothing],
  ['verified in a word', { email: 'a@acme.example', email_verified: 'true' }, nothing],
  ['a sub-domain', { email: 'a@x.acme.example', email_verified: true }, nothing],
  ['a longer domain', { email: 'a@evilacme.example', email_verified: true }, nothing],
  ['two at signs', { email: 'a@acme.example@evil.example', email_verified: true }, nothing],
  ['no at sign', { email: 'acme.example', email_verified: true }, nothing],
  ['a claim that is the word', { role: 'agent' }, reading],
  ['a claim that holds the word', { role: ['x', 'agent'] }, reading],
  ['a claim that holds it in a longer word', { role: 'agents', groups: 'xleads' }, nothing],
  ['a list in a list', { role: [['agent']] }, nothing],
  ['an object', { role: { agent: true } }, nothing],
  ['the right to write', { groups: ['leads'] }, writing],
  ['both', { role: 'agent', groups: 'leads' }, writing],
  ['no claims', {}, nothing],
])('knows the rights of an agent with %s', (_, claims, rights) => {
  expect(rightsOf(rules, claims)).toEqual(rights);
});

it('gives nothing to claims that no rule names, whatever they are', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (claims) => {
      fc.pre(!['email', 'role', 'groups'].some((name) => name in claims));
      expect(rightsOf(rules, claims)).toEqual(nothing);
    }),
  );
});

it('takes no claim from anywhere but the token', () => {
  const named = readAccessRules('{"read":[{"claim":"constructor","has":"Object"}]}');
  expect(rightsOf(named, {})).toEqual(nothing);
  const inherited = Object.create({ role: 'agent' }) as Claims;
  expect(rightsOf(rules, inherited)).toEqual(nothing);
});

it.each<[string, Claims, Claims, object]>([
  ['all in userinfo', {}, { email: 'a@acme.example', email_verified: true }, reading],
  ['all in the ID token', { email: 'a@acme.example', email_verified: true }, {}, reading],
  [
    'the same address in both, verified in one',
    { email: 'a@acme.example' },
    { email: 'a@acme.example', email_verified: true },
    reading,
  ],
  [
    'an address in the ID token, and another that is verified in userinfo',
    { email: 'a@acme.example' },
    { email: 'a@evil.example', email_verified: true },
    nothing,
  ],
  [
    'an address in the ID token, and no more than a word in userinfo',
    { email: 'a@acme.example' },
    { email_verified: true },
    nothing,
  ],
  [
    'an address that only userinfo takes for verified',
    { email: 'a@acme.example', email_verified: false },
    { email: 'a@acme.example', email_verified: true },
    nothing,
  ],
  ['groups in userinfo', { email: 'a@evil.example' }, { groups: ['leads'] }, writing],
  ['groups in both', { groups: [] }, { groups: ['leads'] }, nothing],
])('joins what the provider says: %s', (_, idToken, userinfo, rights) => {
  expect(rightsOf(rules, joinClaims(idToken, userinfo))).toEqual(rights);
});
