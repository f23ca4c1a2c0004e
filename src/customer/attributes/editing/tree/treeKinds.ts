import { checkJson } from '#src/contract/json/checkJson.ts';
import { kindOf, type JsonKind } from '#src/contract/json/kindOf.ts';
import { kindText } from '../kindText.ts';
import { replaceNode } from './treeEdits.ts';
import {
  isBranch,
  readTree,
  wordsOf,
  writeTree,
  type BranchKind,
  type NextId,
  type TreeBranch,
  type TreeNode,
  type TreeScalar,
} from './treeModel.ts';

/** More than this is no slip in a number, and nothing that its control should show. */
const longestNumber = 60;

function yesOrNo(words: string): string | undefined {
  if (/^\s*(?:true|yes)\s*$/i.test(words)) return 'true';
  return /^\s*(?:false|no)\s*$/i.test(words) ? 'false' : undefined;
}

/** A text that is itself the JSON text of an object or a list. */
function holdsJson(words: string, kind: BranchKind): boolean {
  if (!/^\s*[{[]/.test(words) || kindOf(words) !== kind) return false;
  try {
    checkJson(words);
    return true;
  } catch {
    return false;
  }
}

/** The scalar's words as another scalar, `undefined` when they cannot stand there. */
function asScalar(scalar: TreeScalar, kind: TreeScalar['kind']): string | undefined {
  const words = wordsOf(scalar);
  switch (kind) {
    case 'string':
      return JSON.stringify(words);
    case 'number': {
      const short = words.trim().length <= longestNumber && !/[\r\n]/.test(words.trim());
      return short && scalar.kind !== 'boolean' ? words.trim() : undefined;
    }
    case 'boolean':
      return yesOrNo(words);
    case 'null':
      return undefined;
  }
}

function lossOfScalar(scalar: TreeScalar, kind: JsonKind): string | undefined {
  const words = wordsOf(scalar);
  if (words === '' || kind === 'array') return undefined;
  const kept = kind === 'object' ? holdsJson(words, kind) : asScalar(scalar, kind) !== undefined;
  return kept ? undefined : kindText.loss[scalar.kind](words);
}

/**
 * What the node loses when it becomes another kind, as the end of a sentence ("3 fields"); `undefined` when
 * it loses nothing. Words that can stand in the new kind do: text "12" becomes the number 12, a scalar the
 * first item of a list, an object the text that is its JSON, and a text in a number's control stays there to
 * be put right.
 */
export function kindChangeLoss(node: TreeNode, kind: JsonKind): string | undefined {
  if (node.kind === kind) return undefined;
  if (!isBranch(node)) return lossOfScalar(node, kind);
  if (node.children.length === 0 || kind === 'object' || kind === 'string') return undefined;
  const count = node.children.length;
  return kind === 'array' ? kindText.loss.names(count) : kindText.count(node.kind, count);
}

function branchAs(node: TreeBranch, kind: BranchKind): TreeBranch {
  const children = node.children.map((child, index) => ({
    ...child,
    key: kind === 'object' ? String(index + 1) : '',
  }));
  return { ...node, kind, children };
}

function scalarAsBranch(scalar: TreeScalar, kind: BranchKind, nextId: NextId): TreeBranch {
  const { id, key } = scalar;
  const words = wordsOf(scalar);
  if (scalar.kind === 'string' && holdsJson(words, kind)) {
    const inner = readTree(words, nextId);
    if (isBranch(inner)) return { ...inner, id, key };
  }
  if (kind === 'object' || words === '') return { id, key, kind, children: [] };
  return { id, key, kind, children: [{ ...scalar, id: nextId(), key: '' }] };
}

/** An object or a list as the text that {@link holdsJson} knows again; nothing of one that is empty. */
function textOfBranch(node: TreeBranch, kind: TreeScalar['kind']): string | undefined {
  return kind === 'string' && node.children.length > 0
    ? JSON.stringify(writeTree(node))
    : undefined;
}

function withKind(node: TreeNode, kind: JsonKind, nextId: NextId): TreeNode {
  if (node.kind === kind) return node;
  if (kind === 'object' || kind === 'array')
    return isBranch(node) ? branchAs(node, kind) : scalarAsBranch(node, kind, nextId);
  const { id, key } = node;
  const empty = { string: '""', number: '', boolean: '', null: 'null' }[kind];
  const text = isBranch(node) ? textOfBranch(node, kind) : asScalar(node, kind);
  return { id, key, kind, text: text ?? empty };
}

/** Makes a node another kind at once: ask {@link kindChangeLoss} before. Its id and its name stay. */
export function changeKind(tree: TreeNode, id: number, kind: JsonKind, nextId: NextId): TreeNode {
  return replaceNode(tree, id, (node) => withKind(node, kind, nextId));
}
