import type { Definition } from '#src/contract/definitions/definitions.ts';
import { elements } from '#src/contract/json/members.ts';
import { reader } from '#src/ui/reader.ts';

/** Numbers that `Intl` shows digit for digit; others stay as they are written. */
const exactlyShown = /^-?\d{1,20}(?:\.\d{1,20})?$/;
/** RFC 3339 `full-date`. */
const calendarDate = /^(\d{4})-(\d\d)-(\d\d)$/;
/** RFC 3339 `date-time`: without an offset it would be nobody's moment. */
const moment = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

/**
 * A JSON number, or the text of one, by the reader's locale with its unit or currency (ISO 4217), no
 * digit rounded away. `undefined` when it cannot be shown so.
 */
export function readableNumber(
  text: string,
  { currency, unit }: { currency?: string | undefined; unit?: string | undefined },
): string | undefined {
  if (!exactlyShown.test(text)) return undefined;
  const [, fraction = ''] = text.split('.');
  const exact = text as Intl.StringNumericLiteral;
  try {
    const digits = { maximumFractionDigits: 20 };
    if (currency !== undefined)
      return new Intl.NumberFormat(reader.locale, {
        style: 'currency',
        currency,
        ...digits,
      }).format(exact);
    const number = new Intl.NumberFormat(reader.locale, {
      ...digits,
      minimumFractionDigits: fraction.length,
    }).format(exact);
    return unit === undefined ? number : `${number} ${unit}`;
  } catch {
    // Not a currency that this browser knows.
    return undefined;
  }
}

/**
 * A calendar date stays the day that it says, in every time zone; a moment is shown in the reader's
 * zone, which is named. `undefined` when the text is neither.
 */
export function readableDate(text: string, format: 'date' | 'date-time'): string | undefined {
  const [, year, month, day] = calendarDate.exec(text) ?? [];
  if (format === 'date') {
    const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
    const date = new Intl.DateTimeFormat(reader.locale, { dateStyle: 'medium', timeZone: 'UTC' });
    return date.format(time);
  }
  const time = Date.parse(text);
  if (!moment.test(text) || Number.isNaN(time)) return undefined;
  return new Intl.DateTimeFormat(reader.locale, {
    timeZone: reader.timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(time);
}

/**
 * A single value as people read it by its definition: an option by its label, a date as a date, a number or an
 * amount. `undefined` when it is read as it is written.
 */
export function readableValue(json: string, definition: Definition): string | undefined {
  const { options, format, currency } = definition;
  const option = options?.find((each) => each.json === json);
  if (option) return option.label;
  if (!json.startsWith('"')) return readableNumber(json, definition);
  const value = String(JSON.parse(json));
  if (format === 'date' || format === 'date-time') return readableDate(value, format);
  return currency === undefined ? undefined : readableNumber(value, { currency });
}

/** The items of a list that is shown as chips; `undefined` for any other value. */
export function chipsOf(json: string, { items, types }: Definition): readonly string[] | undefined {
  const list = items && types.includes('array') ? elements(json) : undefined;
  return list?.length && !list.some((item) => /^[[{]/.test(item)) ? list : undefined;
}
