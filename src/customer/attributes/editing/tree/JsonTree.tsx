import { useLayoutEffect, useRef } from 'react';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import { Crumbs } from './Crumbs.tsx';
import { placedPath } from './rowPlace.ts';
import './tree.css';
import { TreeNodeView } from './TreeBranchView.tsx';
import { errorsInside } from './treeErrors.ts';
import type { TreeState } from './treeState.ts';
import { treeText } from './treeText.ts';
import { ActProvider, useTree } from './useTree.ts';

export interface JsonTreeProps {
  /** The attribute's name, with which each path begins. */
  name: string;
  /** What the brand says about the attribute; its parts are explained by it. */
  definition?: Definition | undefined;
  /** JSON text. What is not this tree's own last emission begins a new tree; text that is no JSON is not shown. */
  json: string;
  /**
   * Called on every change, with compact JSON text. While something needs a correction `valid` is false, and
   * then the text is not JSON that anything accepts: what was typed stands in it, with `?` where it could pass
   * for something else, and a name that stands twice stands twice.
   */
  onChange: (json: string, valid: boolean) => void;
}

/** Moves the focus where the state wants it, to the next best place when that is not on the page. */
function useWantedFocus(state: TreeState | undefined) {
  const element = useRef<HTMLDivElement>(null);
  const focus = state?.focus;
  const view = state?.view;
  useLayoutEffect(() => {
    if (!focus) return;
    const parts = [
      `${focus.part}-${focus.id}`,
      `menu-${focus.id}`,
      `toggle-${view}`,
      `menu-${view}`,
    ];
    const found = parts.map((part) =>
      element.current?.querySelector<HTMLElement>(`[data-part="${part}"]`),
    );
    const target = found.find((part) => part instanceof HTMLElement);
    // Before the next paint, but not inside the commit: the blur that this causes changes the state again.
    queueMicrotask(() => {
      target?.focus();
      if (focus.part === 'key' && target instanceof HTMLTextAreaElement) target.select();
    });
    // oxlint-disable-next-line react/exhaustive-deps -- Only a new wish moves the focus.
  }, [focus]);
  return element;
}

/**
 * A nested value in rows: keys and digits exactly as they are, whatever is changed beside them.
 *
 * Nested lists with buttons that open them, not `role="tree"`: what is inside a treeitem is announced as one
 * label and reached with arrow keys, and here every row has controls that need Tab and arrows for themselves.
 */
export function JsonTree({ name, definition, json, onChange }: JsonTreeProps) {
  const { state, doIt } = useTree(json, onChange);
  const element = useWantedFocus(state);
  if (!state) return <p className="field__hint">{treeText.unreadable}</p>;
  const steps = placedPath(state.tree, state.view, { name, definition });
  const shown = steps.at(-1);
  if (!shown) return null;
  const own = state.errors.has(shown.node.id) ? 1 : 0;
  const outside = state.errors.size - errorsInside(shown.node, state.errors) - own;
  return (
    <ActProvider value={doIt}>
      <div
        ref={element}
        className="json-tree"
        role="group"
        aria-label={treeText.region(treeText.nameOf(name))}
      >
        {steps.length > 1 && <Crumbs steps={steps} name={name} outside={outside} />}
        <TreeNodeView
          node={shown.node}
          place={{ ...shown.place, top: true }}
          state={state}
          depth={0}
        />
      </div>
    </ActProvider>
  );
}
