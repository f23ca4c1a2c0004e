import type { Customer } from '#src/contract/customer.ts';
import { reader } from '#src/ui/reader.ts';
import type { ContactLine } from './contactLines.ts';
import { insightText } from './insightText.ts';
import { numberOf, regionOf } from './numbers.ts';

const text = insightText.time;

/** Where somebody may be, as far as the data says. */
export interface Place {
  /** IANA time zones; none when there is nothing to tell them from. */
  zones: readonly string[];
  /** How they are known, or why they are not. */
  why: string;
}

const isZone = (name: string) => {
  try {
    return (
      /^\w+\/[\w/+-]+$/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
    );
  } catch {
    return false;
  }
};

/** The first attribute that says it is a time zone, and is one. */
function zoneAttribute({ customAttributes = [] }: Customer) {
  for (const { key, json } of customAttributes) {
    if (!/zone|tz/i.test(key) || !json.startsWith('"')) continue;
    const zone = JSON.parse(json) as string;
    if (isZone(zone)) return { key, zone };
  }
  return undefined;
}

/** The time zones of a region as the browser has them (Unicode CLDR); `undefined` where it does not tell. */
function zonesOfRegion(region: string): readonly string[] | undefined {
  const locale = new Intl.Locale(`und-${region}`) as Intl.Locale & {
    getTimeZones?: () => string[] | undefined;
    timeZones?: string[];
  };
  // A method since 2024, a getter before.
  return locale.getTimeZones?.() ?? locale.timeZones;
}

/** In the language of the sentence around it. */
const nameOf = (region: string) =>
  new Intl.DisplayNames('en', { type: 'region' }).of(region) ?? region;

/** The regions that a number may belong to, and why. */
function regionsOf(line: ContactLine): { regions: readonly string[]; why: string } {
  const number = numberOf(line);
  if (!number) return { regions: [], why: text.unreadable };
  const { country, countryCallingCode: code } = number;
  if (country) return { regions: [country], why: text.fromNumber(`+${code}`, nameOf(country)) };
  const possible: string[] = number.getPossibleCountries();
  const held = line.phones.map(regionOf).find((region) => region && possible.includes(region));
  if (held) return { regions: [held], why: text.fromRegion(nameOf(held)) };
  return {
    regions: possible,
    why: possible.length > 0 ? text.shared(`+${code}`, possible.length) : text.unreadable,
  };
}

/** Where the person of this number may be: as an attribute says, else somewhere in the number's region. */
export function placeOf(line: ContactLine, customer: Customer): Place {
  const attribute = zoneAttribute(customer);
  if (attribute)
    return { zones: [attribute.zone], why: text.fromAttribute(attribute.key, attribute.zone) };
  const { regions, why } = regionsOf(line);
  const zones = regions.map(zonesOfRegion);
  if (zones.includes(undefined)) return { zones: [], why: text.noZones };
  return { zones: [...new Set(zones.flatMap((list) => list ?? []))].filter(isZone), why };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock in that zone shows, as if it were UTC. */
function wallTime(zone: string | undefined, now: number): number {
  const name = zone ?? '';
  const clock =
    clocks.get(name) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  clocks.set(name, clock);
  const parts = new Map(clock.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  const [year = 0, month = 1, day, hour, minute] = (
    ['year', 'month', 'day', 'hour', 'minute'] as const
  ).map((type) => parts.get(type));
  return Date.UTC(year, month - 1, day, hour, minute);
}

export interface Clock {
  /** One time, or the earliest and the latest; with its weekday where that is not the reader's. */
  range: string;
  /** How many different times it is there. */
  times: number;
  /** Before 8:00 or from 21:00: wherever this may be, in some of the places, or in none. */
  quiet: 'everywhere' | 'somewhere' | 'nowhere';
}

/** Who looks at the clock; whoever reads the page where it is not said. */
interface Reader {
  locale?: string | undefined;
  zone?: string | undefined;
}

const dayMs = 86_400_000;

function isQuiet(time: number): boolean {
  const hour = new Date(time).getUTCHours();
  return hour < 8 || hour >= 21;
}

/** The local time now in zones of which any may be the right one; `undefined` where there are none. */
export function clockIn(
  zones: readonly string[],
  now: number,
  { locale = reader.locale, zone = reader.timeZone }: Reader = {},
): Clock | undefined {
  const times = [...new Set(zones.map((there) => wallTime(there, now)))].toSorted((a, b) => a - b);
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const today = Math.floor(wallTime(zone, now) / dayMs);
  const ends = [first, last];
  const days = ends.map((time) => Math.floor(time / dayMs));
  const isToday = days.every((day) => day === today);
  const isOneDay = days[0] === days[1];
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    hour: 'numeric',
    minute: '2-digit',
    ...(!isToday && { weekday: 'short' }),
  });
  return {
    range: isOneDay
      ? format.formatRange(first, last)
      : ends.map((end) => format.format(end)).join(' – '),
    times: times.length,
    quiet: times.every(isQuiet) ? 'everywhere' : times.some(isQuiet) ? 'somewhere' : 'nowhere',
  };
}
