import { useEffect, useEffectEvent, useId, useRef } from 'react';
import type { JsonKind } from '#src/contract/json/kindOf.ts';
import { Button } from '#src/ui/Button.tsx';
import './editing.css';
import { kindText as text } from './kindText.ts';

export interface KindQuestionProps {
  /** What is to change, in words. */
  words: string;
  kind: JsonKind;
  asked: JsonKind;
  loss: string;
  onAnswer: (change: boolean) => void;
}

/**
 * Asks before a change of type loses something. It takes no focus: who goes through the types with the arrow
 * keys is still choosing.
 */
export function KindQuestion({ words, kind, asked, loss, onAnswer }: KindQuestionProps) {
  const id = useId();
  const element = useRef<HTMLDivElement>(null);
  const keepOnEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // The answer is all that this press means: it closes no row besides.
    event.stopPropagation();
    onAnswer(false);
  });
  useEffect(() => {
    const question = element.current;
    const listener = (event: KeyboardEvent) => keepOnEscape(event);
    question?.addEventListener('keydown', listener);
    return () => question?.removeEventListener('keydown', listener);
  }, []);
  return (
    <div ref={element} className="kind-question" role="group" aria-labelledby={id}>
      <p id={id} role="alert">
        {text.question(asked, loss)}
      </p>
      <div className="kind-question__answers">
        <Button aria-label={text.changeTo(words, asked)} onClick={() => onAnswer(true)}>
          {text.change}
        </Button>
        <Button look="quiet" aria-label={text.keepAs(words, kind)} onClick={() => onAnswer(false)}>
          {text.keep}
        </Button>
      </div>
    </div>
  );
}
