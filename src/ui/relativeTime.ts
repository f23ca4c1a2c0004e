import { reader } from './reader.ts';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * 86_400],
  ['month', 30.44 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** A moment seen from now, in the largest unit that fits: "3 years ago". Both are milliseconds since 1970. */
export function relativeTime(then: number, now: number, locale = reader.locale): string {
  const seconds = (then - now) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const fitting = units.find(([, length]) => Math.abs(seconds) >= length);
  if (!fitting) return format.format(0, 'minute');
  return format.format(Math.trunc(seconds / fitting[1]), fitting[0]);
}

/** The moment itself, to the second and with the reader's time zone. */
export function exactTime(then: number, locale = reader.locale): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone: reader.timeZone,
  }).format(then);
}
