import type { Ref } from 'react';
import { Button } from '#src/ui/Button.tsx';
import { reader } from '#src/ui/reader.ts';
import { attributesText } from '../attributesText.ts';
import '../attributes.css';

const text = attributesText;

export interface AttributesHeadProps {
  id: string;
  count: number;
  /** Absent: nothing can be added now. */
  onAdd?: (() => void) | undefined;
  addRef?: Ref<HTMLButtonElement> | undefined;
}

export function AttributesHead({ id, count, onAdd, addRef }: AttributesHeadProps) {
  return (
    <div className="attributes__head">
      <h2 id={id} className="section__title">
        {text.title}{' '}
        <span className="attributes__count">{count.toLocaleString(reader.locale)}</span>
      </h2>
      {onAdd && (
        <Button look="quiet" ref={addRef} onClick={onAdd}>
          {text.add}
        </Button>
      )}
    </div>
  );
}
