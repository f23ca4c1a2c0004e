import { isDateTime } from '#src/contract/dateTime.ts';
import { momentsAt, offsetAt, writeOffset } from './zones.ts';

/** A date-time of RFC 3339, read without losing what a `Date` cannot hold. */
interface Moment {
  /** Milliseconds since 1970 of its whole second. */
  second: number;
  /** The digits behind the second, as many as are written. */
  fraction: string;
  /** `Z`, or as `+02:00`. */
  offset: string;
}

const dateTime =
  /^(\d{4}-\d\d-\d\d)[tT\s](\d\d:\d\d:\d\d)(?:\.(\d+))?(?:([zZ])|([+-]\d\d)(?::?(\d\d))?)$/;
/** What a control for date and time holds. */
const wallTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?$/;

/** `undefined` where it is no date-time, or one that no control can show: a leap second, the ends of the calendar. */
export function readMoment(text: string): Moment | undefined {
  const [, date, time, fraction = '', utc, hours, minutes = '00'] = dateTime.exec(text) ?? [];
  if (!isDateTime(text) || date === undefined || time === undefined) return undefined;
  const offset = utc === undefined ? `${hours}:${minutes}` : 'Z';
  const second = Date.parse(`${date}T${time}${offset}`);
  const year = Number(date.slice(0, 4));
  return Number.isNaN(second) || year < 2 || year > 9998 ? undefined : { second, fraction, offset };
}

/** What the clocks of a zone show at a moment, as a control has it: seconds only where there are any. */
export function wallOf({ second, fraction }: Moment, zone: string): string {
  const iso = new Date(second + offsetAt(zone, second)).toISOString();
  const shown = fraction.slice(0, 3).replace(/0+$/, '');
  if (shown !== '') return `${iso.slice(0, 19)}.${shown}`;
  return iso.slice(17, 19) === '00' ? iso.slice(0, 16) : iso.slice(0, 19);
}

/**
 * The date-times of RFC 3339 that a time on the clocks of a zone can mean, the earlier first: none while the
 * clocks go forward, two while they go back. What the control could not show of `kept`'s fraction stays, and
 * whatever is the same moment as `kept` is written as that was.
 */
export function momentTexts(wall: string, zone: string, kept: string): string[] {
  if (!wallTime.test(wall)) return [];
  const [clock = '', fraction = ''] = wall.split('.');
  const before = readMoment(kept);
  const cut = (digits: string) => digits.slice(0, 3).replace(/0+$/, '');
  const isKept = before && fraction.replace(/0+$/, '') === cut(before.fraction);
  const digits = isKept ? before.fraction : fraction;
  return momentsAt(zone, Date.parse(`${clock}${clock.length === 16 ? ':00' : ''}Z`)).map(
    (second) => {
      if (before?.second === second && isKept) return kept;
      const offset = offsetAt(zone, second);
      // What has no offset that can be written is written as UTC.
      const written = zone === 'UTC' ? undefined : writeOffset(offset);
      const iso = new Date(second + (written === undefined ? 0 : offset))
        .toISOString()
        .slice(0, 19);
      return `${iso}${digits && `.${digits}`}${written ?? 'Z'}`;
    },
  );
}

const timeless = /^(.+)\[(.+)\]$/;

/** What a row holds of a time that is none, because the clocks of the zone leave it out. */
export const leftOutText = (wall: string, zone: string) => `${wall}[${zone}]`;

/** The reverse of {@link leftOutText}. */
export function readLeftOut(text: string): { wall: string; zone: string } | undefined {
  const [, wall, zone] = timeless.exec(text) ?? [];
  return wall === undefined || zone === undefined || !wallTime.test(wall)
    ? undefined
    : { wall, zone };
}
