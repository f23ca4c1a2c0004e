import type { Definition } from '#src/contract/definitions/definitions.ts';
import { attributesText } from '../attributesText.ts';
import { partsOf, wayTo, type Part } from '../list/parts.ts';
import { chipsOf, readableValue } from '../list/readable.ts';
import { writtenText } from './leaves.ts';

/** A line of a described object as an agent reads it. */
export const lineOf = (part: Part) =>
  `${wayTo(part)} ${shownOf(part.json, part.definition) || writtenText(part.json)}`;

/** What an agent reads of a value, where that is not what is written. */
export function shownOf(json: string, definition: Definition | undefined): string {
  if (json === 'true') return attributesText.true;
  if (json === 'false') return attributesText.false;
  if (!definition) return '';
  const { items } = definition;
  return (
    readableValue(json, definition) ??
    (items &&
      chipsOf(json, definition)
        ?.map((item) => shownOf(item, items))
        .join('\n')) ??
    partsOf(json, definition)?.map(lineOf).join('\n') ??
    ''
  );
}
