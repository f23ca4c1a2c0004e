const sharedLine = { normalized: '+14155550133', original: '(415) 555-0133', regionCode: 'US' };

const sharing = (suffix: 'a' | 'b', name: string, updatedAt: string) =>
  JSON.stringify({
    name,
    emails: [
      { normalized: `shared.${suffix}@example.com`, original: `shared.${suffix}@example.com` },
    ],
    phones: [{ ...sharedLine, type: 'HOME' }],
    id: `shared-line-0010${suffix}`,
    createdAt: '2022-02-02T08:00:00Z',
    updatedAt,
  });

/** Profiles that hold next to nothing, what nobody documented, what is broken, or what others hold too. */
export const oddities: readonly string[] = [
  '{"id":"only-an-id-0002"}',
  '{"id":"merged-away-0007","mergedInto":"maya-lindqvist-0001"}',
  String.raw`{"name":"Uma Unknown",
 "emails":[{"original":"uma@example.com","primary":true,"verified":"PENDING"}],
 "phones":[{"original":"+1 312 555 0190","type":"FAX"},
  {"original":"+1 312 555 0191","type":"MOBILE","smsPreference":"MAYBE","carrier":{"name":"Example Mobile"}}],
 "channels":[{"type":"EMAIL","address":"uma@example.com"},{"type":"WHATSAPP","address":"+13125550191"},
  {"type":"TELEGRAM","address":"@uma-example"}],
 "pronouns":"she/her","riskScore":12345678901234567890,"relationships":[{"kind":"HOUSEHOLD","id":"maya-lindqvist-0001"}],
 "customAttributes":{"tier":"unobtainium"},
 "id":"unknown-enums-0008","createdAt":"2024-05-05T05:05:05.5Z","modifiedAt":"2025-05-05T05:05:05.05Z"}`,
  String.raw`{"name":"Bruno Broken","address":42,"emails":"bruno@example.com",
 "phones":[null,5550100,{"original":"+44 7700 900456","regionCode":"GB","type":"MOBILE"}],
 "customAttributes":{"tier":"silver","points":120},
 "id":"broken-0009","createdAt":"yesterday"}`,
  sharing('a', 'Noor Haddad', '2025-08-01T12:00:00Z'),
  sharing('b', 'Samir Haddad', '2025-09-01T12:00:00Z'),
];
