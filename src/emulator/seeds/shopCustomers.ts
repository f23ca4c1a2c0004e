const mobile = (original: string, normalized: string, regionCode = 'US') => ({
  normalized,
  original,
  primary: true,
  regionCode,
  smsPreference: 'ON',
  type: 'MOBILE',
});

const email = (original: string) => ({
  normalized: original.toLowerCase(),
  original,
  primary: true,
});

/** Ordinary customers of a shop, whose names have different shapes. */
export const shopCustomers: readonly string[] = [
  {
    name: 'Daniel Reyes',
    address: '88 Example Street, Austin, TX 78701',
    emails: [email('daniel.reyes@example.com')],
    phones: [mobile('(512) 555-0111', '+15125550111')],
    customAttributes: {
      membershipTier: 'Silver',
      loyaltyPoints: 420,
      lastOrderNumber: 'EO-31877',
      newsletter: true,
      deliveryNotes: 'Gate code 4471.',
    },
    id: 'cust-daniel-reyes',
    createdAt: '2023-04-17T14:02:11.873Z',
    updatedAt: '2026-01-09T20:31:45.120Z',
  },
  {
    name: 'Suharto',
    address: 'Jl. Contoh No. 7, Jakarta 10110, Indonesia',
    emails: [email('suharto@example.org')],
    phones: [mobile('0812-3456-7890', '+6281234567890', 'ID')],
    customAttributes: { membershipTier: 'Bronze', loyaltyPoints: 35, preferredLanguage: 'id' },
    id: 'cust-suharto',
    createdAt: '2024-09-30T03:15:00.004Z',
  },
  {
    name: 'Wilhelmina Anneliese Featherstonehaugh-Cholmondeley von Hohenstaufen-Württemberg',
    address:
      'The Old Rectory, Little Example-on-the-Water, Gloucestershire GL54 0ZZ, United Kingdom',
    emails: [email('wilhelmina.featherstonehaugh-cholmondeley@correspondence.example.com')],
    phones: [mobile('+44 7700 900789', '+447700900789', 'GB')],
    customAttributes: {
      membershipTier: 'Platinum',
      lifetimeValue: '48210.00',
      loyaltyPoints: 19_204,
      personalShopper: 'Theo Marchetti',
      callbackAt: '2026-02-03T15:30:00Z',
      tags: ['vip', 'gift wrapping'],
    },
    id: 'cust-wilhelmina',
    createdAt: '2018-11-11T11:11:11.111Z',
    updatedAt: '2025-12-24T09:00:00.000Z',
  },
  {
    emails: [email('guest.4471@example.com')],
    customAttributes: { source: 'guest checkout', lastOrderNumber: 'EO-32004' },
    id: 'cust-guest-4471',
    createdAt: '2026-01-21T08:59:03.377Z',
  },
  {
    name: "Aoife O'Sullivan",
    address: '3 Sampla Road, Cork, Ireland',
    emails: [
      email('Aoife.OSullivan@example.com'),
      { ...email('aoife@example.org'), primary: false },
    ],
    phones: [mobile('085 012 3456', '+353850123456', 'IE')],
    customAttributes: {
      membershipTier: 'Gold',
      loyaltyPoints: 2_310,
      returnWindow: 'extended',
      openOrder: { number: 'EO-32111', status: 'in transit', expected: '2026-02-03' },
    },
    id: 'cust-aoife-osullivan',
    createdAt: '2020-07-07T16:40:22.610Z',
    updatedAt: '2026-01-22T13:13:13.131Z',
  },
  {
    name: 'Priya Raman',
    phones: [mobile('(646) 555-0175', '+16465550175')],
    customAttributes: {},
    id: 'cust-priya-raman',
    createdAt: '2025-02-14T22:05:39.999Z',
  },
].map((profile) => JSON.stringify(profile));
