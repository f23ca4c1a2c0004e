import { Button } from '#src/ui/Button.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { Skeleton } from '#src/ui/Skeleton.tsx';
import { ApiError } from './ApiError.ts';
import { customerText } from './customerText.ts';
import { loadingFailures } from './failureText.ts';

const text = customerText.panel;

/** The shape of what is coming; says so when Gladly asked to wait. */
export function LoadingPanel({ waiting }: { waiting: boolean }) {
  return (
    <div className="panel" aria-busy="true">
      <p role="status" className={waiting ? 'muted' : 'visually-hidden'}>
        {waiting ? text.waiting : text.loading}
      </p>
      <div className="profile-header">
        <span className="avatar" aria-hidden="true" />
        <div className="panel__lines">
          <Skeleton width="medium" />
          <Skeleton width="short" />
        </div>
      </div>
      {['contact', 'attributes', 'details'].map((section) => (
        <div key={section} className="panel__lines">
          <Skeleton width="short" />
          <Skeleton width="long" />
          <Skeleton width="medium" />
          <Skeleton width="long" />
        </div>
      ))}
    </div>
  );
}

export interface FailedPanelProps {
  error: Error;
  retrying: boolean;
  onRetry: () => void;
}

/** Trying again cannot help against these. */
const final = ['not_found', 'forbidden', 'unauthenticated'];

/** Nothing can be shown: what happened, why it matters, what to do. */
export function FailedPanel({ error, retrying, onRetry }: FailedPanelProps) {
  const code = error instanceof ApiError ? error.code : 'internal';
  const { title, body } = loadingFailures[code];
  const retry = !final.includes(code) && (
    <Button pending={retrying} onClick={onRetry}>
      {text.retry}
    </Button>
  );
  return (
    <div className="panel">
      <Notice tone="caution" title={title} titleAs="h1" actions={retry}>
        <p>{body}</p>
      </Notice>
    </div>
  );
}

/** No customer yet: an agent's desktop without an open conversation. */
export function NoCustomer() {
  return (
    <div className="panel">
      <Notice title={text.none} titleAs="h1">
        <p>{text.noneBody}</p>
      </Notice>
    </div>
  );
}
