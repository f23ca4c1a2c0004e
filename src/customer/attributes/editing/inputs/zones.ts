import { reader } from '#src/ui/reader.ts';

const minute = 60_000;
const hour = 60 * minute;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** The zone that an offset such as `+05:30` is, in milliseconds; `undefined` for one with a name. */
function fixedOffset(zone: string): number | undefined {
  if (zone === 'UTC') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  if (sign === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * hour + Number(minutes) * minute);
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
export function offsetAt(zone: string, moment: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return fixed;
  const parts = new Map(
    formatOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = new Date(0);
  // Not `Date.UTC`, which takes the years up to 99 for those of the twentieth century.
  wall.setUTCFullYear(part('year'), part('month') - 1, part('day'));
  wall.setUTCHours(part('hour'), part('minute'), part('second'));
  return wall.getTime() - Math.floor(moment / 1000) * 1000;
}

/**
 * The moments at which a zone's clocks show a time, the earlier first: none in the hour that is left out when
 * they go forward, two in the one that comes twice when they go back. `wall` is the time as if it were UTC.
 */
export function momentsAt(zone: string, wall: number): number[] {
  const around = [offsetAt(zone, wall - 24 * hour), offsetAt(zone, wall + 24 * hour)];
  const moments = around.map((offset) => wall - offset);
  const there = moments.filter((moment) => moment + offsetAt(zone, moment) === wall);
  return [...new Set(there)].sort((a, b) => a - b);
}

/** The zone of whoever sits before the screen. */
export const ownZone = () =>
  reader.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every zone that has a name. */
export function namedZones(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), ownZone(), 'UTC'])];
}

/** An offset as RFC 3339 writes it; `undefined` for one of old that has seconds, which it cannot write. */
export function writeOffset(offset: number): string | undefined {
  if (offset % minute !== 0) return undefined;
  const [size, sign] = [Math.abs(offset) / minute, offset < 0 ? '-' : '+'];
  const two = (number: number) => String(number).padStart(2, '0');
  return `${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
