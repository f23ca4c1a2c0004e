import { Field } from '#src/ui/Field.tsx';
import { editingText } from './editingText.ts';
import { rowKinds, type EditRow, type RowKind } from './rowSchema.ts';

const text = editingText.edit;

export interface RowKindSelectProps {
  /** What the attribute is called. */
  name: string;
  row: EditRow;
  kinds: readonly RowKind[];
  /** The type that the agent chose and has not confirmed yet. */
  asked: RowKind | undefined;
  onChoose: (kind: RowKind) => void;
}

/** The type of an attribute that is edited. */
export function RowKindSelect({ name, row, kinds, asked, onChoose }: RowKindSelectProps) {
  return (
    <Field label={name === '' ? text.type : text.typeOf(name)} labelHidden>
      {(control) => (
        <select
          {...control}
          data-type
          value={asked ?? row.kind}
          onChange={(event) => {
            const kind = rowKinds.find((each) => each === event.target.value);
            if (kind) onChoose(kind);
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {text.kinds[kind]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
