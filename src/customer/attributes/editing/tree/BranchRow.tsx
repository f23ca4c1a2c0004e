import { useId } from 'react';
import { KindQuestion } from '../KindQuestion.tsx';
import { KindSelect } from './KindSelect.tsx';
import { RowMenu } from './RowMenu.tsx';
import { isLabelled, RowLabel } from './RowLabel.tsx';
import { KeyField, NameError } from './RowName.tsx';
import type { RowPlace } from './rowPlace.ts';
import { errorsInside } from './treeErrors.ts';
import { ChevronIcon } from './treeIcons.tsx';
import { wordsOf, type TreeBranch } from './treeModel.ts';
import type { TreeState } from './treeState.ts';
import { treeText } from './treeText.ts';
import { useAct } from './useTree.ts';

export interface BranchRowProps {
  node: TreeBranch;
  place: RowPlace;
  state: TreeState;
  /** `undefined`: too deep to open in its place, so its button shows it on its own. */
  open: boolean | undefined;
}

/** What the eye reads on the button; the attribute's own name already stands above the whole tree. */
function visibleName({ key }: TreeBranch, { around, position }: RowPlace): string {
  if (!around) return '';
  return around === 'array' ? String(position) : key || treeText.emptyName;
}

/** The first text or number in a closed part, which in a list of objects tells which is which. */
function previewOf({ children }: TreeBranch): string {
  for (const child of children) {
    const told = child.kind === 'string' || child.kind === 'number' ? wordsOf(child) : '';
    if (told.trim() !== '') return treeText.preview(told);
  }
  return '';
}

interface BranchButtonProps extends Omit<BranchRowProps, 'state'> {
  /** Of the words that belong to the button. */
  describedBy: string | undefined;
}

function BranchButton({ node, place, open, describedBy }: BranchButtonProps) {
  const act = useAct();
  const { id, kind, children } = node;
  const name = visibleName(node, place);
  const preview = open || !place.around ? '' : previewOf(node);
  const label = open === undefined ? treeText.openPart : treeText.branch;
  return (
    <button
      type="button"
      className="tree-toggle"
      data-part={`toggle-${id}`}
      aria-expanded={open}
      aria-label={label(place.words, kind, children.length, preview)}
      aria-describedby={describedBy}
      onClick={() => act({ do: open === undefined ? 'view' : 'toggle', id })}
    >
      <ChevronIcon />
      <span className="tree-toggle__text">
        {name && (
          <span className="tree-toggle__head">
            <bdi className="tree-toggle__name">{name}</bdi>{' '}
            {preview && <bdi className="tree-toggle__preview">{preview}</bdi>}
          </span>
        )}{' '}
        <span className="tree-toggle__count">{treeText.count(kind, children.length)}</span>
      </span>
    </button>
  );
}

/** The row of an object or a list: a button that opens it, its type, its menu. */
export function BranchRow({ node, place, state, open }: BranchRowProps) {
  const act = useAct();
  const { id, kind } = node;
  const { words } = place;
  const keyError = state.errors.get(id)?.key;
  const errorId = useId();
  const labelId = useId();
  // Above the whole tree stands what the brand says about the attribute.
  const definition = place.around ? place.definition : undefined;
  const described = [keyError && errorId, isLabelled(definition) && labelId].filter(Boolean);
  const inside = open ? 0 : errorsInside(node, state.errors);
  const question = state.question?.id === id ? state.question : undefined;
  return (
    <div className="tree-row" data-around={place.around} data-kind={kind}>
      {state.renaming === id ? (
        <KeyField
          node={node}
          words={words}
          errorId={keyError && errorId}
          onEnter={(control) => {
            control.blur();
            act({ do: 'focus', id, part: 'toggle' });
          }}
          onBlur={() => {
            // When the agent only looks at another window, the name is still being edited.
            if (document.hasFocus()) act({ do: 'endName', id });
          }}
        />
      ) : (
        <BranchButton
          node={node}
          place={place}
          open={open}
          describedBy={described.join(' ') || undefined}
        />
      )}
      <KindSelect id={id} words={words} kind={kind} asked={question?.kind} />
      <RowMenu node={node} place={place} />
      <NameError id={errorId} message={keyError} />
      <RowLabel id={labelId} definition={definition} />
      {inside > 0 && <p className="field__error tree-row__wrong">{treeText.inside(inside)}</p>}
      {question && (
        <KindQuestion
          words={words}
          kind={kind}
          asked={question.kind}
          loss={question.loss}
          onAnswer={(change) => act({ do: 'answer', change })}
        />
      )}
    </div>
  );
}
