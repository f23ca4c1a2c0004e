import { useId } from 'react';
import { attributesText } from '../../attributesText.ts';
import { inputText } from './inputText.ts';
import { Radios } from './Radios.tsx';
import { labelOf, notesOf, type InputProps } from './inputProps.tsx';

/** Yes, no, or not there at all, which is not the same as no. */
export function YesNoInput(props: InputProps) {
  const { name, row, definition, startsAbsent, error, notes, onValue, onRemove } = props;
  const id = useId();
  const canBeUnset = startsAbsent || (row.from !== undefined && !definition.required);
  const value = row.remove ? 'unset' : row.text;
  const hint = notesOf(...notes);
  const answers = [
    { answer: 'true', label: attributesText.true },
    { answer: 'false', label: attributesText.false },
    ...(canBeUnset ? [{ answer: 'unset', label: inputText.notSet }] : []),
  ];
  return (
    <div className="field">
      <div
        role="radiogroup"
        aria-label={labelOf(name)}
        aria-describedby={`${id}-error ${id}-hint`}
        aria-invalid={error ? true : undefined}
      >
        <Radios
          name={id}
          answers={answers}
          chosen={value}
          wrong={error !== undefined}
          onChoose={(answer) => {
            if (answer === 'unset') onRemove(true);
            else onValue({ kind: 'boolean', text: answer });
          }}
        />
      </div>
      <p id={`${id}-error`} className="field__error" hidden={!error}>
        {error}
      </p>
      <p id={`${id}-hint`} className="field__hint" hidden={!hint}>
        {hint}
      </p>
    </div>
  );
}
