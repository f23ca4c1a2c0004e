import type { Edit } from '#src/contract/edits.ts';
import { checkJson } from '#src/contract/json/checkJson.ts';
import { equalJson } from '#src/contract/json/equalJson.ts';
import { kindOf } from '#src/contract/json/kindOf.ts';
import { formatJson } from '../list/formatJson.ts';
import { holdableText, withBreaksOf } from './holdableText.ts';
import type { EditRow, RowKind } from './rowSchema.ts';

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

/** An attribute that the customer does not have, opened in its place, and nothing entered yet: it stays as it is. */
export const isUnset = ({ from, remove }: Pick<EditRow, 'from' | 'remove'>) =>
  from === undefined && remove;

/** A text control has line feeds alone; a value that had CR LF gets them back. */
function withOldLineBreaks(text: string, from: string | undefined): string {
  return from !== undefined && kindOf(from) === 'string' ? withBreaksOf(from, text) : text;
}

/** The JSON text that saving the row would send; not valid JSON while the row has an error. */
export function rowJson({ kind, text, from }: Pick<EditRow, 'kind' | 'text' | 'from'>): string {
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

/** What the agent wants, for showing it: nothing of a removal, and a text that is not JSON yet as it is. */
export function shownJson(row: EditRow): string | undefined {
  if (row.remove) return undefined;
  try {
    JSON.parse(rowJson(row));
    return rowJson(row);
  } catch {
    return JSON.stringify(row.text);
  }
}

/** Whether a text is JSON, however deep. */
export function isJson(text: string): boolean {
  try {
    checkJson(text, Infinity);
    return true;
  } catch {
    return false;
  }
}

/** Whether nothing was entered, even where what Gladly holds is nothing that we would accept. */
export function isAsOpened(row: EditRow): boolean {
  if (row.from === undefined || row.remove) return isUnset(row);
  const opened = rowFor(row.key, row.from);
  return row.kind === opened.kind && row.text === opened.text;
}

/** Whether saving the row would change anything; a row that cannot be saved as it stands counts as changed. */
export function isChanged(row: EditRow): boolean {
  if (row.from === undefined)
    return !row.remove && (row.key !== '' || row.text !== '' || row.kind !== 'text');
  if (row.remove) return true;
  if (isAsOpened(row)) return false;
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
