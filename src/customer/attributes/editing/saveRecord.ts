import type { Definition } from '#src/contract/definitions/definitions.ts';
import type { Edit } from '#src/contract/edits.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import { valuesOf } from '#src/contract/outcome.ts';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import { formatJson } from '../list/formatJson.ts';
import type { EditRow } from './rowSchema.ts';
import { readableValue } from './readableValue.ts';
import { rowFor } from './editRow.ts';

/** What a save changed in one attribute, as JSON texts; absent = not there. */
export interface SavedChange {
  key: string;
  before?: string | undefined;
  after?: string | undefined;
  /**
   * What was there afterwards, where that was neither `before` nor what was sent (`after`). Whether Gladly made it of
   * that, or somebody wrote it in the same moment, cannot be told.
   */
  instead?: { json?: string | undefined };
}

/** One save of this session that changed something. */
export interface SaveRecord {
  customerId: string;
  customerName?: string | undefined;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** The agent's name, where the server knows it. */
  savedBy?: string | undefined;
  changes: SavedChange[];
}

/** What a save is known to have changed. What was there before it, or is as it was, counts for nothing. */
export function changesOf(
  edits: readonly Edit[],
  { customer, results, found = [], unclear }: SaveResult,
): SavedChange[] {
  const there = valuesOf(customer.customAttributes);
  return edits.flatMap(({ key, from, to }): SavedChange[] => {
    const outcome = results.find((result) => result.key === key)?.outcome;
    const now = there.get(key);
    if (!outcome || found.includes(key) || equalOrAbsent(now, from)) return [];
    if (outcome === 'saved') return [{ key, before: from, after: now }];
    // Without a clear answer it is not even known that anything was written.
    return unclear ? [] : [{ key, before: from, after: to, instead: { json: now } }];
  });
}

/** The edits that take a save back, from what it left to what was there before; what may be somebody else's stays. */
export function undoOf({ changes }: Pick<SaveRecord, 'changes'>): Edit[] {
  const own = changes.filter(({ instead }) => !instead);
  return own.map(({ key, before, after }) => ({
    key,
    ...(after !== undefined && { from: after }),
    ...(before !== undefined && { to: before }),
  }));
}

/** The row in which an agent goes on with an edit that could not be saved. */
export function rowOf({ key, from, to }: Edit): EditRow {
  if (to !== undefined) return { ...rowFor(key, to), from };
  return { ...rowFor(key, from ?? '""'), from, remove: true };
}

/** The rows in which an agent goes on with edits of attributes that no row is open for. */
export function rowsToDecide(edits: readonly Edit[], rows: readonly EditRow[]): EditRow[] {
  const open = new Set(rows.map(({ key }) => key));
  return edits.filter(({ key }) => !open.has(key)).map(rowOf);
}

export interface ReceiptWords {
  title: (customer: string, id: string) => string;
  saved: (time: string, by: string | undefined) => string;
  absent: string;
  /** What was there instead of what was sent. */
  instead: (value: string) => string;
}

/**
 * A save as text to paste into a conversation: each attribute before and after, when, by whom, and of whom. What the
 * brand calls things stands before the exact name and value.
 */
export function receiptText(
  record: SaveRecord,
  words: ReceiptWords,
  time: string,
  byKey: ReadonlyMap<string, Definition>,
): string {
  const both = (label: string | undefined, exact: string) =>
    label === undefined || label === exact ? exact : `${label} (${exact})`;
  const { customerId, customerName = customerId, savedBy } = record;
  const lines = record.changes.map(({ key, before, after, instead }) => {
    const definition = byKey.get(key);
    const value = (json: string | undefined) =>
      json === undefined ? words.absent : both(readableValue(json, definition), formatJson(json));
    const line = `${both(definition?.label, key)}: ${value(before)} → ${value(after)}`;
    return instead ? `${line} ${words.instead(value(instead.json))}` : line;
  });
  return [words.title(customerName, customerId), words.saved(time, savedBy), ...lines].join('\n');
}
