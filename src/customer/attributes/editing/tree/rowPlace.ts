import type { Definition } from '#src/contract/definitions/definitions.ts';
import { sameNames } from './treeErrors.ts';
import { pathTo, isBranch, type BranchKind, type TreeBranch, type TreeNode } from './treeModel.ts';
import { treeText } from './treeText.ts';

/** Where a row is. Texts, flags and the brand's own words, so that a row can tell by comparing them that it need not render. */
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
  /** What the brand says about this part; it explains and enforces nothing here. */
  definition: Definition | undefined;
}

function rootPlace(name: string, definition: Definition | undefined): RowPlace {
  return {
    words: treeText.nameOf(name),
    path: JSON.stringify([name]),
    around: undefined,
    position: 1,
    first: true,
    last: true,
    top: true,
    definition,
  };
}

/** Places the children of a branch. */
export function placeChildren({ words, path, definition }: RowPlace, branch: TreeBranch) {
  const twice = sameNames(branch);
  const list = branch.kind === 'array';
  const fields = new Map(definition?.properties.map((field) => [field.key, field]));
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
      definition: list ? definition?.items : fields.get(child.key),
    };
  };
}

/** The nodes from the root to one node, each with its place. Name and definition are the attribute's. */
export function placedPath(
  tree: TreeNode,
  id: number,
  { name, definition }: { name: string; definition: Definition | undefined },
) {
  const steps: { node: TreeNode; place: RowPlace }[] = [];
  for (const node of pathTo(tree, id)) {
    const parent = steps.at(-1);
    const place =
      parent && isBranch(parent.node)
        ? placeChildren(parent.place, parent.node)(node, parent.node.children.indexOf(node))
        : rootPlace(name, definition);
    steps.push({ node, place });
  }
  return steps;
}
