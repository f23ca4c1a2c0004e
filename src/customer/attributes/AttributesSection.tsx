import { useQueryClient } from '@tanstack/react-query';
import {
  lazy,
  Suspense,
  use,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Customer } from '#src/contract/customer.ts';
import { Boundary } from '#src/ui/Boundary.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { attributesText } from './attributesText.ts';
import type { BrandDefinitions } from '../api.ts';
import { MayWriteContext } from '../MayWriteContext.ts';
import { useDrafts } from './DraftsContext.ts';
import { AttributesView } from './list/AttributesView.tsx';
import { useAttributeView, type AttributeView } from './list/useAttributeView.ts';
import { saveKey } from './saveKey.ts';

const text = attributesText;

const loadEditor = () => import('./editing/AttributeEditor.tsx');
const AttributeEditor = lazy(async () => ({ default: (await loadEditor()).AttributeEditor }));

/** Fetches the editor when the pointer or the focus comes near, so that it is there when it is asked for. */
function preloadNear(element: HTMLElement | null) {
  // A failure shows when the editor is really wanted.
  const preload = () => void loadEditor().catch(() => {});
  const events = ['pointerenter', 'focusin'];
  for (const event of events) element?.addEventListener(event, preload, { once: true });
  return () => {
    for (const event of events) element?.removeEventListener(event, preload);
  };
}

/** What the agent asked for before the editor was there: a new attribute, or the edit of one. */
export type Intent = { add: true } | { edit: string };

export interface AttributesSectionProps {
  customer: Customer;
  /** What the brand says about its attributes; absent where nothing could be learned. */
  definitions: BrandDefinitions | undefined;
  /** Where the bar with Save stands: at the panel's end, so that it is seen from everywhere. */
  bar: HTMLElement;
  onOpenSurvivor: (id: string) => void;
}

const none: ReadonlySet<string> = new Set();

interface ReadingProps extends AttributesSectionProps {
  look: AttributeView;
  mayWrite: boolean;
  hasDraft: boolean;
  opening: boolean;
  onIntent: (intent: Intent) => void;
}

/** The attributes for reading. The editor, with the form library, is fetched when somebody comes near it. */
function AttributesForReading(props: ReadingProps) {
  const { customer, definitions, look, mayWrite, hasDraft, opening, onIntent } = props;
  const editable = mayWrite && !customer.unreadable?.includes('customAttributes');
  const section = useRef<HTMLElement>(null);
  useEffect(() => preloadNear(section.current), []);
  const onEdit = useCallback((key: string) => onIntent({ edit: key }), [onIntent]);
  return (
    <AttributesView
      ref={section}
      customer={customer}
      definitions={definitions}
      look={look}
      kept={none}
      busy={opening}
      onAdd={editable ? () => onIntent({ add: true }) : undefined}
      onEdit={editable ? onEdit : undefined}
      above={hasDraft && !mayWrite && <p role="status">{text.draftWaits}</p>}
      below={
        opening && (
          <p role="status" className="visually-hidden">
            {text.opening}
          </p>
        )
      }
    />
  );
}

/** What the brand knows about the customer. Give it the customer's id as `key`: it holds the state of editing. */
export function AttributesSection(props: AttributesSectionProps) {
  const { customer } = props;
  const drafts = useDrafts();
  const look = useAttributeView();
  const mayWrite = use(MayWriteContext);
  const [intent, setIntent] = useState<Intent>();
  // A draft can also arrive later, from a profile that was merged into this one.
  const hasDraft = useSyncExternalStore(drafts.subscribe, () => drafts.get(customer.id).length > 0);
  useEffect(() => drafts.hold(customer.id), [drafts, customer.id]);
  // The editor also holds the saves of this session, to be told of and undone.
  const saves = useQueryClient().getMutationCache();
  const [editing, setEditing] = useState(() =>
    Boolean(saves.find({ mutationKey: saveKey(customer.id) })),
  );
  if ((intent || hasDraft) && !editing) setEditing(true);
  const reading = (opening: boolean) => (
    <AttributesForReading
      {...props}
      look={look}
      mayWrite={mayWrite}
      hasDraft={hasDraft}
      opening={opening}
      onIntent={setIntent}
    />
  );
  if (!editing || !mayWrite) return reading(false);
  const failed = (
    <>
      <Notice tone="caution" title={text.editorFailed}>
        <p>{text.editorFailedBody}</p>
      </Notice>
      {reading(false)}
    </>
  );
  return (
    <Boundary fallback={failed}>
      <Suspense fallback={reading(true)}>
        <AttributeEditor {...props} look={look} intent={intent} />
      </Suspense>
    </Boundary>
  );
}
