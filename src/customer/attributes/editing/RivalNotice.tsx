import { useId } from 'react';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import { Button } from '#src/ui/Button.tsx';
import { Version } from './ConflictNotice.tsx';
import { editingText } from './editingText.ts';

const text = editingText.edit.rival;

export interface RivalNoticeProps {
  name: string;
  definition: Definition | undefined;
  /** JSON texts; an absent one is a removal. */
  own: string | undefined;
  other: string | undefined;
  onUseThis: () => void;
  onUseOther: () => void;
}

/** Two edits of one attribute, from profiles that were merged or from one text brought back beside another. */
export function RivalNotice({
  name,
  definition,
  own,
  other,
  onUseThis,
  onUseOther,
}: RivalNoticeProps) {
  const id = useId();
  return (
    <div className="conflict" role="group" aria-labelledby={id}>
      <p id={id} className="notice__title" role="alert">
        {text.title(name)}
      </p>
      <p>{text.body}</p>
      <dl className="facts">
        <Version label={text.own} json={own} absent={text.removed} definition={definition} />
        <Version label={text.other} json={other} absent={text.removed} definition={definition} />
      </dl>
      <div className="notice__actions">
        <Button data-decide aria-label={text.useThisOf(name)} onClick={onUseThis}>
          {text.useThis}
        </Button>
        <Button aria-label={text.useOtherOf(name)} onClick={onUseOther}>
          {text.useOther}
        </Button>
      </div>
    </div>
  );
}
