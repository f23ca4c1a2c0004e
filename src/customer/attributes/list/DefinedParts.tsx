import { use, useState } from 'react';
import { attributesText } from '../attributesText.ts';
import { AttributeValue } from './AttributeValue.tsx';
import { DefinedValue } from './DefinedValue.tsx';
import { HighlightContext } from './HighlightContext.ts';
import type { Part } from './parts.ts';
import { ShowAll } from './ShowAll.tsx';

const linesAtFirst = 3;

const wordsOf = ({ path }: Part) => path.map((word) => word || attributesText.emptyKey).join(' › ');

/** What is inside an object or a list, line by line. While something is looked for, all of it: it may be in any. */
export function DefinedParts({ parts }: { parts: readonly Part[] }) {
  const highlight = use(HighlightContext);
  const [open, setOpen] = useState(false);
  const isCut = parts.length > linesAtFirst && !highlight;
  return (
    <>
      <dl className="parts">
        {parts.slice(0, isCut && !open ? linesAtFirst : undefined).map((part, index) => {
          const words = wordsOf(part);
          const { json, definition } = part;
          return (
            // oxlint-disable-next-line react/no-array-index-key -- two ways may read alike
            <div key={index}>
              <dt>
                <bdi>{highlight ? highlight.mark(words) : words}</bdi>
              </dt>
              <dd>
                {definition ? (
                  <DefinedValue json={json} definition={definition} />
                ) : (
                  <AttributeValue json={json} />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {isCut && <ShowAll open={open} onChange={setOpen} />}
    </>
  );
}
