import { useEffect, useEffectEvent, useRef } from 'react';
import { Button } from '#src/ui/Button.tsx';
import { followKeys } from './followKeys.ts';
import { keysText as text } from './keysText.ts';
import { reveal } from './mask.ts';
import { useLetters } from './useLetters.ts';
import { useMask } from './useMask.ts';
import './keys.css';

/** The screen-share mode where customers are searched: names and numbers are on the screen there too. */
export function SearchKeys() {
  const root = useRef<HTMLDivElement>(null);
  const { on } = useLetters();
  const mask = useMask();
  const onMask = useEffectEvent(mask.turn);
  useEffect(() => {
    const page = root.current?.closest('.search');
    if (!on || !page) return undefined;
    return followKeys(page, { m: () => onMask(), r: () => reveal(document.activeElement) });
  }, [on]);
  return (
    <div ref={root} className="keys" role="group" aria-label={text.group}>
      <Button look="quiet" aria-pressed={mask.masked} onClick={mask.turn}>
        {text.mask}
      </Button>
      {/* The status of this page is what came of the search. */}
      <p aria-live="polite" className="visually-hidden">
        {mask.said}
      </p>
    </div>
  );
}
