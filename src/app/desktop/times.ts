import { desktopLocale, desktopText } from './desktopText.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const duration = (unit: string, count: number) =>
  new Intl.NumberFormat(desktopLocale, { style: 'unit', unit, unitDisplay: 'short' }).format(count);

/** How long ago, in one unit: "4 min". */
export function timeSince(then: number, now: number): string {
  const ms = now - then;
  if (ms >= dayMs) return duration('day', Math.floor(ms / dayMs));
  if (ms >= hourMs) return duration('hour', Math.floor(ms / hourMs));
  if (ms >= minuteMs) return duration('minute', Math.floor(ms / minuteMs));
  return desktopText.justNow;
}

/** The time of a message, with its day unless that is today. */
export function messageTime(at: number, now: number): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(desktopLocale, {
    ...(!today && { weekday: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
