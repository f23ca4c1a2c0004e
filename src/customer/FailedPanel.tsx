import { Button } from '#src/ui/Button.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { ApiError } from './ApiError.ts';
import { customerText } from './customerText.ts';
import { framedFailures } from './framedFailures.ts';
import { loadingFailure } from './loadingText.ts';
import { SignInAgain } from './signIn/SignInAgain.tsx';

export { StaleNotice } from './StaleNotice.tsx';

const text = customerText.panel;

export interface FailedPanelProps {
  error: Error;
  /** The panel stands in a desktop's frame, where other things help. */
  framed: boolean;
  retrying: boolean;
  onRetry: () => void;
}

/** Trying again cannot help against these. */
const final = ['not_found', 'forbidden', 'unauthenticated'];

/** The agent may be able to say who they are themselves. */
const signedOut = ['unauthenticated', 'not_vouched'];

/** Nothing can be shown: what happened, why it matters, what to do. */
export function FailedPanel({ error, framed, retrying, onRetry }: FailedPanelProps) {
  const code = error instanceof ApiError ? error.code : 'internal';
  const { title, body } = (framed ? framedFailures[code] : undefined) ?? loadingFailure(error);
  const retry = !final.includes(code) && (
    <Button pending={retrying} onClick={onRetry}>
      {text.retry}
    </Button>
  );
  return (
    <div className="panel">
      <Notice
        tone="caution"
        title={title}
        titleAs="h1"
        actions={
          <>
            {retry}
            {signedOut.includes(code) && <SignInAgain onSignedIn={onRetry} />}
          </>
        }
      >
        <p>{body}</p>
      </Notice>
    </div>
  );
}
