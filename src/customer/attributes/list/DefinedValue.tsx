import { use } from 'react';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import { elements } from '#src/contract/json/members.ts';
import { AttributeValue } from './AttributeValue.tsx';
import { softBreaks } from '#src/ui/softBreaks.tsx';
import { FindingContext } from './FindingContext.ts';
import { readableDate, readableNumber } from './readable.ts';
import { safeLink } from './safeLink.ts';

/** A text of the format that the brand gave it, as people read it; `undefined` when it is not of that format. */
function readableText(value: string, { format, currency }: Definition): string | undefined {
  if (format === 'date' || format === 'date-time') return readableDate(value, format);
  return currency === undefined ? undefined : readableNumber(value, { currency });
}

function Link({ value, format }: { value: string; format: string }) {
  const highlight = use(FindingContext);
  const href = safeLink(format, value);
  if (href === undefined) return <AttributeValue json={JSON.stringify(value)} />;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      <bdi>{highlight ? highlight.mark(value, Infinity) : softBreaks(value)}</bdi>
    </a>
  );
}

function Chips({ items, definition }: { items: readonly string[]; definition: Definition }) {
  return (
    <ul className="chips">
      {items.map((json, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a list may hold the same item twice
        <li key={index} className="chip">
          <DefinedValue json={json} definition={definition} />
        </li>
      ))}
    </ul>
  );
}

/**
 * A value as the brand's definition wants it read: an option by its label, a date as a date, a list as
 * chips. What does not fit its definition is shown as it is.
 */
export function DefinedValue({ json, definition }: { json: string; definition: Definition }) {
  const highlight = use(FindingContext);
  const plain = <AttributeValue json={json} />;
  const shown = (text: string) => <bdi>{highlight ? highlight.mark(text, Infinity) : text}</bdi>;
  const { options, types, format, items } = definition;
  const trimmed = json.trim();
  const option = options?.find((each) => each.json === trimmed);
  if (option) return shown(option.label);
  if (trimmed.startsWith('"')) {
    const value = String(JSON.parse(trimmed));
    if (format === 'uri' || format === 'email') return <Link value={value} format={format} />;
    const readable = readableText(value, definition);
    return readable === undefined ? plain : shown(readable);
  }
  const list = items && types.includes('array') ? elements(trimmed) : undefined;
  if (list && list.length > 0 && !list.some((item) => /^[[{]/.test(item)) && items)
    return <Chips items={list} definition={items} />;
  const number = readableNumber(trimmed, definition);
  return number === undefined ? plain : shown(number);
}
