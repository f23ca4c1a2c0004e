import { isJsonNumber } from '#src/contract/json/isJsonNumber.ts';
import { kindOf, type JsonKind } from '#src/contract/json/kindOf.ts';
import { formatJson } from '../list/formatJson.ts';
import { isJson, rowJson } from './editRow.ts';
import { holdableText } from './holdableText.ts';
import { kindText } from './kindText.ts';
import type { EditRow, RowKind } from './rowSchema.ts';
import { changeKind, kindChangeLoss } from './tree/treeKinds.ts';
import { createIds, isBranch, readTree, type TreeNode } from './tree/treeModel.ts';

type Value = Pick<EditRow, 'kind' | 'text' | 'from'>;

/** What a row of a kind is saved as; of JSON only the text can tell. */
const savedAs = { text: 'string', number: 'number', boolean: 'boolean', null: 'null' } as const;

/** The kind of value that saving the row would send; `undefined` while it is JSON without a word. */
export function savedKind({ kind, text }: Value): JsonKind | undefined {
  if (kind !== 'json') return savedAs[kind];
  return text.trim() === '' ? undefined : kindOf(text);
}

/** The row's value as the tree has it: what is no value of its kind is the words that were typed. */
function nodeOf(row: Value): TreeNode {
  const { kind, text } = row;
  const isValue = {
    text: true,
    number: isJsonNumber(text.trim()),
    boolean: /^(?:true|false)$/.test(text),
    null: true,
    json: isJson(text),
  }[kind];
  return readTree(isValue ? rowJson({ kind, text }) : JSON.stringify(text));
}

/** What the row loses when the agent chooses another type, as {@link kindChangeLoss} has it. JSON takes every value. */
export function kindLoss(row: Value, kind: RowKind): string | undefined {
  if (kind === 'json' || kind === row.kind) return undefined;
  const node = nodeOf(row);
  if (kind === 'text' && node.kind === 'string' && holdableText(node.text) === undefined)
    return kindText.loss.notHoldable;
  return kindChangeLoss(node, savedAs[kind]);
}

/** The row as another type, at once: the words stay where they can stand there. Ask {@link kindLoss} before. */
export function asKind(row: Value, kind: RowKind): Pick<EditRow, 'kind' | 'text'> {
  if (kind === row.kind) return { kind, text: row.text };
  if (kind === 'json') {
    const json = rowJson(row);
    return { kind, text: isJson(json) ? formatJson(json) : row.text };
  }
  const node = nodeOf(row);
  const after = changeKind(node, node.id, savedAs[kind], createIds());
  if (isBranch(after) || kind === 'null') return { kind, text: '' };
  if (kind !== 'text') return { kind, text: after.text };
  // As a text control would give it back.
  return { kind, text: String(JSON.parse(after.text)).replaceAll(/\r\n?/g, '\n') };
}
