import { reader } from '#src/ui/reader.ts';

const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;
const iso =
  /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** A duration of ISO 8601 in words, such as `3 days, 4 hours`; `undefined` when the text is none. */
export function readableDuration(text: string, locale = reader.locale): string | undefined {
  const match = iso.exec(text);
  if (!match) return undefined;
  const parts = units.flatMap((unit, index) => {
    const count = match[index + 1];
    if (count === undefined) return [];
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
    return [format.format(count as Intl.StringNumericLiteral)];
  });
  return new Intl.ListFormat(locale, { type: 'unit' }).format(parts);
}
