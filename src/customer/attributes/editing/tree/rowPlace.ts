import { sameNames } from './treeErrors.ts';
import { pathTo, isBranch, type BranchKind, type TreeBranch, type TreeNode } from './treeModel.ts';
import { treeText } from './treeText.ts';

/** Where a row is. Nothing but texts and flags, so that a row can tell by comparing them that it need not render. */
export interface RowPlace {
  /** The path for people, "order › items › 1", which tells each row's controls from all others'. */
  words: string;
  /** The path as the JSON text of an array, `["order","items",0]`: the attribute's name first. */
  path: string;
  /** The kind of what the row is in; the root is in nothing. */
  around: BranchKind | undefined;
  /** From 1. */
  position: number;
  first: boolean;
  last: boolean;
  /** The row is the part shown, and is not moved or removed from inside. */
  top: boolean;
}

function rootPlace(name: string): RowPlace {
  return {
    words: treeText.nameOf(name),
    path: JSON.stringify([name]),
    around: undefined,
    position: 1,
    first: true,
    last: true,
    top: true,
  };
}

/** Places the children of a branch. */
export function placeChildren({ words, path }: RowPlace, branch: TreeBranch) {
  const twice = sameNames(branch);
  const list = branch.kind === 'array';
  return (child: TreeNode, index: number): RowPlace => {
    const position = index + 1;
    const own = twice.has(child.key)
      ? treeText.nameAt(child.key, position)
      : treeText.nameOf(child.key);
    return {
      words: treeText.step(words, list ? String(position) : own),
      path: `${path.slice(0, -1)},${list ? index : JSON.stringify(child.key)}]`,
      around: branch.kind,
      position,
      first: index === 0,
      last: position === branch.children.length,
      top: false,
    };
  };
}

/** The nodes from the root to one node, each with its place. `name` is the attribute's. */
export function placedPath(tree: TreeNode, id: number, name: string) {
  const steps: { node: TreeNode; place: RowPlace }[] = [];
  for (const node of pathTo(tree, id)) {
    const parent = steps.at(-1);
    const place =
      parent && isBranch(parent.node)
        ? placeChildren(parent.place, parent.node)(node, parent.node.children.indexOf(node))
        : rootPlace(name);
    steps.push({ node, place });
  }
  return steps;
}
