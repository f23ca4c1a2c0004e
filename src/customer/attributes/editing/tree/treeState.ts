import type { JsonKind } from '#src/contract/json/kindOf.ts';
import {
  addAfter,
  addInside,
  moveNode,
  newChild,
  removeNode,
  renameKey,
  setText,
} from './treeEdits.ts';
import { treeErrors, type TreeErrors } from './treeErrors.ts';
import { changeKind, kindChangeLoss } from './treeKinds.ts';
import {
  allNodes,
  createIds,
  find,
  isBranch,
  pathTo,
  readTree,
  type NextId,
  type TreeNode,
} from './treeModel.ts';

/** Levels that are shown inside each other, so that a row keeps its room; what is deeper is shown on its own. */
export const levelsShown = 5;
/** Rows of one object or list that are shown at first, and then each time more are asked for. */
export const rowsAtOnce = 50;
/** A value with more parts than these begins with its first level alone. */
const mostOpenAtFirst = 20;

type RowPart = 'key' | 'value' | 'type' | 'menu' | 'toggle';

/** A change of kind that waits for the agent's word, because something would be lost. */
export interface KindQuestion {
  id: number;
  kind: JsonKind;
  loss: string;
}

export interface TreeState {
  tree: TreeNode;
  errors: TreeErrors;
  open: ReadonlySet<number>;
  /** Rows shown of a branch, where not {@link rowsAtOnce}. */
  limits: ReadonlyMap<number, number>;
  /** Rows shown although they are behind the limit: added or moved just now. */
  revealed: ReadonlySet<number>;
  /** The part that is shown, which is the root unless the agent went deeper. */
  view: number;
  question?: KindQuestion | undefined;
  /** The object or list whose name is a field now, not a button. */
  renaming?: number | undefined;
  /** What takes the focus when the change is on the page. A new object each time it is to move. */
  focus?: { id: number; part: RowPart } | undefined;
  nextId: NextId;
}

export type TreeAction =
  | { do: 'type'; id: number; text: string }
  | { do: 'rename'; id: number; key: string }
  | { do: 'addInside' | 'addAfter' | 'remove' | 'toggle' | 'showMore' | 'view'; id: number }
  | { do: 'startName' | 'endName'; id: number }
  | { do: 'move'; id: number; by: -1 | 1 }
  | { do: 'chooseKind'; id: number; kind: JsonKind }
  | { do: 'answer'; change: boolean }
  | { do: 'focus'; id: number; part: RowPart };

/** A tree as it is shown first. `json` must be valid JSON text. */
export function startTree(json: string): TreeState {
  const nextId = createIds();
  const tree = readTree(json, nextId);
  const ids = Array.from(allNodes(tree), (node) => node.id);
  return {
    tree,
    errors: treeErrors(tree),
    open: new Set(ids.length - 1 > mostOpenAtFirst ? [tree.id] : ids),
    limits: new Map(),
    revealed: new Set(),
    view: tree.id,
    nextId,
  };
}

const withId = (set: ReadonlySet<number>, id: number) => new Set(set).add(id);

function withTree(state: TreeState, tree: TreeNode): TreeState {
  if (tree === state.tree) return state;
  return { ...state, tree, errors: treeErrors(tree), question: undefined };
}

function add(state: TreeState, id: number, where: 'addInside' | 'addAfter'): TreeState {
  const { node, parent } = find(state.tree, id);
  const around = where === 'addInside' ? node : parent;
  if (!around || !isBranch(around)) return state;
  const child = newChild(around, state.nextId);
  const put = where === 'addInside' ? addInside : addAfter;
  const after = withTree(state, put(state.tree, id, child));
  const part = around.kind === 'object' ? 'key' : isBranch(child) ? 'toggle' : 'value';
  // Inside the deepest level that is shown, the new row would be nowhere.
  const path = pathTo(state.tree, around.id).map((step) => step.id);
  const depth = path.length - 1 - path.indexOf(state.view);
  return {
    ...after,
    open: withId(withId(state.open, around.id), child.id),
    revealed: withId(state.revealed, child.id),
    view: depth >= levelsShown - 1 ? around.id : state.view,
    focus: { id: child.id, part },
  };
}

/** Which children have a row, and how many have none yet. */
export function shownChildren(
  { limits, revealed, errors }: TreeState,
  branch: { id: number; children: readonly TreeNode[] },
) {
  const limit = limits.get(branch.id) ?? rowsAtOnce;
  const first = branch.children.slice(0, limit);
  const later = branch.children.slice(limit).filter(({ id }) => revealed.has(id) || errors.has(id));
  return { first, later, hidden: branch.children.length - first.length - later.length };
}

function remove(state: TreeState, id: number): TreeState {
  const { node, parent } = find(state.tree, id);
  if (!node || !parent) return state;
  const { first, later } = shownChildren(state, parent);
  const rows = [...first, ...later];
  const next = rows[rows.indexOf(node) + 1];
  const focus = next ? ({ id: next.id, part: 'menu' } as const) : undefined;
  return {
    ...withTree(state, removeNode(state.tree, id)),
    focus: focus ?? { id: parent.id, part: 'toggle' },
  };
}

function setKind(state: TreeState, id: number, kind: JsonKind): TreeState {
  const after = withTree(state, changeKind(state.tree, id, kind, state.nextId));
  const { node, parent } = find(after.tree, id);
  if (!node) return state;
  const opened = Array.from(allNodes(node), (inner) => inner.id);
  return {
    ...after,
    open: isBranch(node) ? new Set([...state.open, ...opened]) : state.open,
    view: id === state.view && !isBranch(node) ? (parent?.id ?? id) : state.view,
    focus: { id, part: 'type' },
  };
}

function chooseKind(state: TreeState, id: number, kind: JsonKind): TreeState {
  const { node } = find(state.tree, id);
  if (!node) return state;
  const loss = kindChangeLoss(node, kind);
  if (loss !== undefined) return { ...state, question: { id, kind, loss } };
  return node.kind === kind ? { ...state, question: undefined } : setKind(state, id, kind);
}

function answer({ question, ...state }: TreeState, change: boolean): TreeState {
  if (!question) return state;
  if (change) return setKind(state, question.id, question.kind);
  return { ...state, focus: { id: question.id, part: 'type' } };
}

function toggle(state: TreeState, id: number): TreeState {
  const open = new Set(state.open);
  if (!open.delete(id)) open.add(id);
  return { ...state, open };
}

function showMore(state: TreeState, id: number): TreeState {
  const { node } = find(state.tree, id);
  if (!node || !isBranch(node)) return state;
  const limit = state.limits.get(id) ?? rowsAtOnce;
  const firstNew = node.children[limit];
  return {
    ...state,
    limits: new Map(state.limits).set(id, limit + rowsAtOnce),
    focus: firstNew && { id: firstNew.id, part: isBranch(firstNew) ? 'toggle' : 'value' },
  };
}

function showPart(state: TreeState, id: number): TreeState {
  const goesUp = pathTo(state.tree, state.view).some((step) => step.id === id);
  return {
    ...state,
    view: id,
    open: withId(state.open, id),
    question: undefined,
    focus: { id: goesUp ? state.view : id, part: 'toggle' },
  };
}

/** What an action makes of the tree and of what is shown of it. Draws new ids, so it is not for React's reducer. */
export function act(state: TreeState, action: TreeAction): TreeState {
  switch (action.do) {
    case 'type':
      return withTree(state, setText(state.tree, action.id, action.text));
    case 'rename':
      return withTree(state, renameKey(state.tree, action.id, action.key));
    case 'addInside':
    case 'addAfter':
      return add(state, action.id, action.do);
    case 'remove':
      return remove(state, action.id);
    case 'move':
      return {
        ...withTree(state, moveNode(state.tree, action.id, action.by)),
        revealed: withId(state.revealed, action.id),
        focus: { id: action.id, part: 'menu' },
      };
    case 'chooseKind':
      return chooseKind(state, action.id, action.kind);
    case 'answer':
      return answer(state, action.change);
    case 'toggle':
      return toggle(state, action.id);
    case 'showMore':
      return showMore(state, action.id);
    case 'view':
      return showPart(state, action.id);
    case 'startName':
      return { ...state, renaming: action.id, focus: { id: action.id, part: 'key' } };
    case 'endName':
      return state.renaming === action.id ? { ...state, renaming: undefined } : state;
    case 'focus':
      return { ...state, focus: { id: action.id, part: action.part } };
  }
}
