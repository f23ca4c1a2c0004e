import { use, useState } from 'react';
import { kindOf } from '#src/contract/json/kindOf.ts';
import { Button } from '#src/ui/Button.tsx';
import { softBreaks } from '#src/ui/softBreaks.tsx';
import { attributesText } from '../attributesText.ts';
import { HighlightContext, type Highlight } from './HighlightContext.ts';
import { formatJson } from './formatJson.ts';

const text = attributesText;

const shownAtFirst = { characters: 240, lines: 3 };
/** What of a long value is put on the page before somebody asks for all of it. */
const previewCharacters = 600;

function isLong(value: string): boolean {
  return value.length > shownAtFirst.characters || value.split('\n', 5).length > shownAtFirst.lines;
}

function LongText({ value, code }: { value: string; code: boolean }) {
  const [open, setOpen] = useState(false);
  const highlight = use(HighlightContext);
  const long = isLong(value);
  const cut = long && !open;
  const limit = cut ? previewCharacters : Infinity;
  const marked = ({ mark, excerpt }: Highlight) => (cut ? excerpt(value, limit) : mark(value));
  const look = code ? 'value value--code' : 'value';
  return (
    <>
      <bdi dir={code ? 'ltr' : 'auto'} className={cut ? `${look} value--cut` : look}>
        {highlight ? marked(highlight) : softBreaks(value.slice(0, limit), code)}
      </bdi>
      {long && (
        <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? text.showLess : text.showAll}
        </Button>
      )}
    </>
  );
}

/** Any JSON value for reading, exactly: numbers keep their text, and no two different values look alike. */
export function AttributeValue({ json }: { json: string }) {
  const kind = kindOf(json);
  switch (kind) {
    case 'string': {
      const value = JSON.parse(json) as string;
      return value === '' ? (
        <span className="muted">{text.emptyText}</span>
      ) : (
        <LongText value={value} code={false} />
      );
    }
    case 'null':
      return <span className="muted">{text.null}</span>;
    case 'boolean':
      return <LongText value={json.trim() === 'true' ? text.true : text.false} code={false} />;
    case 'number':
      return <LongText value={json.trim()} code={false} />;
    case 'object':
    case 'array':
      return <LongText value={formatJson(json)} code />;
  }
}
