import { Button } from '#src/ui/Button.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { ApiError } from './ApiError.ts';
import { customerText } from './customerText.ts';
import { staleProfile } from './loadingText.ts';
import { SignedOutNotice } from './signIn/SignedOutNotice.tsx';

export interface StaleNoticeProps {
  error: Error;
  refreshing: boolean;
  onRefresh: () => void;
}

/** A profile that was shown could not be refreshed: it may be another by now. */
export function StaleNotice({ error, refreshing, onRefresh }: StaleNoticeProps) {
  if (error instanceof ApiError && error.code === 'unauthenticated')
    return <SignedOutNotice onSignedIn={onRefresh} />;
  return (
    <Notice
      tone="caution"
      title={staleProfile.title}
      actions={
        <Button pending={refreshing} onClick={onRefresh}>
          {customerText.panel.retry}
        </Button>
      }
    >
      <p>{staleProfile.body}</p>
    </Notice>
  );
}
