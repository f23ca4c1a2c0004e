import { plural } from '#src/ui/plural.ts';

/** A remark on the data: what is the matter, why it may matter, what helps. Never more than it knows. */
export interface HintText {
  what: string;
  why: string;
  todo: string;
}

const confirm = 'Ask the customer, then correct it in Gladly.';

/** Every text about contact points that comes with their insight, in one place so that it can be translated. */
export const insightText = {
  actions: {
    email: (address: string) => `E-mail ${address}`,
    call: (number: string) => `Call ${number}`,
    text: (number: string) => `Text ${number}`,
    whatsapp: (number: string) => `WhatsApp ${number}`,
    copy: {
      email: (address: string) => `Copy e-mail address ${address}`,
      phone: (number: string) => `Copy phone number ${number}`,
      channel: (address: string) => `Copy ${address}`,
    },
    off: ': SMS is off',
    quiet: ': quiet hours there',
    derived: ' (worked out, not sent by Gladly)',
  },

  time: {
    there: (range: string) => `${range} there`,
    quiet: 'Quiet hours: ',
    quietWhy: {
      everywhere: ' Quiet hours are before 8:00 and from 21:00: think before you call or text.',
      somewhere:
        ' It may be night there: quiet hours are before 8:00 and from 21:00, and some of these times are among them.',
      nowhere: '',
    },
    entered: (original: string) => ` Entered as ${original}.`,
    region: (code: string) => ` Region ${code}.`,
    unknown: 'Local time not known',
    several: (times: number) => ` It may be any of ${times} local times now.`,
    elsewhere: ' The person may be elsewhere.',
    fromAttribute: (key: string, zone: string) => `From the attribute ${key}: ${zone}.`,
    fromNumber: (code: string, region: string) => `From the number (${code}): ${region}.`,
    fromRegion: (region: string) => `From the region that Gladly holds: ${region}.`,
    shared: (code: string, regions: number) =>
      `${code} is shared by ${regions} countries and territories, and the number does not tell which.`,
    unreadable: 'The country of this number is not known.',
    noZones: 'This browser does not tell the time zones of a country.',
  },

  hints: {
    confirm,
    count: (count: number) => plural(count, 'hint', 'hints'),
    mark: 'See the hints',
    emailDiffers: (original: string): HintText => ({
      what: `Entered as ${original}, which is another address.`,
      why: 'Mail goes to the normalized address, and may reach somebody else.',
      todo: confirm,
    }),
    phoneDiffers: (original: string, read: string): HintText => ({
      what: `Entered as ${original}, which reads as ${read}.`,
      why: 'Calls and texts go to the normalized number, and may reach somebody else.',
      todo: confirm,
    }),
    regionDiffers: (region: string, code: string): HintText => ({
      what: `The region is ${region}, but the number begins with ${code}.`,
      why: 'One of the two is wrong, or the number is from abroad.',
      todo: confirm,
    }),
    readAsUs: (original: string): HintText => ({
      what: `Entered as ${original} without a region, and so read as a US number.`,
      why: 'That is what Gladly does where no region is set. It is wrong for a number of any other country.',
      todo: 'Ask for the country, then set the region in Gladly.',
    }),
    length: {
      TOO_SHORT: 'The number is too short for its country.',
      TOO_LONG: 'The number is too long for its country.',
      INVALID_LENGTH: 'No number of its country has this length.',
      INVALID_COUNTRY: 'No country has this calling code, or none is known.',
      NOT_A_NUMBER: 'This cannot be read as a phone number.',
    },
    lengthWhy: 'A call or a text will most likely not arrive.',
    twice: (count: number): HintText => ({
      what: `Gladly holds this ${count} times.`,
      why: 'A change to one of them leaves the others as they were.',
      todo: 'Remove what is too much in Gladly.',
    }),
    typo: (domain: string): HintText => ({
      what: `This may be a typing error for ${domain}.`,
      why: 'Mail to a mistyped domain is lost, or read by somebody else.',
      todo: confirm,
    }),
    alike: (other: string): HintText => ({
      what: `This differs from ${other} by one slip of the finger.`,
      why: 'One of them may be a typing error. Both may be right.',
      todo: 'Ask the customer which one to use.',
    }),
    smsForbidden: (): HintText => ({
      what: 'SMS is among the channels, but forbidden for this number.',
      why: 'A text may be refused, or sent against the customer’s will.',
      todo: 'Do not text before the customer agrees.',
    }),
    severalPrimary: (count: number, kind: string): HintText => ({
      what: `${count} ${kind} are marked as primary.`,
      why: 'Which one is used first is not certain.',
      todo: 'Ask the customer, then leave one of them primary in Gladly.',
    }),
    noPrimary: (kind: string): HintText => ({
      what: `None of the ${kind} is marked as primary.`,
      why: 'Which one the customer prefers is not known.',
      todo: 'Ask the customer, then mark it in Gladly.',
    }),
    kinds: { email: 'e-mail addresses', phone: 'phone numbers' },
  },

  changed: 'Changed',
  copyAll: 'Copy all as text',
  asText: {
    primary: ' (primary)',
    extension: (digits: string) => ` ext. ${digits}`,
  },
};
