import type { Definition } from '#src/contract/definitions/definitions.ts';
import { spelling } from '../../../marks/alikeKeys.ts';

/** What the brand calls a part and says about it, as far as the part's own name does not say so. */
function wordsFor({ key, label, help, unit, currency }: Definition): string[] {
  const said = label === undefined || spelling(label) === spelling(key);
  return [said ? undefined : label, unit ?? currency, help].flatMap((word) => word ?? []);
}

export interface RowLabelProps {
  /** What the row's control is described by. */
  id: string;
  definition: Definition | undefined;
}

/** Whether {@link RowLabel} has anything to say. */
export const isLabelled = (definition: Definition | undefined): definition is Definition =>
  definition !== undefined && wordsFor(definition).length > 0;

/** The brand's words below the part's name, which stays what is stored and edited. */
export function RowLabel({ id, definition }: RowLabelProps) {
  if (!isLabelled(definition)) return null;
  return (
    <p id={id} className="tree-row__label">
      {wordsFor(definition).map((word) => (
        <bdi key={word}>{word}</bdi>
      ))}
    </p>
  );
}
