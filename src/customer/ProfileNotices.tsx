import type { Customer } from '#src/contract/customer.ts';
import { Button } from '#src/ui/Button.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { customerText } from './customerText.ts';

const text = customerText.panel;

export interface ProfileNoticesProps {
  customer: Customer;
  /** The profile could not be refreshed; what is shown is from before. */
  stale: boolean;
  refreshing: boolean;
  onRefresh: () => void;
  /** The profile that was asked for was merged into this one. */
  merged: boolean;
  /** Unsaved edits came along with the merge. */
  draftCame: boolean;
  onDismissMerged: () => void;
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
      {props.stale && (
        <Notice
          tone="caution"
          title={text.stale}
          actions={
            <Button pending={props.refreshing} onClick={props.onRefresh}>
              {text.retry}
            </Button>
          }
        >
          <p>{text.staleBody}</p>
        </Notice>
      )}
      {unreadable.length > 0 && (
        <Notice tone="caution" title={text.unreadable}>
          <p>{text.unreadableBody(unreadable.join(', '))}</p>
        </Notice>
      )}
    </>
  );
}
