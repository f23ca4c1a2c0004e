import type { ComponentProps } from 'react';
import { isComposing } from '#src/ui/isComposing.ts';

export interface OneLineProps extends Omit<ComponentProps<'textarea'>, 'onChange'> {
  value: string;
  onType: (text: string) => void;
  onEnter?: (control: HTMLTextAreaElement) => void;
}

/** A control for one line of text that wraps where an `<input>` would hide the end of it. */
export function OneLine({ onType, onEnter, ...rest }: OneLineProps) {
  return (
    <textarea
      {...rest}
      rows={1}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onType(event.target.value.replaceAll(/[\r\n]/g, ''))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isComposing(event)) return;
        event.preventDefault();
        onEnter?.(event.currentTarget);
      }}
    />
  );
}
