import type { Definition } from '#src/contract/definitions/definitions.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { shownJson } from './editRow.ts';
import { RivalNotice } from './RivalNotice.tsx';
import type { EditRow } from './rowSchema.ts';

export interface RowDecisionProps {
  /** What the attribute is called. */
  name: string;
  definition: Definition | undefined;
  row: EditRow;
  /** The attribute's JSON text as it is now. */
  current: string | undefined;
  conflict: boolean;
  /** Another row for the same attribute. */
  rival: EditRow | undefined;
  onKeepMine: () => void;
  onUseThis: () => void;
  onClose: () => void;
}

/** What the agent must decide about a row before it can be saved, if anything. */
export function RowDecision({
  name,
  definition,
  row,
  current,
  conflict,
  rival,
  ...decide
}: RowDecisionProps) {
  if (rival)
    return (
      <RivalNotice
        name={name}
        definition={definition}
        own={shownJson(row)}
        other={shownJson(rival)}
        onUseThis={decide.onUseThis}
        onUseOther={decide.onClose}
      />
    );
  if (!conflict) return null;
  return (
    <ConflictNotice
      name={name}
      definition={definition}
      base={row.from}
      theirs={current}
      yours={shownJson(row)}
      onKeepMine={decide.onKeepMine}
      onTakeTheirs={decide.onClose}
    />
  );
}
