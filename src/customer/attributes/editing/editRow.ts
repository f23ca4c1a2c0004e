import type { Edit } from '#src/contract/edits.ts';
import { checkJson } from '#src/contract/json/checkJson.ts';
import { equalJson } from '#src/contract/json/equalJson.ts';
import { kindOf } from '#src/contract/json/kindOf.ts';
import { formatJson } from '../formatJson.ts';
import { holdableText, withBreaksOf } from './holdableText.ts';
import type { EditRow, RowKind } from './rowSchema.ts';

function textOf(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? value : json;
}

/** How a value is edited: by its own type, so that "007" stays text, unless the agent chooses another. */
function kindFor(json: string): RowKind {
  const kind = kindOf(json);
  if (kind === 'string') return holdableText(json) === undefined ? 'json' : 'text';
  return kind === 'object' || kind === 'array' ? 'json' : kind;
}

function textIn(kind: RowKind, json: string): string {
  if (kind === 'text') return holdableText(json) ?? json;
  if (kind === 'json') return formatJson(json);
  return kind === 'null' ? '' : json.trim();
}

/** The row that begins an edit of an attribute as it is now. */
export function rowFor(key: string, from: string): EditRow {
  const kind = kindFor(from);
  return { key, from, kind, text: textIn(kind, from), remove: false };
}

export function newRow(): EditRow {
  return { key: '', kind: 'text', text: '', remove: false };
}

/** A text control has line feeds alone; a value that had CR LF gets them back. */
function withOldLineBreaks(text: string, from: string | undefined): string {
  return from !== undefined && kindOf(from) === 'string' ? withBreaksOf(from, text) : text;
}

/** The JSON text that saving the row would send; not valid JSON while the row has an error. */
export function rowJson({ kind, text, from }: EditRow): string {
  switch (kind) {
    case 'text':
      return JSON.stringify(withOldLineBreaks(text, from));
    case 'null':
      return 'null';
    case 'number':
    case 'boolean':
    case 'json':
      return text.trim();
  }
}

function isJson(text: string): boolean {
  try {
    checkJson(text, Infinity);
    return true;
  } catch {
    return false;
  }
}

/** Whether saving the row would change anything; a row that cannot be saved as it stands counts as changed. */
export function isChanged(row: EditRow): boolean {
  if (row.from === undefined)
    return !row.remove && (row.key !== '' || row.text !== '' || row.kind !== 'text');
  if (row.remove) return true;
  // As it was opened, even where what Gladly holds is nothing that we would accept.
  const opened = rowFor(row.key, row.from);
  if (row.kind === opened.kind && row.text === opened.text) return false;
  const json = rowJson(row);
  return !isJson(json) || !equalJson(json, row.from);
}

/** The edits that the changed rows stand for; call it with valid rows. */
export function toEdits(rows: readonly EditRow[]): Edit[] {
  return rows.filter(isChanged).map((row) => ({
    key: row.key,
    ...(row.from !== undefined && { from: row.from }),
    ...(!row.remove && { to: rowJson(row) }),
  }));
}

/** What stands in the control after the agent chose another type: the same words where they can stand there. */
export function textAs(kind: RowKind, row: EditRow): string {
  if (kind === 'json') return isJson(rowJson(row)) ? formatJson(rowJson(row)) : row.text;
  if (kind === 'text' && row.kind === 'json' && isJson(row.text)) return textOf(row.text);
  return row.text;
}
