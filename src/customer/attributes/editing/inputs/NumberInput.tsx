import { useId, useState } from 'react';
import { isJsonNumber } from '#src/contract/json/isJsonNumber.ts';
import { Field } from '#src/ui/Field.tsx';
import { inputText } from './inputText.ts';
import { labelOf, notesOf, type InputProps } from './inputProps.tsx';
import { numberText, shownNumber, shownNumberText } from './localNumber.ts';

const text = inputText.number;

/** A number, or the text of an amount, as the reader's locale writes it. The row holds it as JSON does, digit for digit. */
export function NumberInput({ name, row, definition, error, notes, onText }: InputProps) {
  const unitId = useId();
  const [typed, setTyped] = useState(() => shownNumberText(row.text));
  // Another value came from elsewhere.
  const shown = numberText(typed) === row.text ? typed : shownNumberText(row.text);
  const plain = isJsonNumber(row.text) ? shownNumber(row.text) : undefined;
  const reading = plain === undefined || plain === shown ? undefined : text.readAs(plain);
  const unit = definition.currency ?? definition.unit;
  return (
    <Field label={labelOf(name)} labelHidden error={error} hint={notesOf(reading, ...notes)}>
      {(control) => (
        <span className="input-line">
          <input
            {...control}
            data-value
            aria-describedby={
              [unit !== undefined && unitId, control['aria-describedby']]
                .filter(Boolean)
                .join(' ') || undefined
            }
            inputMode="decimal"
            autoComplete="off"
            value={shown}
            onChange={({ target: { value } }) => {
              setTyped(value);
              onText(numberText(value));
            }}
          />
          {unit !== undefined && (
            <bdi id={unitId} className="input-line__unit">
              {unit}
            </bdi>
          )}
        </span>
      )}
    </Field>
  );
}
