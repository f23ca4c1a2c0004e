import { isDateTime } from '../dateTime.ts';

const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const email = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}$`);

/** The characters of RFC 3986 behind a scheme, every percent sign with two hexadecimal digits, one `#` at most. */
const uri =
  /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w\-.~:/?[\]@!$&'()*+,;=]|%[\dA-Fa-f]{2})+(?:#(?:[\w\-.~:/?@!$&'()*+,;=]|%[\dA-Fa-f]{2})*)?$/;

const duration =
  /^P(?!$)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/;

interface Format {
  accepts(text: string): boolean;
  /** What an agent is told whose text is something else. */
  message: string;
}

/**
 * The formats that are enforced. Dates and times are RFC 3339 and exist in the calendar; durations its
 * appendix A, where parts may be left out in between as in ISO 8601; `email` is RFC 5321 without quoted
 * names and address literals; `uri` is absolute (RFC 3986), which `javascript:` is too: whoever makes a
 * link of it must look at the scheme. `e164` is ours (ITU-T E.164).
 */
export const formats: ReadonlyMap<string, Format> = new Map([
  [
    'date',
    {
      accepts: (text) => isDateTime(`${text}T00:00:00Z`),
      message: 'Not a calendar date: use YYYY-MM-DD, such as 2024-02-29.',
    },
  ],
  [
    'date-time',
    {
      accepts: isDateTime,
      message: 'Not a date with time and time zone: use the form 2024-02-29T14:30:00Z.',
    },
  ],
  [
    'time',
    {
      accepts: (text) => isDateTime(`2000-01-01T${text}`),
      message: 'Not a time with time zone: use the form 14:30:00Z or 14:30:00+02:00.',
    },
  ],
  [
    'duration',
    {
      accepts: (text) => duration.test(text),
      message: 'Not a duration: use the form P3DT4H for 3 days and 4 hours, P2W for 2 weeks.',
    },
  ],
  [
    'email',
    {
      accepts: (text) => email.test(text),
      message: 'Not an e-mail address: use the form name@example.com.',
    },
  ],
  [
    'uri',
    {
      accepts: (text) => uri.test(text) && URL.canParse(text),
      message: 'Not a complete web address: use the form https://example.com/page.',
    },
  ],
  [
    'e164',
    {
      accepts: (text) => /^\+[1-9]\d{1,14}$/.test(text),
      message: 'Not an international phone number: use + and digits alone, such as +14155550100.',
    },
  ],
]);
