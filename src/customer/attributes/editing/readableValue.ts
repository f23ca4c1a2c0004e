import type { Definition } from '#src/contract/definitions/definitions.ts';
import { readableDate } from '../list/readable.ts';

/** A value in a line as its row shows it: an option by its label, a date as a date. `undefined` where the JSON says it best. */
export function readableValue(
  json: string,
  { options, format }: Partial<Definition> = {},
): string | undefined {
  const trimmed = json.trim();
  const option = options?.find((each) => each.json === trimmed);
  if (option) return option.label;
  if (!trimmed.startsWith('"') || (format !== 'date' && format !== 'date-time')) return undefined;
  return readableDate(String(JSON.parse(trimmed)), format);
}
