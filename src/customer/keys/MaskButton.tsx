import { Button } from '#src/ui/Button.tsx';
import { keysText as text } from './keysText.ts';
import type { useMask } from './useMask.ts';

/** Hides personal data or shows it, and says so, since the key for it moves no focus. */
export function MaskButton({ masked, said, turn }: ReturnType<typeof useMask>) {
  return (
    <>
      <Button look="quiet" aria-pressed={masked} onClick={turn}>
        {text.mask}
      </Button>
      <p aria-live="polite" className="visually-hidden">
        {said}
      </p>
    </>
  );
}
