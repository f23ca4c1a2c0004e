import { memo, useId } from 'react';
import { KindQuestion } from '../KindQuestion.tsx';
import { KindSelect } from './KindSelect.tsx';
import { RowMenu } from './RowMenu.tsx';
import { isLabelled, RowLabel } from './RowLabel.tsx';
import { NameError, ScalarName } from './RowName.tsx';
import type { RowPlace } from './rowPlace.ts';
import { ScalarControl } from './ScalarControl.tsx';
import type { TreeError } from './treeErrors.ts';
import type { TreeScalar } from './treeModel.ts';
import type { KindQuestion as Question } from './treeState.ts';
import { useAct } from './useTree.ts';

export interface ScalarRowProps extends RowPlace {
  node: TreeScalar;
  error: TreeError | undefined;
  question: Question | undefined;
}

/** A text, number, answer or "no value". Memoized on its own part of the tree and the texts of its place. */
export const ScalarRow = memo(function ScalarRow({
  node,
  error,
  question,
  ...place
}: ScalarRowProps) {
  const act = useAct();
  const { words } = place;
  const errorId = useId();
  const labelId = useId();
  const definition = place.around ? place.definition : undefined;
  return (
    <div className="tree-row" data-around={place.around} data-kind={node.kind}>
      <ScalarName node={node} place={place} errorId={error?.key && errorId} />
      <KindSelect id={node.id} words={words} kind={node.kind} asked={question?.kind} />
      <RowMenu node={node} place={place} />
      <NameError id={errorId} message={error?.key} />
      <RowLabel id={labelId} definition={definition} />
      <ScalarControl
        key={node.kind}
        node={node}
        words={words}
        labelId={isLabelled(definition) ? labelId : undefined}
        error={error?.value}
      />
      {question && (
        <KindQuestion
          words={words}
          kind={node.kind}
          asked={question.kind}
          loss={question.loss}
          onAnswer={(change) => act({ do: 'answer', change })}
        />
      )}
    </div>
  );
});
