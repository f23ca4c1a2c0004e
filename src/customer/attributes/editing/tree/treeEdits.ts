import { holdableText, withBreaksOf } from '../holdableText.ts';
import { find, isBranch, type NextId, type TreeBranch, type TreeNode } from './treeModel.ts';

/** The tree with one node changed. All that is not on the way to it is the same object as before. */
export function replaceNode(
  tree: TreeNode,
  id: number,
  change: (node: TreeNode) => TreeNode,
): TreeNode {
  if (tree.id === id) return change(tree);
  if (!isBranch(tree)) return tree;
  for (const [index, child] of tree.children.entries()) {
    const after = replaceNode(child, id, change);
    if (after !== child) return { ...tree, children: tree.children.with(index, after) };
  }
  return tree;
}

type Children = readonly TreeNode[];

function changeChildren(tree: TreeNode, id: number, change: (children: Children) => Children) {
  return replaceNode(tree, id, (node) =>
    isBranch(node) ? { ...node, children: change(node.children) } : node,
  );
}

/** What was typed into a scalar's control: a string's own words, a number's digits, `true` or `false`. */
export function setText(tree: TreeNode, id: number, typed: string): TreeNode {
  return replaceNode(tree, id, (node) => {
    if (isBranch(node) || node.kind === 'null') return node;
    if (node.kind !== 'string') return { ...node, text: typed };
    // What a control shows of a text is not the text: typing nothing new must leave its escapes alone.
    if (holdableText(node.text) === typed) return node;
    return { ...node, text: JSON.stringify(withBreaksOf(node.text, typed)) };
  });
}

/** Gives a field another name; of the root and of items, which have none, nothing changes. */
export function renameKey(tree: TreeNode, id: number, key: string): TreeNode {
  if (find(tree, id).parent?.kind !== 'object') return tree;
  return replaceNode(tree, id, (node) => ({ ...node, key }));
}

/** A new child for a branch: an empty text, but in a list of objects or of lists an empty one of those. */
export function newChild(parent: TreeBranch, nextId: NextId): TreeNode {
  const last = parent.children.at(-1);
  const place = { id: nextId(), key: '' };
  return parent.kind === 'array' && last && isBranch(last)
    ? { ...place, kind: last.kind, children: [] }
    : { ...place, kind: 'string', text: '""' };
}

/** Puts a node at the end of a branch. */
export function addInside(tree: TreeNode, parentId: number, node: TreeNode): TreeNode {
  return changeChildren(tree, parentId, (children) => [...children, node]);
}

/** Puts a node behind another; nothing changes when that is the root. */
export function addAfter(tree: TreeNode, id: number, node: TreeNode): TreeNode {
  const { parent } = find(tree, id);
  if (!parent) return tree;
  return changeChildren(tree, parent.id, (children) =>
    children.toSpliced(children.findIndex((child) => child.id === id) + 1, 0, node),
  );
}

/** The tree without a node; the root stays. */
export function removeNode(tree: TreeNode, id: number): TreeNode {
  const { parent } = find(tree, id);
  if (!parent) return tree;
  return changeChildren(tree, parent.id, (children) => children.filter((child) => child.id !== id));
}

/** Swaps a node with its neighbour before (`-1`) or behind (`1`) it; at the end of the line nothing changes. */
export function moveNode(tree: TreeNode, id: number, by: -1 | 1): TreeNode {
  const { node, parent } = find(tree, id);
  if (!node || !parent) return tree;
  const from = parent.children.indexOf(node);
  const neighbour = parent.children[from + by];
  if (!neighbour) return tree;
  return changeChildren(tree, parent.id, (children) =>
    children.with(from, neighbour).with(from + by, node),
  );
}
