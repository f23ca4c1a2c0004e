import { Button } from '#src/ui/Button.tsx';
import { BranchRow } from './BranchRow.tsx';
import { placeChildren, type RowPlace } from './rowPlace.ts';
import { ScalarRow } from './ScalarRow.tsx';
import { PlusIcon } from './treeIcons.tsx';
import { isBranch, type TreeBranch, type TreeNode } from './treeModel.ts';
import { levelsShown, rowsAtOnce, shownChildren, type TreeState } from './treeState.ts';
import { treeText } from './treeText.ts';
import { useAct } from './useTree.ts';

export interface TreeNodeViewProps {
  node: TreeNode;
  place: RowPlace;
  state: TreeState;
  /** Levels below the part that is shown. */
  depth: number;
}

function AddButton({ node, words }: { node: TreeBranch; words: string }) {
  const act = useAct();
  const label = treeText.add[node.kind];
  return (
    <Button
      look="quiet"
      aria-label={treeText.addTo(label, words)}
      onClick={() => act({ do: 'addInside', id: node.id })}
    >
      <PlusIcon />
      {label}
    </Button>
  );
}

function ShowMore({ id, hidden, words }: { id: number; hidden: number; words: string }) {
  const act = useAct();
  const next = Math.min(hidden, rowsAtOnce);
  return (
    <Button
      look="quiet"
      aria-label={treeText.showMoreOf(next, words)}
      onClick={() => act({ do: 'showMore', id })}
    >
      {treeText.showMore(next)}
    </Button>
  );
}

interface ChildrenProps extends TreeNodeViewProps {
  node: TreeBranch;
}

function Children({ node, place, state, depth }: ChildrenProps) {
  const { first, later, hidden } = shownChildren(state, node);
  const placed = placeChildren(place, node);
  const row = (child: TreeNode, index: number) => (
    <li key={child.id}>
      <TreeNodeView node={child} place={placed(child, index)} state={state} depth={depth + 1} />
    </li>
  );
  const rows = (
    <ul>
      {first.map(row)}
      {hidden > 0 && (
        <li>
          <ShowMore id={node.id} hidden={hidden} words={place.words} />
        </li>
      )}
      {later.map((child) => row(child, node.children.indexOf(child)))}
    </ul>
  );
  return (
    <div className="tree-inside">
      {node.children.length > 0 && rows}
      {(place.top || node.children.length === 0) && <AddButton node={node} words={place.words} />}
    </div>
  );
}

/** One value with all that is open below it. */
export function TreeNodeView({ node, place, state, depth }: TreeNodeViewProps) {
  if (!isBranch(node))
    return (
      <ScalarRow
        {...place}
        node={node}
        error={state.errors.get(node.id)}
        question={state.question?.id === node.id ? state.question : undefined}
      />
    );
  const open = depth < levelsShown - 1 ? state.open.has(node.id) : undefined;
  return (
    <>
      <BranchRow node={node} place={place} state={state} open={open} />
      {open && <Children node={node} place={place} state={state} depth={depth} />}
    </>
  );
}
