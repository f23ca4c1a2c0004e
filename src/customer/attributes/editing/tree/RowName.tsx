import { isHoldableKey } from '../holdableText.ts';
import { OneLine } from './OneLine.tsx';
import type { RowPlace } from './rowPlace.ts';
import type { TreeNode } from './treeModel.ts';
import { treeText } from './treeText.ts';
import { useAct } from './useTree.ts';

export interface KeyFieldProps {
  node: TreeNode;
  words: string;
  /** Of the message about the name, which stands below the whole row; absent when the name is right. */
  errorId: string | undefined;
  onEnter: (control: HTMLTextAreaElement) => void;
  onBlur?: () => void;
}

/** A field's name to edit; one that no control can hold is shown as JSON writes it. */
export function KeyField({ node, words, errorId, onEnter, onBlur }: KeyFieldProps) {
  const act = useAct();
  if (!isHoldableKey(node.key))
    return (
      <code className="tree-row__raw value--code" dir="ltr" title={treeText.rawOnlyName}>
        {JSON.stringify(node.key)}
      </code>
    );
  return (
    <OneLine
      className="field__control tree-quiet tree-row__key"
      data-part={`key-${node.id}`}
      aria-label={treeText.nameField(words)}
      aria-invalid={errorId ? true : undefined}
      aria-describedby={errorId}
      dir="auto"
      placeholder={treeText.emptyName}
      value={node.key}
      onType={(key) => act({ do: 'rename', id: node.id, key })}
      onEnter={onEnter}
      onBlur={onBlur}
    />
  );
}

export interface ScalarNameProps {
  node: TreeNode;
  place: RowPlace;
  errorId: string | undefined;
}

/** What stands before a scalar's value: a field's name, an item's number, at the root nothing. */
export function ScalarName({ node, place, errorId }: ScalarNameProps) {
  const act = useAct();
  if (place.top || !place.around) return <span />;
  if (place.around === 'array') return <span className="tree-row__number">{place.position}</span>;
  return (
    <KeyField
      node={node}
      words={place.words}
      errorId={errorId}
      onEnter={() => act({ do: 'focus', id: node.id, part: 'value' })}
    />
  );
}

/** What is wrong with a row's name, over the whole width of the row. */
export function NameError({ id, message }: { id: string; message: string | undefined }) {
  return (
    message && (
      <p id={id} className="field__error tree-row__wrong">
        {message}
      </p>
    )
  );
}
