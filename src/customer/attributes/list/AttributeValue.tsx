import { use, useState } from 'react';
import { kindOf, type JsonKind } from '#src/contract/json/kindOf.ts';
import { softBreaks } from '#src/ui/softBreaks.tsx';
import { attributesText } from '../attributesText.ts';
import { HighlightContext, type Highlight } from './HighlightContext.ts';
import { formatJson } from './formatJson.ts';
import { ShowAll } from './ShowAll.tsx';

const text = attributesText;

const shownAtFirst = { characters: 240, lines: 3 };
/** What of a long value is put on the page before somebody asks for all of it. */
const previewCharacters = 600;

function isLong(value: string): boolean {
  return value.length > shownAtFirst.characters || value.split('\n', 5).length > shownAtFirst.lines;
}

interface TextProps {
  value: string;
  /** JSON, which reads from left to right whatever stands in it. */
  code: boolean;
  /** Only the beginning is shown. */
  cut?: boolean;
}

function Text({ value, code, cut = false }: TextProps) {
  const highlight = use(HighlightContext);
  const limit = cut ? previewCharacters : Infinity;
  const marked = ({ mark, excerpt }: Highlight) => (cut ? excerpt(value, limit) : mark(value));
  const look = code ? 'value value--code' : 'value';
  return (
    <bdi dir={code ? 'ltr' : 'auto'} className={cut ? `${look} value--cut` : look}>
      {highlight ? marked(highlight) : softBreaks(value.slice(0, limit), code)}
    </bdi>
  );
}

function LongText({ value, code }: Omit<TextProps, 'cut'>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Text value={value} code={code} cut={!open} />
      <ShowAll open={open} onChange={setOpen} />
    </>
  );
}

function wordsOf(json: string, kind: JsonKind): string {
  switch (kind) {
    case 'string':
      return JSON.parse(json) as string;
    case 'boolean':
      return json.trim() === 'true' ? text.true : text.false;
    case 'number':
      return json.trim();
    case 'null':
      return text.null;
    case 'object':
    case 'array':
      return formatJson(json);
  }
}

/** Any JSON value for reading, exactly: numbers keep their text, and no two different values look alike. */
export function AttributeValue({ json }: { json: string }) {
  const kind = kindOf(json);
  const value = wordsOf(json, kind);
  if (kind === 'null' || value === '')
    return <span className="muted">{value || text.emptyText}</span>;
  const code = kind === 'object' || kind === 'array';
  return isLong(value) ? (
    <LongText value={value} code={code} />
  ) : (
    <Text value={value} code={code} />
  );
}
