import { ChoiceInput } from './ChoiceInput.tsx';
import { DateTimeInput } from './DateTimeInput.tsx';
import type { Input } from './inputFor.ts';
import type { InputProps } from './inputProps.tsx';
import { ListInput } from './ListInput.tsx';
import { NumberInput } from './NumberInput.tsx';
import { TextInput } from './TextInput.tsx';
import { TimeInput } from './TimeInput.tsx';
import { YesNoInput } from './YesNoInput.tsx';

/** The control of a kind that {@link inputFor} has found. */
export function TypedInput({ input, ...props }: InputProps & { input: Input }) {
  switch (input) {
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'yesNo':
      return <YesNoInput {...props} />;
    case 'number':
    case 'amount':
      return <NumberInput {...props} />;
    case 'dateTime':
      return <DateTimeInput {...props} />;
    case 'time':
      return <TimeInput {...props} />;
    case 'list':
      return props.definition.items && <ListInput {...props} items={props.definition.items} />;
    case 'date':
    case 'duration':
    case 'email':
    case 'uri':
    case 'e164':
    case 'lines':
    case 'text':
      return <TextInput {...props} input={input} />;
  }
}
