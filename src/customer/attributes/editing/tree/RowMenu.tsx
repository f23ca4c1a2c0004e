import { useId, useRef, useState, type ToggleEvent } from 'react';
import { Button } from '#src/ui/Button.tsx';
import { MenuCopy } from './MenuCopy.tsx';
import './RowMenu.css';
import type { RowPlace } from './rowPlace.ts';
import { MoreIcon } from './treeIcons.tsx';
import { isBranch, writeTree, type TreeNode } from './treeModel.ts';
import type { TreeAction } from './treeState.ts';
import { treeText } from './treeText.ts';
import { useAct } from './useTree.ts';

const text = treeText.menu;

export interface RowMenuProps {
  node: TreeNode;
  place: RowPlace;
}

interface MenuItem {
  label: string;
  action: TreeAction;
}

/** What can be done with a row: first what keeps it in its place, and below the copying what takes it away. */
function itemsOf(node: TreeNode, place: RowPlace) {
  const { id } = node;
  const { around, top } = place;
  const upper: MenuItem[] = [];
  const lower: MenuItem[] = [];
  if (isBranch(node))
    upper.push({ label: text.addInside[node.kind], action: { do: 'addInside', id } });
  if (around && !top) {
    upper.push({ label: text.addAfter[around], action: { do: 'addAfter', id } });
    if (isBranch(node) && around === 'object')
      upper.push({ label: text.rename, action: { do: 'startName', id } });
    if (!place.first) upper.push({ label: text.moveUp, action: { do: 'move', id, by: -1 } });
    if (!place.last) upper.push({ label: text.moveDown, action: { do: 'move', id, by: 1 } });
    if (isBranch(node)) lower.push({ label: text.showOnly, action: { do: 'view', id } });
    lower.push({ label: text.remove, action: { do: 'remove', id } });
  }
  return { upper, lower };
}

interface MenuItemsProps extends RowMenuProps {
  onAct: (action: TreeAction) => void;
}

function MenuItems({ node, place, onAct }: MenuItemsProps) {
  const { words, path } = place;
  const { upper, lower } = itemsOf(node, place);
  const button = ({ label, action }: MenuItem) => (
    <li key={label}>
      <Button look="quiet" aria-label={text.item(label, words)} onClick={() => onAct(action)}>
        {label}
      </Button>
    </li>
  );
  return (
    <ul>
      {upper.map(button)}
      <li>
        <MenuCopy label={text.copyValue} words={words} copyText={() => writeTree(node)} />
      </li>
      <li>
        <MenuCopy label={text.copyPath} words={words} copyText={() => path} />
      </li>
      {lower.map(button)}
    </ul>
  );
}

/** A row's actions behind one button. Its buttons are in the page only while it is open. */
export function RowMenu({ node, place }: RowMenuProps) {
  const act = useAct();
  const id = useId();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLSpanElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const label = treeText.menu.open(place.words);

  function settleFocus({ newState }: ToggleEvent) {
    setOpen(newState === 'open');
    if (newState === 'open') popover.current?.querySelector('button')?.focus();
    else if (!document.activeElement || document.activeElement === document.body)
      opener.current?.querySelector('button')?.focus();
  }

  return (
    <>
      <span ref={opener} className="tree-row__menu">
        <Button
          look="icon"
          aria-label={label}
          aria-expanded={open}
          title={text.title}
          data-part={`menu-${node.id}`}
          popoverTarget={id}
        >
          <MoreIcon />
        </Button>
      </span>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        className="tree-menu"
        onBeforeToggle={({ newState }) => newState === 'open' && setOpen(true)}
        onToggle={settleFocus}
      >
        {open && (
          <MenuItems
            node={node}
            place={place}
            onAct={(action) => {
              popover.current?.hidePopover();
              act(action);
            }}
          />
        )}
      </div>
    </>
  );
}
