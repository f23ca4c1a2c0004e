import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import type { Customer } from '#src/contract/customer.ts';
import { Boundary } from '#src/ui/Boundary.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { AttributeRow } from './AttributeRow.tsx';
import { AttributesHead } from './AttributesHead.tsx';
import { attributesText } from './attributesText.ts';
import { useDrafts } from './DraftsContext.ts';
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
  /** Where the bar with Save stands: at the panel's end, so that it is seen from everywhere. */
  bar: HTMLElement | null;
  onOpenSurvivor: (id: string) => void;
}

interface ReadingProps {
  customer: Customer;
  opening: boolean;
  onIntent: (intent: Intent) => void;
}

/** The attributes for reading. The editor, with the form library, is fetched when somebody comes near it. */
function AttributesForReading({ customer, opening, onIntent }: ReadingProps) {
  const id = useId();
  const { customAttributes = [], unreadable } = customer;
  const editable = !unreadable?.includes('customAttributes');
  const section = useRef<HTMLElement>(null);
  useEffect(() => preloadNear(section.current), []);
  return (
    <section ref={section} className="section" aria-labelledby={id} aria-busy={opening}>
      <AttributesHead
        id={id}
        count={customAttributes.length}
        onAdd={editable ? () => onIntent({ add: true }) : undefined}
      />
      {customAttributes.length === 0 && (
        <p className="muted">{editable ? text.none : text.unreadable}</p>
      )}
      {opening && (
        <p role="status" className="visually-hidden">
          {text.opening}
        </p>
      )}
      <ul>
        {customAttributes.map(({ key, json }) => (
          <AttributeRow
            key={key}
            name={key}
            json={json}
            onEdit={(name) => onIntent({ edit: name })}
          />
        ))}
      </ul>
    </section>
  );
}

/** What the brand knows about the customer. Give it the customer's id as `key`: it holds the state of editing. */
export function AttributesSection(props: AttributesSectionProps) {
  const { customer } = props;
  const drafts = useDrafts();
  const [intent, setIntent] = useState<Intent>();
  // A draft can also arrive later, from a profile that was merged into this one.
  const hasDraft = useSyncExternalStore(drafts.subscribe, () => drafts.get(customer.id).length > 0);
  // The editor also holds the saves of this session, to be undone.
  const saves = useQueryClient().getMutationCache();
  const [editing, setEditing] = useState(
    () => saves.find({ mutationKey: saveKey(customer.id), status: 'success' }) !== undefined,
  );
  if ((intent || hasDraft) && !editing) setEditing(true);
  const reading = (opening: boolean) => (
    <AttributesForReading customer={customer} opening={opening} onIntent={setIntent} />
  );
  if (!editing) return reading(false);
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
        <AttributeEditor {...props} intent={intent} />
      </Suspense>
    </Boundary>
  );
}
