import { plural } from '#src/ui/plural.ts';
import type { FailureCode } from '../ApiError.ts';
import type { Interpretation, PhoneReading, Refusal } from './interpret.ts';

/** The language of these texts, in which region names and lists are written too. */
const locale = 'en';

const regions = new Intl.DisplayNames(locale, { type: 'region' });
const all = new Intl.ListFormat(locale);

/** Such as "the United States" and "Germany". */
function regionName(code: string): string {
  const name = regions.of(code) ?? code;
  const plain =
    /^(?!United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros)(?!.*(Republic|Islands)$)/;
  return plain.test(name) ? name : `the ${name}`;
}

function readAs({ region, assumed }: PhoneReading): string {
  if (region === undefined) return '';
  return assumed ? `, read as a number of ${regionName(region)}` : ` (${regions.of(region)})`;
}

const searchables = 'an e-mail address, a phone number, an external customer ID or a Gladly ID';

const names = {
  email: 'E-mail address',
  phoneNumber: 'Phone number',
  externalCustomerId: 'External customer ID',
  id: 'Gladly ID',
} satisfies Record<Interpretation['by'], string>;

interface Explanation {
  title: string;
  body: string;
}

const unexpected: Explanation = {
  title: 'could not be searched',
  body: 'Something went wrong on the server, so there may be a customer who is not shown. Try again; if it keeps happening, tell whoever runs this page.',
};

const failures: Partial<Record<FailureCode, Explanation>> = {
  rate_limited: {
    title: 'was not searched: Gladly is busy',
    body: 'Gladly takes only a few requests a second from your whole organization, so there may be a customer who is not shown. Wait a few seconds, then try again.',
  },
  upstream_unavailable: {
    title: 'was not searched: Gladly did not answer',
    body: 'There may be a customer who is not shown. Try again in a minute; if it keeps happening, tell whoever runs this page.',
  },
  unreachable: {
    title: 'was not searched: no connection',
    body: 'This page could not reach its server, so there may be a customer who is not shown. Check your connection, then try again.',
  },
  unreadable: {
    title: 'could not be searched',
    body: 'The answer could not be read, so there may be a customer who is not shown. Try again, or look in Gladly.',
  },
  unauthenticated: {
    title: 'was not searched: you are signed out',
    body: 'Customers are shown only to people who are signed in. Sign in again, and it is searched.',
  },
  forbidden: {
    title: 'was not searched: not allowed',
    body: 'Your account may not look up customers here. Ask your administrator for access.',
  },
  bad_request: {
    title: 'was refused by Gladly',
    body: 'Gladly does not take it in this form, so nothing was searched. Check it for typing mistakes, or search by something else.',
  },
};

/** Every text of the search that an agent reads, in one place so that it can be translated. */
export const searchText = {
  title: 'Find a customer',
  label: 'Customer to find',
  hint: `Paste ${searchables}.`,
  submit: 'Search',
  retry: 'Try again',

  examplesTitle: 'What can be searched',
  /** In the demo each of them finds somebody. */
  examples: [
    { what: 'E-mail address', such: ['maya@example.org', 'Maya <maya@example.org>'] },
    { what: 'Phone number', such: ['(415) 555-0133', '+44 20 7946 0018'] },
    { what: 'External customer ID', such: ['shop-100482'] },
    { what: 'Gladly ID', such: ['OOrlNMXeS72gs_WEX2TtMg'] },
  ],

  refusals: {
    empty: `Nothing to search for yet. Paste ${searchables}.`,
    too_long: `This text is too long to be one customer’s details. Paste only ${searchables}.`,
    name: `This looks like a name or a sentence. Gladly cannot search by name: paste ${searchables}.`,
    phone:
      'This looks like a phone number, but it has too few or too many digits. Paste it with its area code, and with + and the country code if it is from abroad.',
    web_address: `This is a web address without a customer of this page in it. Paste ${searchables}.`,
  } satisfies Record<Refusal, string>,

  phonesUnreadTitle: 'Phone numbers are read only with a + at the moment',
  phonesUnread:
    'Part of this page did not load, so other numbers were not recognized. Write the number with + and the country code, or reload the page.',

  searching: 'Searching…',
  waiting: 'Gladly is busy. Trying again by itself…',
  foundSoFar: (count: number) => `${plural(count, 'customer', 'customers')} found so far.`,
  found: (count: number) => `${plural(count, 'customer', 'customers')} found.`,
  foundOfFailed: (count: number) =>
    count === 0
      ? 'No customer found so far: not everything could be searched.'
      : `${plural(count, 'customer', 'customers')} found. Not everything could be searched.`,
  mayBeMore: (most: number) =>
    `Gladly lists at most ${most} customers, so there may be more. Search by something that fewer customers share.`,
  none: 'No customer found.',
  noneByExternalId:
    'Gladly finds customers by external ID only where an older Lookup connection has linked them. Try an e-mail address or a phone number.',
  noneByName: 'If this is a name: Gladly cannot search by name.',
  searchingFor: 'Searching for:',
  searched: 'Searched:',
  results: 'Customers found',

  /** What one reading of the text was. */
  interpretation(one: Interpretation): string {
    if (one.by !== 'phoneNumber') return `${names[one.by]} ${one.value}`;
    const without = one.extension === undefined ? '' : `, without extension ${one.extension}`;
    return `${names[one.by]} ${one.phone.display}${readAs(one.phone)}${without}`;
  },

  failure(one: Interpretation, code: FailureCode, wait?: string): Explanation {
    const { title, body } = failures[code] ?? unexpected;
    return {
      title: `${this.interpretation(one)} ${title}`,
      body:
        wait === undefined
          ? body
          : `Gladly asks to wait ${wait}, so there may be a customer who is not shown. Try again after that, or look in Gladly.`,
    };
  },

  noName: 'No name',
  gladlyId: 'Gladly ID',
  more: (count: number) => `and ${count} more`,
  foundBy: (matched: readonly Interpretation[]) =>
    `Found by: ${all.format(matched.map((one) => (one.by === 'phoneNumber' ? `${names[one.by]} ${one.phone.display}` : names[one.by])))}`,
  merged: (id: string) => `${id} was merged into this customer`,
};
