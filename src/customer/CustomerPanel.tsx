import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Customer } from '#src/contract/customer.ts';
import { useApi } from './ApiContext.tsx';
import { AttributesSection } from './attributes/AttributesSection.tsx';
import { useDrafts } from './attributes/DraftsContext.ts';
import { FailedPanel, LoadingPanel } from './PanelStates.tsx';
import { Channels } from './profile/Channels.tsx';
import { ContactPoints } from './profile/ContactPoints.tsx';
import { ProfileDetails } from './profile/ProfileDetails.tsx';
import { ProfileHeader } from './profile/ProfileHeader.tsx';
import { ProfileNotices, type ProfileNoticesProps } from './ProfileNotices.tsx';
import { customerQueries } from './queries.ts';
import './panel.css';

export interface CustomerPanelProps {
  customerId: string;
  /** The profile was merged: from now on `to` is the customer's id. */
  onRedirected: (from: string, to: string) => void;
  /** Whether this customer has edits that are not saved. */
  onDirty: (dirty: boolean) => void;
}

interface ProfileProps extends Pick<CustomerPanelProps, 'onDirty'>, ProfileNoticesProps {
  customer: Customer;
  onOpenSurvivor: (id: string) => void;
}

function Profile({ customer, onDirty, onOpenSurvivor, ...notices }: ProfileProps) {
  const [bar, setBar] = useState<HTMLElement | null>(null);
  return (
    <article className="panel">
      <ProfileNotices customer={customer} {...notices} />
      <ProfileHeader customer={customer} />
      <ContactPoints customer={customer} />
      <Channels customer={customer} />
      <AttributesSection
        customer={customer}
        bar={bar}
        onDirty={onDirty}
        onOpenSurvivor={onOpenSurvivor}
      />
      <ProfileDetails customer={customer} />
      <div ref={setBar} className="panel__bar" />
    </article>
  );
}

/** One customer: fetched, shown, edited. Another customer's data never appears in it, however late it arrives. */
export function CustomerPanel({ customerId, onRedirected, onDirty }: CustomerPanelProps) {
  const api = useApi();
  const drafts = useDrafts();
  const [merged, setMerged] = useState<{ from: string; to: string }>();
  const query = useQuery(customerQueries.detail(api, customerId));
  const { data: customer, error, isFetching, refetch } = query;
  const survivor = customer && customer.id !== customerId ? customer.id : undefined;

  function follow(to: string) {
    drafts.move(customerId, to);
    setMerged({ from: customerId, to });
    onRedirected(customerId, to);
  }

  useEffect(() => {
    if (survivor === undefined) return;
    drafts.move(customerId, survivor);
    onRedirected(customerId, survivor);
  }, [survivor, customerId, drafts, onRedirected]);
  if (survivor !== undefined && merged?.from !== customerId)
    setMerged({ from: customerId, to: survivor });

  if (!customer && error)
    return <FailedPanel error={error} retrying={isFetching} onRetry={() => void refetch()} />;
  if (!customer) return <LoadingPanel waiting={query.failureCount > 0} />;
  return (
    <Profile
      key={customer.id}
      customer={customer}
      stale={error !== null}
      refreshing={isFetching}
      onRefresh={() => void refetch()}
      mergedFrom={merged?.to === customer.id ? merged.from : undefined}
      onDismissMerged={() => setMerged(undefined)}
      onDirty={onDirty}
      onOpenSurvivor={follow}
    />
  );
}
