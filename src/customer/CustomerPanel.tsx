import { useQuery } from '@tanstack/react-query';
import {
  lazy,
  Suspense,
  use,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
  type Ref,
} from 'react';
import type { Customer } from '#src/contract/customer.ts';
import { Boundary } from '#src/ui/Boundary.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { whenIdle } from '#src/ui/whenIdle.ts';
import type { BrandDefinitions } from './api.ts';
import { useApi } from './ApiContext.tsx';
import { AttributesSection } from './attributes/AttributesSection.tsx';
import { useDrafts } from './attributes/DraftsContext.ts';
import { FramedContext } from './FramedContext.ts';
import { MarksContext, noMarks } from './marks/MarksContext.ts';
import type { FailedPanelProps } from './FailedPanel.tsx';
import { LoadingPanel } from './PanelStates.tsx';
import { ProfileHeader } from './profile/ProfileHeader.tsx';
import { ReachSection } from './reach/ReachSection.tsx';
import { ProfileNotices, type ProfileNoticesProps } from './ProfileNotices.tsx';
import { customerQueries } from './queries.ts';
import { customerText } from './customerText.ts';
import './panel.css';

const text = customerText.panel;

export interface CustomerPanelProps {
  customerId: string;
  /** The profile was merged: from now on `to` is the customer's id. */
  onRedirected: (from: string, to: string) => void;
}

const loadFailedPanel = () => import('./FailedPanel.tsx');
const FailedPanel = lazy(async () => ({ default: (await loadFailedPanel()).FailedPanel }));

/** What failed and what helps, which is fetched beforehand; should that have failed as well, in few words. */
function Failed(props: Omit<FailedPanelProps, 'framed'>) {
  const framed = use(FramedContext);
  const bare = (
    <div className="panel">
      <Notice tone="caution" title={text.failed} titleAs="h1">
        <p>{text.failedBody}</p>
      </Notice>
    </div>
  );
  return (
    <Boundary fallback={bare}>
      <Suspense fallback={<LoadingPanel waiting={false} />}>
        <FailedPanel {...props} framed={framed} />
      </Suspense>
    </Boundary>
  );
}

const Later = lazy(async () => ({ default: (await import('./Later.tsx')).Later }));

/** Whether what is not glanced at is there already, because a profile has been shown before. */
let areDetailsThere = false;

/** What comes once the profile is shown, and what is worth a second look. */
function useLater(customer: Customer, definitions: BrandDefinitions | undefined) {
  const [marks, setMarks] = useState(noMarks);
  const [idle, setIdle] = useState(false);
  useEffect(
    () =>
      whenIdle(() => {
        areDetailsThere = true;
        setIdle(true);
      }),
    [],
  );
  const later = idle && (
    <Boundary fallback={null}>
      <Suspense>
        <Later customer={customer} schema={definitions?.schema ?? '{}'} onMarks={setMarks} />
      </Suspense>
    </Boundary>
  );
  return { marks, later, details: (idle || areDetailsThere) && <Details customer={customer} /> };
}

const ProfileDetails = lazy(async () => ({
  default: (await import('./profile/ProfileDetails.tsx')).ProfileDetails,
}));

/** What is looked up rather than glanced at. It stands last, so that nothing moves when it comes, and delays nothing. */
function Details({ customer }: { customer: Customer }) {
  return (
    <Boundary fallback={<p className="muted">{text.failedBody}</p>}>
      <Suspense>
        <ProfileDetails customer={customer} />
      </Suspense>
    </Boundary>
  );
}

/** Where Save stands. Made before the profile and not by React, so that nothing renders a second time to know it. */
function makeBar() {
  const bar = document.createElement('div');
  bar.className = 'panel__bar';
  // The same function for every render: appending it anew would take the focus from what is in it.
  return { bar, holdBar: (end: HTMLElement | null) => end?.append(bar) };
}

interface ProfileProps extends ProfileNoticesProps {
  customer: Customer;
  definitions: BrandDefinitions | undefined;
  onOpenSurvivor: (id: string) => void;
  ref: Ref<HTMLElement>;
}

function Profile({ customer, definitions, onOpenSurvivor, ref, ...notices }: ProfileProps) {
  const [{ bar, holdBar }] = useState(makeBar);
  const { marks, later, details } = useLater(customer, definitions);
  return (
    <MarksContext value={marks}>
      <article ref={ref} tabIndex={-1} className="panel">
        <ProfileNotices customer={customer} {...notices} />
        <ProfileHeader customer={customer} />
        <ReachSection customer={customer} />
        <AttributesSection
          customer={customer}
          definitions={definitions}
          bar={bar}
          onOpenSurvivor={onOpenSurvivor}
        />
        {details}
        {later}
        <div ref={holdBar} className="panel__end" />
      </article>
    </MarksContext>
  );
}

/** Whoever pressed a button that is gone with what it did goes on where the profile begins. */
function useFocusAfterPress(busy: boolean) {
  const profile = useRef<HTMLElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    if (busy || !pressed.current) return;
    pressed.current = false;
    if (document.activeElement === document.body) profile.current?.focus();
  });
  return {
    profile,
    /** The handler of a button that may disappear. */
    thenFocus:
      <T extends unknown[]>(act: (...given: T) => void) =>
      (...given: T) => {
        pressed.current = true;
        act(...given);
      },
  };
}

/** Asking again, the query forgets why it failed; the notice with the button that was pressed stays until the answer. */
function useFailure(of: string, error: Error | null, asking: boolean): Error | undefined {
  const [last, setLast] = useState<{ of: string; error: Error }>();
  if (error && last?.error !== error) setLast({ of, error });
  return error ?? (asking && last?.of === of ? last.error : undefined);
}

const refreshWhileEditingMs = 20_000;

/** The profile asked for as `from` is now `to`; `holder` was its id until then, under which the draft is. */
interface Merged {
  from: string;
  holder: string;
  to: string;
}

/** One customer: fetched, shown, edited. Another customer's data never appears in it, however late it arrives. */
export function CustomerPanel({ customerId, onRedirected }: CustomerPanelProps) {
  const api = useApi();
  const drafts = useDrafts();
  const [merged, setMerged] = useState<Merged>();
  const [noticed, setNoticed] = useState<Merged>();
  const id = merged?.from === customerId ? merged.to : customerId;
  const hasDraft = useSyncExternalStore(drafts.subscribe, () => drafts.get(id).length > 0);
  const isDraftBehind = useSyncExternalStore(
    drafts.subscribe,
    () => merged !== undefined && drafts.get(merged.holder).length > 0,
  );
  const query = useQuery({
    ...customerQueries.detail(api, id),
    // So that a row says before Save that its value was changed elsewhere.
    refetchInterval: hasDraft && refreshWhileEditingMs,
  });
  const { data: customer, error, isFetching, refetch } = query;
  const failure = useFailure(id, error, isFetching);
  // A failure shows when it is wanted.
  useEffect(() => whenIdle(() => void loadFailedPanel().catch(() => {})), []);
  const definitions = useQuery(customerQueries.definitions(api));
  const { profile, thenFocus } = useFocusAfterPress(isFetching);
  const refresh = thenFocus(() => void refetch());
  const survivor = customer && customer.id !== id ? customer.id : undefined;

  const follow = (to: string) => setMerged({ from: customerId, holder: id, to });
  if (survivor !== undefined) follow(survivor);

  // What was typed, and the host, go where the profile went: once, however often the host renders.
  const goAlong = useEffectEvent(({ from, holder, to }: Merged) => {
    drafts.move(holder, to);
    onRedirected(from, to);
  });
  useEffect(() => {
    if (merged) goAlong(merged);
  }, [merged]);

  if (!customer && failure)
    return <Failed error={failure} retrying={isFetching} onRetry={refresh} />;
  // The survivor's form begins with the draft, so the draft has to be there first.
  // Names and order of the attributes come with their definitions: nothing moves once it is shown.
  if (!customer || survivor !== undefined || isDraftBehind || definitions.isPending)
    return <LoadingPanel waiting={query.failureCount > 0} />;
  return (
    <Profile
      key={customer.id}
      ref={profile}
      customer={customer}
      definitions={definitions.data}
      stale={error}
      refreshing={isFetching}
      onRefresh={refresh}
      merged={merged?.to === customer.id && noticed !== merged}
      draftCame={hasDraft}
      onDismissMerged={thenFocus(() => setNoticed(merged))}
      onOpenSurvivor={thenFocus(follow)}
    />
  );
}
