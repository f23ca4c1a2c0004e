import { allNodes, isBranch, isValidScalar, type TreeBranch, type TreeNode } from './treeModel.ts';
import { treeText } from './treeText.ts';

/** What is wrong with one node: with its name, with its value. */
export interface TreeError {
  key?: string;
  value?: string;
}

export type TreeErrors = ReadonlyMap<number, TreeError>;

/** The names that stand more than once in an object. */
export function sameNames({ kind, children }: TreeBranch): Set<string> {
  if (kind === 'array') return new Set();
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { key } of children) (once.has(key) ? again : once).add(key);
  return again;
}

/** What is wrong in a tree, by node; a name that stands twice in one object is wrong at each place. Empty: it can be saved. */
export function treeErrors(tree: TreeNode): TreeErrors {
  const errors = new Map<number, TreeError>();
  const visit = (node: TreeNode, key?: string) => {
    const value =
      isBranch(node) || isValidScalar(node)
        ? undefined
        : treeText.errors[node.kind === 'boolean' ? 'notChosen' : 'notANumber'];
    if (key !== undefined || value !== undefined)
      errors.set(node.id, { ...(key && { key }), ...(value && { value }) });
    if (!isBranch(node)) return;
    const twice = sameNames(node);
    for (const child of node.children)
      visit(child, twice.has(child.key) ? treeText.errors.sameName : undefined);
  };
  visit(tree);
  return errors;
}

/** How many nodes below this one are wrong. */
export function errorsInside(node: TreeNode, errors: TreeErrors): number {
  if (errors.size === 0 || !isBranch(node)) return 0;
  let wrong = 0;
  for (const inner of allNodes(node)) if (inner !== node && errors.has(inner.id)) wrong += 1;
  return wrong;
}
