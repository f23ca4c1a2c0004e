import { useId, type KeyboardEvent } from 'react';
import { Button } from '#src/ui/Button.tsx';
import type { JsonKind } from '#src/contract/json/kindOf.ts';
import { treeText } from './treeText.ts';
import { useAct } from './useTree.ts';

const kinds = ['string', 'number', 'boolean', 'null', 'object', 'array'] as const;

export interface KindSelectProps {
  id: number;
  words: string;
  kind: JsonKind;
  /** The kind that the agent chose and has not confirmed yet. */
  asked: JsonKind | undefined;
}

export function KindSelect({ id, words, kind, asked }: KindSelectProps) {
  const act = useAct();
  return (
    <select
      className="field__control tree-quiet tree-row__type"
      data-part={`type-${id}`}
      aria-label={treeText.type(words)}
      value={asked ?? kind}
      onChange={(event) => {
        const chosen = kinds.find((name) => name === event.target.value);
        if (chosen) act({ do: 'chooseKind', id, kind: chosen });
      }}
    >
      {kinds.map((name) => (
        <option key={name} value={name}>
          {treeText.kinds[name]}
        </option>
      ))}
    </select>
  );
}

export interface KindQuestionProps {
  words: string;
  kind: JsonKind;
  asked: JsonKind;
  loss: string;
}

/**
 * Asks before a change of kind loses something. It takes no focus: who goes through the types with the arrow
 * keys is still choosing.
 */
export function KindQuestion({ words, kind, asked, loss }: KindQuestionProps) {
  const act = useAct();
  const id = useId();
  const answer = (change: boolean) => act({ do: 'answer', change });
  const keepOnEscape = ({ key }: KeyboardEvent) => key === 'Escape' && answer(false);
  return (
    <div className="tree-question" role="group" aria-labelledby={id}>
      <p id={id} role="alert">
        {treeText.question.text(asked, loss)}
      </p>
      <div className="tree-question__answers">
        <Button
          aria-label={treeText.question.changeTo(words, asked)}
          onKeyDown={keepOnEscape}
          onClick={() => answer(true)}
        >
          {treeText.question.change}
        </Button>
        <Button
          look="quiet"
          aria-label={treeText.question.keepAs(words, kind)}
          onKeyDown={keepOnEscape}
          onClick={() => answer(false)}
        >
          {treeText.question.keep}
        </Button>
      </div>
    </div>
  );
}
