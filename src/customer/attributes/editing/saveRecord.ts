import type { Edit } from '#src/contract/edits.ts';
import type { EditResult } from '#src/contract/saveAnswer.ts';
import { formatJson } from '../list/formatJson.ts';
import type { EditRow } from './rowSchema.ts';
import { rowFor } from './editRow.ts';

/** What a save changed in one attribute, as JSON texts; absent = not there. */
export interface SavedChange {
  key: string;
  before?: string | undefined;
  after?: string | undefined;
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

/** What really changed: an altered value counts as what it became, one that is as it was counts for nothing. */
export function changesOf(edits: readonly Edit[], results: readonly EditResult[]): SavedChange[] {
  return edits.flatMap(({ key, from, to }): SavedChange[] => {
    const result = results.find((other) => other.key === key);
    if (!result) return [];
    const after = { saved: to, altered: result.value, missing: undefined }[result.outcome];
    return after === from ? [] : [{ key, before: from, after }];
  });
}

/** The edits that take a save back, from what it left to what was there before. */
export function undoOf({ changes }: SaveRecord): Edit[] {
  return changes.map(({ key, before, after }) => ({
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

export interface ReceiptWords {
  title: (customer: string, id: string) => string;
  saved: (time: string, by: string | undefined) => string;
  absent: string;
}

/** A save as text to paste into a conversation: each attribute before and after, when, by whom, and of whom. */
export function receiptText(record: SaveRecord, words: ReceiptWords, time: string): string {
  const value = (json: string | undefined) =>
    json === undefined ? words.absent : formatJson(json);
  const { customerId, customerName = customerId, savedBy } = record;
  const lines = record.changes.map(
    ({ key, before, after }) => `${key}: ${value(before)} → ${value(after)}`,
  );
  return [words.title(customerName, customerId), words.saved(time, savedBy), ...lines].join('\n');
}
