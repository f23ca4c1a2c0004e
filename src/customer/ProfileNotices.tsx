import { lazy, Suspense } from 'react';
import type { Customer } from '#src/contract/customer.ts';
import { Boundary } from '#src/ui/Boundary.tsx';
import { Button } from '#src/ui/Button.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { ApiError } from './ApiError.ts';
import { customerText } from './customerText.ts';

const text = customerText.panel;

export interface ProfileNoticesProps {
  customer: Customer;
  /** Why the profile could not be refreshed; what is shown is from before. */
  stale: Error | null;
  refreshing: boolean;
  onRefresh: () => void;
  /** The profile that was asked for was merged into this one. */
  merged: boolean;
  /** Unsaved edits came along with the merge. */
  draftCame: boolean;
  onDismissMerged: () => void;
}

const SignedOutNotice = lazy(async () => ({
  default: (await import('./signIn/SignedOutNotice.tsx')).SignedOutNotice,
}));

function Stale({ stale, refreshing, onRefresh }: ProfileNoticesProps) {
  const plain = (
    <Notice
      tone="caution"
      title={text.stale}
      actions={
        <Button pending={refreshing} onClick={onRefresh}>
          {text.retry}
        </Button>
      }
    >
      <p>{text.staleBody}</p>
    </Notice>
  );
  if (!(stale instanceof ApiError && stale.code === 'unauthenticated')) return plain;
  return (
    <Boundary fallback={plain}>
      <Suspense>
        <SignedOutNotice onSignedIn={onRefresh} />
      </Suspense>
    </Boundary>
  );
}

/** What changes how far the agent may rely on what is below. */
export function ProfileNotices({ customer, ...props }: ProfileNoticesProps) {
  const { unreadable = [] } = customer;
  return (
    <>
      {props.merged && (
        <Notice title={text.merged} onDismiss={{ label: text.dismiss, act: props.onDismissMerged }}>
          <p>{props.draftCame ? text.mergedWithDraft : text.mergedBody}</p>
        </Notice>
      )}
      {props.stale && <Stale customer={customer} {...props} />}
      {unreadable.length > 0 && (
        <Notice tone="caution" title={text.unreadable}>
          <p>{text.unreadableBody(unreadable.join(', '))}</p>
        </Notice>
      )}
    </>
  );
}
