import { use, useId } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import { Field } from '#src/ui/Field.tsx';
import { AttributeName } from '../list/AttributeRow.tsx';
import type { EditSet } from './editSetSchema.ts';
import { BrandContext } from './inputs/brand.ts';
import { RowKindSelect, type RowKindSelectProps } from './RowKindSelect.tsx';
import { editingText } from './editingText.ts';

const text = editingText.edit;

export interface RowHeadProps extends RowKindSelectProps {
  index: number;
  /** The name is still to be given. */
  isNamed: boolean;
  keyError: string | undefined;
  lookUp: (name: string) => string | undefined;
  /** The name became that of an attribute which the brand describes. */
  onDefined: (definition: Definition) => void;
}

type NameProps = Pick<RowHeadProps, 'index' | 'keyError' | 'lookUp' | 'onDefined'>;

/** The name of a new attribute. It suggests those that the brand describes and the customer lacks. */
function Name({ index, keyError, lookUp, onDefined }: NameProps) {
  const { register } = useFormContext<EditSet>();
  const { byKey } = use(BrandContext);
  const listId = useId();
  const lacking = [...byKey.values()].filter(
    ({ key, readOnly }) => !readOnly && lookUp(key) === undefined,
  );
  const onChange = ({ target }: { target: { value: string } }) => {
    const definition = byKey.get(target.value);
    if (definition && lacking.includes(definition)) onDefined(definition);
  };
  return (
    <Field label={text.name} error={keyError}>
      {(control) => (
        <>
          <input
            {...control}
            {...register(`rows.${index}.key`, { onChange })}
            data-name
            autoComplete="off"
            dir="auto"
            list={lacking.length > 0 ? listId : undefined}
          />
          {lacking.length > 0 && (
            <datalist id={listId}>
              {lacking.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

/** What a row is about: the name, to be given or fixed, and the type where there is one to choose. */
export function RowHead({
  index,
  isNamed,
  keyError,
  lookUp,
  onDefined,
  row,
  kinds,
  ...type
}: RowHeadProps) {
  const definition = use(BrandContext).byKey.get(row.key);
  return (
    <div className="edit-row__head">
      {isNamed ? (
        <p className="pair__label edit-row__name">
          <AttributeName name={row.key} label={definition?.label} />
        </p>
      ) : (
        <Name index={index} keyError={keyError} lookUp={lookUp} onDefined={onDefined} />
      )}
      {kinds.length > 1 && <RowKindSelect {...type} row={row} kinds={kinds} />}
    </div>
  );
}
