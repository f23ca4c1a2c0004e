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
