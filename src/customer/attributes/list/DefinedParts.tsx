import { use, useState } from 'react';
import { kindOf } from '#src/contract/json/kindOf.ts';
import { attributesText } from '../attributesText.ts';
import { DefinedValue } from './DefinedValue.tsx';
import { HighlightContext } from './HighlightContext.ts';
import { wayTo, type Part } from './parts.ts';
import { ShowAll } from './ShowAll.tsx';

const linesAtFirst = 3;

/** The kind of a value where the definition does not tell it: two that differ must not look alike. */
function Kind({ json, definition }: Part) {
  const kind = kindOf(json);
  const types = definition?.types ?? [];
  const isTold = types.length === 0 ? kind === 'string' : types.includes(kind);
  return isTold ? null : <span className="kind">{attributesText.kinds[kind]}</span>;
}

/** What is inside an object or a list, line by line. While something is looked for, all of it: it may be in any. */
export function DefinedParts({ parts }: { parts: readonly Part[] }) {
  const highlight = use(HighlightContext);
  const [open, setOpen] = useState(false);
  const isCut = parts.length > linesAtFirst && !highlight;
  return (
    <>
      <dl className="parts">
        {parts.slice(0, isCut && !open ? linesAtFirst : undefined).map((part, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two ways may read alike
          <div key={index}>
            <dt>
              <bdi>{highlight ? highlight.mark(wayTo(part)) : wayTo(part)}</bdi>
              <Kind {...part} />
            </dt>
            <dd>
              <DefinedValue json={part.json} definition={part.definition} />
            </dd>
          </div>
        ))}
      </dl>
      {isCut && <ShowAll open={open} onChange={setOpen} />}
    </>
  );
}
