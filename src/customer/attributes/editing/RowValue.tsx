import { use } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { kindOf } from '#src/contract/json/kindOf.ts';
import { Button } from '#src/ui/Button.tsx';
import { attributesText } from '../attributesText.ts';
import { BrandContext } from './inputs/brand.ts';
import type { InputProps } from './inputs/inputProps.tsx';
import { notesOf } from './inputs/inputProps.tsx';
import { inputText } from './inputs/inputText.ts';
import type { ChosenInput } from './inputs/useInput.ts';
import { PartsToggle } from './PartsToggle.tsx';
import { savedKind } from './rowKind.ts';
import type { EditRow } from './rowSchema.ts';
import { ValueControl } from './ValueControl.tsx';
import { editingText } from './editingText.ts';

const text = editingText.edit;
const { kinds } = attributesText;

function typeChange(row: EditRow): string | undefined {
  const after = savedKind(row);
  const before = row.from === undefined ? undefined : kindOf(row.from);
  if (!before || !after || before === after || row.remove) return undefined;
  return text.typeChange(kinds[before], kinds[after]);
}

export interface RowValueProps extends Omit<InputProps, 'definition' | 'notes'> {
  /** The name is still being written above: the control needs a label of its own. */
  isNew: boolean;
  chosen: ChosenInput;
  registration: UseFormRegisterReturn;
}

/** The value in the control that fits what the brand says of it, or as the JSON that it is. */
export function RowValue({ isNew, chosen, registration, ...props }: RowValueProps) {
  const { name, row, error, onText } = props;
  const { TypedInput } = use(BrandContext);
  const { input, definition, wanted, misfit, asItIs } = chosen;
  if (input && definition && TypedInput)
    return (
      <>
        <TypedInput
          {...props}
          input={input}
          definition={definition}
          notes={[definition.help]}
          onText={(value) => {
            chosen.remember(value);
            onText(value);
          }}
        />
        {input === 'list' && (
          <div>
            <Button look="quiet" onClick={() => chosen.setAsItIs(true)}>
              {inputText.asText}
            </Button>
          </div>
        )}
      </>
    );
  const control = (
    <ValueControl
      name={name}
      isNew={isNew}
      kind={row.kind}
      error={error}
      hint={notesOf(misfit, typeChange(row), definition?.help)}
      registration={registration}
    />
  );
  return (
    <>
      {row.kind === 'json' ? (
        <PartsToggle
          name={name}
          definition={definition}
          json={row.text}
          error={error}
          onChange={onText}
        >
          {control}
        </PartsToggle>
      ) : (
        control
      )}
      {wanted && asItIs && (
        <div>
          <Button look="quiet" onClick={() => chosen.setAsItIs(false)}>
            {inputText.useField(inputText.expected[wanted])}
          </Button>
        </div>
      )}
    </>
  );
}
