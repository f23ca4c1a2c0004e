import { lazy, Suspense, useEffect, useState, type Ref } from 'react';
import type { FieldError } from '#src/contract/problem.ts';
import { Button } from '#src/ui/Button.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { ApiError } from '../../ApiError.ts';
import { editingText } from './editingText.ts';
import { useLabelOf } from './inputs/brand.ts';
import type * as failuresModule from './savingFailures.ts';

const text = editingText.save;

const SignInAgain = lazy(async () => ({
  default: (await import('../../signIn/SignInAgain.tsx')).SignInAgain,
}));

type Failures = typeof failuresModule;

let loaded: Failures | undefined;

/** Fetches the words for failures, beforehand. */
export async function loadFailures(): Promise<Failures> {
  loaded ??= await import('./savingFailures.ts');
  return loaded;
}

/**
 * What to say of a failure. Without an answer nothing can be fetched either, so these words are here; should
 * others not have come, the little that is true of all.
 */
function useWords(failure: ApiError, isUndo: boolean) {
  const [failures, setFailures] = useState(loaded);
  useEffect(() => {
    if (!failures) loadFailures().then(setFailures, () => {});
  }, [failures]);
  if (failure.code === 'unreachable' && !isUndo) return text.noAnswer;
  return failures?.savingFailure(failure, isUndo) ?? text.anyFailure;
}

export interface FailedSaveProps {
  error: Error;
  isUndo: boolean;
  onDismiss: () => void;
  onOpenSurvivor: (id: string) => void;
  ref: Ref<HTMLDivElement>;
}

/** What the server found wrong with values that stand in no row. */
function Refused({ errors }: { errors: readonly FieldError[] }) {
  const labelOf = useLabelOf();
  return (
    <ul>
      {errors.map(({ key, path = '', message }) => (
        <li key={`${key} ${path} ${message}`}>
          {[key === undefined ? '' : labelOf(key), path, message].filter(Boolean).join(': ')}
        </li>
      ))}
    </ul>
  );
}

/** A save or an undo that did not work: what happened, whether anything is lost, and what to do. */
export function FailedSave({ error, isUndo, onDismiss, onOpenSurvivor, ref }: FailedSaveProps) {
  const failure = error instanceof ApiError ? error : new ApiError('internal');
  const { code, fields } = failure;
  const { title, body } = useWords(failure, isUndo);
  const { movedTo } = fields;
  const survivor = movedTo !== undefined && (
    <Button onClick={() => onOpenSurvivor(movedTo)}>{text.openSurvivor}</Button>
  );
  return (
    <Notice
      ref={ref}
      tone="caution"
      title={title}
      actions={
        code === 'unauthenticated' ? (
          <Suspense>
            <SignInAgain onSignedIn={onDismiss} />
          </Suspense>
        ) : (
          survivor
        )
      }
      onDismiss={{ label: text.dismiss, act: onDismiss }}
    >
      <p>{body}</p>
      {isUndo && code === 'invalid' && <Refused errors={fields.errors ?? []} />}
    </Notice>
  );
}
