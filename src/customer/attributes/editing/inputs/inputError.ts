import type { Definition } from '#src/contract/definitions/definitions.ts';
import { isJsonNumber } from '#src/contract/json/isJsonNumber.ts';
import type { EditRow } from '../rowSchema.ts';
import { optionOf, wantedInput } from './inputFor.ts';
import { inputText } from './inputText.ts';
import { isUnread, readNumber, shownNumber } from './localNumber.ts';
import { readLeftOut } from './moment.ts';

const text = inputText;

/** Any number will do that shows the locale's decimal sign. */
const example = '1234.5';

function numberError(typed: string): string {
  const reading = readNumber(typed);
  if (reading && 'either' in reading) {
    const [one, other] = reading.either;
    return text.number.either(shownNumber(one), shownNumber(other));
  }
  return text.number.wrong(shownNumber(example));
}

/** What is wrong with what stands in an attribute's own control, in terms of that control; the rules tell the rest. */
export function inputError(definition: Definition, row: EditRow): string | undefined {
  const input = wantedInput(definition, row.kind);
  const isEmpty = row.text === '' && row.kind !== 'null';
  if (isEmpty && ['date', 'dateTime', 'time'].includes(input ?? '')) return text.empty;
  if (isEmpty && input === 'choice' && !optionOf(definition, row)) return text.empty;
  if (isUnread(row.text) && (input === 'number' || input === 'amount'))
    return numberError(row.text.slice(0, -1));
  if (input === 'number' && !isJsonNumber(row.text.trim())) return numberError(row.text);
  const leftOut = input === 'dateTime' ? readLeftOut(row.text) : undefined;
  return leftOut && text.time.leftOut(leftOut.zone);
}
