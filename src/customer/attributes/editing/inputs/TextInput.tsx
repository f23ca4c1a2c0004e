import type { ComponentProps } from 'react';
import { Field, type FieldControl } from '#src/ui/Field.tsx';
import { readableDuration } from './duration.ts';
import { isDay, type Input } from './inputFor.ts';
import { inputText } from './inputText.ts';
import { labelOf, notesOf, type InputProps } from './inputProps.tsx';
import { safeLink } from '../../list/safeLink.ts';

/** Not `type="email"` and its like: those drop spaces of what was typed, and nobody would see it. */
const attributes: Partial<Record<Input, ComponentProps<'input'>>> = {
  date: { type: 'date', max: '9999-12-31' },
  email: { inputMode: 'email' },
  uri: { inputMode: 'url' },
  e164: { inputMode: 'tel' },
};

function Open({ input, name, text }: { input: Input; name: string; text: string }) {
  const href = safeLink(input, text);
  if (href === undefined) return null;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={inputText.openOf(name)}
      className="input-line__open"
    >
      {inputText.open}
    </a>
  );
}

/** A text in one line, a day, or a text that grows with its lines. */
export function TextInput(props: InputProps & { input: Input }) {
  const { input, name, row, error, notes, onText } = props;
  const isDate = input === 'date';
  const common = (control: FieldControl) => ({
    ...control,
    'data-value': true,
    value: isDate && !isDay(row.text) ? '' : row.text,
    onChange: (event: { target: { value: string } }) => onText(event.target.value),
    autoComplete: 'off',
  });
  const reading = input === 'duration' ? readableDuration(row.text) : undefined;
  return (
    <Field label={labelOf(name)} labelHidden error={error} hint={notesOf(reading, ...notes)}>
      {(control) =>
        input === 'text' || input === 'lines' ? (
          <textarea {...common(control)} dir="auto" rows={input === 'lines' ? 3 : 1} spellCheck />
        ) : (
          <span className="input-line">
            <input {...common(control)} {...attributes[input]} dir={isDate ? undefined : 'auto'} />
            <Open input={input} name={name} text={row.text} />
          </span>
        )
      }
    </Field>
  );
}
