import { use } from 'react';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import { AttributeValue } from './AttributeValue.tsx';
import { softBreaks } from '#src/ui/softBreaks.tsx';
import { HighlightContext } from './HighlightContext.ts';
import { chipsOf, readableValue } from './readable.ts';
import { safeLink } from './safeLink.ts';

function Link({ value, format }: { value: string; format: string }) {
  const highlight = use(HighlightContext);
  const href = safeLink(format, value);
  if (href === undefined) return <AttributeValue json={JSON.stringify(value)} />;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      <bdi>{highlight ? highlight.mark(value) : softBreaks(value)}</bdi>
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
 * chips. What does not fit its definition, or has none, is shown as it is.
 */
export function DefinedValue({
  json,
  definition,
}: {
  json: string;
  definition: Definition | undefined;
}) {
  const highlight = use(HighlightContext);
  if (!definition) return <AttributeValue json={json} />;
  const trimmed = json.trim();
  const { format, items } = definition;
  const readable = readableValue(trimmed, definition);
  if (readable !== undefined) return <bdi>{highlight ? highlight.mark(readable) : readable}</bdi>;
  const chips = chipsOf(trimmed, definition);
  if (chips && items) return <Chips items={chips} definition={items} />;
  if ((format === 'uri' || format === 'email') && trimmed.startsWith('"'))
    return <Link value={String(JSON.parse(trimmed))} format={format} />;
  return <AttributeValue json={json} />;
}
