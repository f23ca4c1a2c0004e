import { lazy, Suspense, useId } from 'react';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import { Boundary } from '#src/ui/Boundary.tsx';
import { Button } from '#src/ui/Button.tsx';
import { AttributeValue } from '../list/AttributeValue.tsx';
import { editingText } from './editingText.ts';

const text = editingText.edit.conflict;

/** For conflicts in nested values alone, so it is a file of its own. The editor fetches it when it has nothing better to do. */
export const loadDifferences = () => import('./difference/Differences.tsx');
const Differences = lazy(async () => ({ default: (await loadDifferences()).Differences }));

export interface ConflictNoticeProps {
  name: string;
  definition: Definition | undefined;
  /** JSON texts: what the edit began from, what is there now, what the agent wants. Absent = not there. */
  base: string | undefined;
  theirs: string | undefined;
  yours: string | undefined;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** One of the versions of a value, to choose from: by its label where the brand lists it, else exactly. */
export function Version({
  label,
  json,
  absent,
  definition,
}: {
  label: string;
  json: string | undefined;
  absent: string;
  definition: Definition | undefined;
}) {
  const option = definition?.options?.find((each) => each.json === json?.trim());
  return (
    <div className="facts__fact">
      <dt>{label}</dt>
      <dd>
        {option ? (
          <bdi>{option.label}</bdi>
        ) : json === undefined ? (
          <i className="muted">{absent}</i>
        ) : (
          <AttributeValue json={json} />
        )}
      </dd>
    </div>
  );
}

/** An attribute that somebody else changed while it was being edited: the three versions, and who decides. */
export function ConflictNotice({
  name,
  definition,
  base,
  theirs,
  yours,
  onKeepMine,
  onTakeTheirs,
}: ConflictNoticeProps) {
  const id = useId();
  const versions = (
    <dl className="facts">
      <Version label={text.base} json={base} absent={text.absent} definition={definition} />
      <Version label={text.theirs} json={theirs} absent={text.removed} definition={definition} />
      <Version label={text.yours} json={yours} absent={text.removed} definition={definition} />
    </dl>
  );
  return (
    <div className="conflict" role="group" aria-labelledby={id}>
      {/* The title alone: the versions change with every key, and would be read out each time. */}
      <p id={id} className="notice__title" role="alert">
        {text.title}
      </p>
      <Boundary fallback={versions}>
        <Suspense fallback={versions}>
          <Differences base={base} theirs={theirs} yours={yours} otherwise={versions} />
        </Suspense>
      </Boundary>
      <div className="notice__actions">
        <Button data-decide aria-label={text.keepMineOf(name)} onClick={onKeepMine}>
          {text.keepMine}
        </Button>
        <Button aria-label={text.takeTheirsOf(name)} onClick={onTakeTheirs}>
          {text.takeTheirs}
        </Button>
      </div>
    </div>
  );
}
