import { lazy, Suspense } from 'react';
import type { FieldError } from '#src/contract/problem.ts';
import { Button } from '#src/ui/Button.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { ApiError } from '../../ApiError.ts';
import { editingText } from './editingText.ts';
import { useLabelOf } from './inputs/brand.ts';
import { savingFailure } from './savingFailures.ts';

const text = editingText.save;

const SignInAgain = lazy(async () => ({
  default: (await import('../../signIn/SignInAgain.tsx')).SignInAgain,
}));

export interface SaveFailedProps {
  error: Error;
  isUndo: boolean;
  onDismiss: () => void;
  onOpenSurvivor: (id: string) => void;
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

/** Why a save, or the undo of one, did not work, and what helps. */
export function SaveFailed({ error, isUndo, onDismiss, onOpenSurvivor }: SaveFailedProps) {
  const failure = error instanceof ApiError ? error : new ApiError('internal');
  const { code, fields } = failure;
  const { title, body } = savingFailure(failure, isUndo);
  const { movedTo } = fields;
  const survivor = movedTo !== undefined && (
    <Button onClick={() => onOpenSurvivor(movedTo)}>{text.openSurvivor}</Button>
  );
  return (
    <Notice
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
