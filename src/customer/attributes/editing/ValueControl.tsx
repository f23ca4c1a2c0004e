import type { ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Field } from '#src/ui/Field.tsx';
import { attributesText } from '../attributesText.ts';
import type { RowKind } from './rowSchema.ts';
import { editingText } from './editingText.ts';

const text = editingText.edit;

export interface ValueControlProps {
  name: string;
  /** The name is still being written above: the control needs a label of its own. */
  isNew: boolean;
  kind: RowKind;
  error: string | undefined;
  hint: ReactNode;
  registration: UseFormRegisterReturn;
}

/** The control that fits the type of the value; long texts grow with their content. */
export function ValueControl({ name, isNew, kind, error, hint, registration }: ValueControlProps) {
  if (kind === 'null')
    return (
      <>
        <p className="field__hint">{text.nullHint}</p>
        {error && <p className="field__error">{error}</p>}
        {hint && <p className="field__hint">{hint}</p>}
      </>
    );
  return (
    <Field
      label={name === '' && isNew ? text.value : text.valueOf(name)}
      labelHidden={!isNew}
      error={error}
      hint={hint}
    >
      {(control) => {
        switch (kind) {
          case 'boolean':
            return (
              <select {...control} {...registration} data-value>
                <option value="">{text.choose}</option>
                <option value="true">{attributesText.true}</option>
                <option value="false">{attributesText.false}</option>
              </select>
            );
          case 'number':
            return (
              <input
                {...control}
                {...registration}
                data-value
                inputMode="decimal"
                autoComplete="off"
              />
            );
          case 'text':
          case 'json':
            return (
              <textarea
                {...control}
                {...registration}
                data-value
                className={kind === 'json' ? `${control.className} value--code` : control.className}
                dir="auto"
                rows={1}
                autoComplete="off"
                spellCheck={kind === 'text'}
              />
            );
        }
      }}
    </Field>
  );
}
