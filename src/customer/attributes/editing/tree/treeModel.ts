import { isJsonNumber } from '#src/contract/json/isJsonNumber.ts';
import { kindOf, type JsonKind } from '#src/contract/json/kindOf.ts';
import { walkTokens, type TokenWalker } from '#src/contract/json/tokens.ts';

export type BranchKind = 'object' | 'array';
type ScalarKind = Exclude<JsonKind, BranchKind>;

interface TreePlace {
  /** Never given to another node of the same tree, and kept when the node is changed, renamed or moved. */
  readonly id: number;
  /** The node's name in the object around it; `''` in a list and at the root. */
  readonly key: string;
}

export interface TreeScalar extends TreePlace {
  readonly kind: ScalarKind;
  /**
   * A string's JSON text, quotes and escapes as they came; of the other kinds what stands in the
   * control, which need not be valid: a number half typed, `''` for a choice not made.
   */
  readonly text: string;
}

export interface TreeBranch extends TreePlace {
  readonly kind: BranchKind;
  readonly children: readonly TreeNode[];
}

/** A JSON value for editing. Nothing in it is a JavaScript object of the value's own, so keys and digits stay as they are. */
export type TreeNode = TreeScalar | TreeBranch;

export function isBranch(node: TreeNode): node is TreeBranch {
  return node.kind === 'object' || node.kind === 'array';
}

export type NextId = () => number;

/** Counts from `first`; one counter must give all the ids of a tree. */
export function createIds(first = 1): NextId {
  let id = first;
  return () => id++;
}

/** The value whose first token is the current one, `token`. One pass: levels are not read anew. */
function readValue(text: string, walker: TokenWalker, token: string, key: string, nextId: NextId) {
  const id = nextId();
  if (token !== '{' && token !== '[') {
    const scalar = text.slice(walker.start(), walker.end());
    return { id, key, kind: kindOf(scalar) as ScalarKind, text: scalar };
  }
  const children: TreeNode[] = [];
  const close = token === '{' ? '}' : ']';
  for (let next = walker.next(); next !== close && next !== ''; next = walker.next()) {
    let name = '';
    if (token === '{') {
      name = walker.value();
      walker.next(); // the colon
      next = walker.next();
    }
    children.push(readValue(text, walker, next, name, nextId));
    if (walker.next() !== ',') break;
  }
  return { id, key, kind: token === '{' ? 'object' : 'array', children } satisfies TreeBranch;
}

/**
 * The tree of a valid JSON text: check it first. A key that stands twice in one object stands twice in the
 * tree too (`members` would drop one), so that {@link treeErrors} can say so before anything is lost.
 */
export function readTree(json: string, nextId: NextId = createIds()): TreeNode {
  const walker = walkTokens(json);
  return readValue(json, walker, walker.next(), '', nextId);
}

/** Whether a scalar's text is a value of its kind, white space around it aside. */
export function isValidScalar({ kind, text }: TreeScalar): boolean {
  if (kind === 'number') return isJsonNumber(text.trim());
  return kind !== 'boolean' || /^(?:true|false)$/.test(text.trim());
}

/** A scalar as words: a string without quotes, of the others what stands in the control, of "no value" nothing. */
export function wordsOf({ kind, text }: TreeScalar): string {
  if (kind === 'null') return '';
  return kind === 'string' ? String(JSON.parse(text)) : text.trim();
}

/**
 * What is not a value is written as it was typed, and never so that the whole could be read as something
 * else: `1,5` in a list would be two items, and nothing at all an empty list. `?` is JSON nowhere.
 */
function scalarText(scalar: TreeScalar): string {
  const text = scalar.text.trim();
  if (isValidScalar(scalar)) return text;
  const fails = /^[\w.+-]+$/.test(text) && !/^(?:true|false|null)$/.test(text);
  return fails && !isJsonNumber(text) ? text : `?${text}`;
}

/**
 * The tree as compact JSON text, untouched scalars byte for byte as they were read. While a scalar is invalid
 * the text is not JSON either, and holds what was typed; see {@link treeErrors} for what is wrong.
 */
export function writeTree(node: TreeNode): string {
  if (!isBranch(node)) return scalarText(node);
  if (node.kind === 'array') return `[${node.children.map(writeTree).join(',')}]`;
  const fields = node.children.map((child) => `${JSON.stringify(child.key)}:${writeTree(child)}`);
  return `{${fields.join(',')}}`;
}

/** From the root to the node, both included; empty when it is not in the tree. */
export function pathTo(tree: TreeNode, id: number): readonly TreeNode[] {
  if (tree.id === id) return [tree];
  if (!isBranch(tree)) return [];
  for (const child of tree.children) {
    const path = pathTo(child, id);
    if (path.length > 0) return [tree, ...path];
  }
  return [];
}

/** The node, and the branch around it, which the root has not. */
export function find(tree: TreeNode, id: number) {
  const [node, parent] = pathTo(tree, id).toReversed();
  return { node, parent: parent && isBranch(parent) ? parent : undefined };
}

/** All nodes, parents before their children, in the order of the text. */
export function* allNodes(node: TreeNode): Generator<TreeNode> {
  yield node;
  if (isBranch(node)) for (const child of node.children) yield* allNodes(child);
}
