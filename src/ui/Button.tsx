import type { ComponentProps } from 'react';
import './Button.css';
import './icons.css';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  look?: 'plain' | 'primary' | 'quiet' | 'icon';
  /** The action is under way: a further press does nothing, and the button keeps the focus. */
  pending?: boolean;
}

/** A `<button>` that is never `disabled`, because that would throw the keyboard's focus away. */
export function Button({
  look = 'plain',
  pending = false,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`button button--${look}`}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
