import { lazy, Suspense } from 'react';
import type { Customer } from '#src/contract/customer.ts';
import { Boundary } from '#src/ui/Boundary.tsx';
import { Notice } from '#src/ui/Notice.tsx';
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

/** Fetched beforehand with what tells of other failures. */
const StaleNotice = lazy(async () => ({
  default: (await import('./FailedPanel.tsx')).StaleNotice,
}));

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
      {props.stale && (
        <Boundary fallback={<p className="muted">{text.failedBody}</p>}>
          <Suspense>
            <StaleNotice error={props.stale} {...props} />
          </Suspense>
        </Boundary>
      )}
      {unreadable.length > 0 && (
        <Notice tone="caution" title={text.unreadable}>
          <p>{text.unreadableBody(unreadable.join(', '))}</p>
        </Notice>
      )}
    </>
  );
}
