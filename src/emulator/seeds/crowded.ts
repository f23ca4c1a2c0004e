const emails = Array.from({ length: 22 }, (_, index) => {
  const original = `${['ada', 'orders', 'Events', 'team', 'a.okafor'][index % 5]}.${index + 1}@example.${index % 2 ? 'org' : 'com'}`;
  return { normalized: original.toLowerCase(), original, ...(index === 0 && { primary: true }) };
});

const phones = Array.from({ length: 18 }, (_, index) => {
  const lastDigits = String(100 + index).padStart(4, '0');
  return {
    ...(index % 3 === 2 && { extension: String(200 + index) }),
    normalized: `+1312555${lastDigits}`,
    original: index % 2 ? `(312) 555-${lastDigits}` : `+1 312 555 ${lastDigits}`,
    ...(index === 0 && { primary: true }),
    regionCode: 'US',
    ...(index % 4 !== 3 && { smsPreference: ['ON', 'OFF', 'FORBIDDEN'][index % 3] }),
    type: ['MOBILE', 'HOME', 'OFFICE', ''][index % 4],
  };
});

const day = (index: number) =>
  new Date(Date.UTC(2019, 0, 5 + index * 8)).toISOString().slice(0, 10);

const departments = ['shoes', 'coats', 'kitchen', 'garden', 'toys', 'books', 'lighting', 'sport'];
const cities = ['Chicago', 'Oak Park', 'São Paulo', 'Zürich', 'Kraków', 'Montréal', 'Reykjavík'];

/** Ten kinds of attribute as shops keep them; the index makes each key its own. */
const kinds: readonly ((index: number, department: string, city: string) => [string, unknown])[] = [
  (index, department) => [`last_purchase_${department}_${index}`, day(index)],
  (index, department) => [`${department}Spend${index}`, (index * 37.35 + 12).toFixed(2)],
  (index) => [
    `survey ${2019 + (index % 7)} #${index}`,
    { score: index % 11, comment: 'As expected.' },
  ],
  (index, _, city) => [`visits.${city}.${index}`, index * 3],
  (index, department) => [`opt-in ${department} ${index}`, index % 3 === 0],
  (index) => [`order_${10_000 + index}`, `EO-${20_000 + index * 13}`],
  (index, department) => [
    `favourites_${index}`,
    [department, departments[index % 8], 'gift cards'],
  ],
  (index, _, city) => [`Delivery address ${index}`, `${index + 1} Example Street\n${city}`],
  (index) => [`coupon${index}`, index % 4 === 0 ? null : `SAVE${index}`],
  (index) => [
    `agentNote${index}`,
    'Asked about a late parcel, was sent a replacement. '.repeat((index % 9) + 1),
  ],
];

const attributes = Array.from({ length: 300 }, (_, index) => {
  const department = departments[index % departments.length] ?? 'shoes';
  const city = cities[index % cities.length] ?? 'Chicago';
  return kinds[index % kinds.length]?.(index, department, city) ?? [`other${index}`, index];
});

/** Forty contact points and three hundred attributes. */
export const crowded: string = JSON.stringify({
  name: 'Adaeze Okafor',
  address: '2200 N Example Avenue, Suite 1400, Chicago, IL 60601',
  emails,
  phones,
  customAttributes: Object.fromEntries(attributes),
  id: 'crowded-0003',
  createdAt: '2019-01-05T10:00:00Z',
  updatedAt: '2025-12-30T23:59:59.999999999Z',
});
