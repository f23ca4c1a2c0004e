import { use, useEffect, useEffectEvent, useMemo, useRef, useState, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { FormProvider } from 'react-hook-form';
import { whenIdle } from '#src/ui/whenIdle.ts';
import type { AttributesSectionProps, Intent } from '../AttributesSection.tsx';
import { AttributesView } from '../list/AttributesView.tsx';
import type { AttributeView } from '../list/useAttributeView.ts';
import { loadDifferences } from './ConflictNotice.tsx';
import { EditRowFields } from './EditRowFields.tsx';
import { BrandContext, brandOf, loadControls } from './inputs/brand.ts';
import { SaveArea } from './SaveArea.tsx';
import { SaveHistory } from './SaveHistory.tsx';
import { useEditSet } from './useEditSet.ts';
import { useSaving } from './useSaving.ts';
import { editingText } from './editingText.ts';

export interface AttributeEditorProps extends AttributesSectionProps {
  look: AttributeView;
  intent: Intent | undefined;
}

/** The keys of all rows that were ever edited here: what was just emptied does not vanish from sight. */
function useKept(now: readonly string[]): ReadonlySet<string> {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set(now));
  if (now.some((key) => !kept.has(key))) setKept(new Set([...kept, ...now]));
  return kept;
}

/** Escape closes a row in which nothing was typed. */
function useEscape(section: RefObject<HTMLElement | null>, close: (index: number) => void) {
  const closeUntouched = useEffectEvent((event: KeyboardEvent) => {
    const row = event.target instanceof Element && event.target.closest<HTMLElement>('[data-row]');
    // An open list of choices is what this press closes.
    const isListOpen = row && row.querySelector('[role="combobox"][aria-expanded="true"]') !== null;
    if (event.key !== 'Escape' || !row || row.dataset['changed'] || isListOpen) return;
    close(Number(row.dataset['row']));
  });
  useEffect(() => {
    const element = section.current;
    const listener = (event: KeyboardEvent) => closeUntouched(event);
    element?.addEventListener('keydown', listener);
    return () => element?.removeEventListener('keydown', listener);
  }, [section]);
}

/** The fields that stand in the list, one for each attribute: of two the one that began from what is there. */
function placedFields<T extends { key: string; from?: string | undefined }>(
  fields: readonly T[],
  hasPlace: (key: string, from: string | undefined) => boolean,
): ReadonlyMap<string, T> {
  const placed = new Map<string, T>();
  const fromFirst = [
    ...fields.filter(({ from }) => from !== undefined),
    ...fields.filter(({ from }) => from === undefined),
  ];
  for (const field of fromFirst)
    if (hasPlace(field.key, field.from) && !placed.has(field.key)) placed.set(field.key, field);
  return placed;
}

/** The attributes with those being edited in their places. The form holds the edited ones alone: it is the edit set. */
export function AttributeEditor(props: AttributeEditorProps) {
  const { customer, definitions, look, intent, bar, onOpenSurvivor } = props;
  const controls = definitions && definitions.byKey.size > 0 ? use(loadControls()) : undefined;
  const brand = useMemo(() => brandOf(definitions, controls), [definitions, controls]);
  const editSet = useEditSet(customer, brand, intent);
  const saving = useSaving(customer, editSet);
  const { fields } = editSet.rows;
  const section = useRef<HTMLElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const { customAttributes = [] } = customer;

  function close(index: number, name: string) {
    editSet.close(index);
    const buttons = section.current?.querySelectorAll<HTMLElement>('[data-edit]') ?? [];
    const button = Array.from(buttons).find((element) => element.dataset['edit'] === name);
    (button ?? addButton.current)?.focus();
  }

  // Should it not come, a conflict is told without what differs inside.
  useEffect(() => whenIdle(() => void loadDifferences().catch(() => {})), []);
  useEscape(section, (index) => close(index, fields[index]?.key ?? ''));

  const editRow = (index: number, name: string, fieldId: string, inPlace: boolean) => (
    <EditRowFields
      key={fieldId}
      index={index}
      inPlace={inPlace}
      lookUp={editSet.lookUp}
      focusOnMount={name === editSet.opened}
      onClose={close}
    />
  );
  const inList = new Set(customAttributes.map(({ key }) => key));
  const edited = fields.map((field, index) => ({ ...field, index }));
  const placed = placedFields(edited, (key, from) => {
    if (from === undefined) return editSet.inPlace.has(key);
    return inList.has(key) || brand.byKey.has(key);
  });
  const loose = edited.filter((field) => placed.get(field.key) !== field);
  const kept = useKept([...placed.keys()]);

  return (
    <BrandContext value={brand}>
      <FormProvider {...editSet.form}>
        <AttributesView
          ref={section}
          addRef={addButton}
          customer={customer}
          definitions={definitions}
          look={look}
          kept={kept}
          editRow={(key) => {
            const field = placed.get(key);
            return field && editRow(field.index, key, field.id, true);
          }}
          onAdd={editSet.add}
          onEdit={editSet.edit}
          above={
            loose.length > 0 && (
              <ul aria-label={editingText.edit.region}>
                {loose.map((field) => (
                  <li key={field.id}>{editRow(field.index, field.key, field.id, false)}</li>
                ))}
              </ul>
            )
          }
          below={<SaveHistory records={saving.records} busy={saving.busy} onUndo={saving.undo} />}
        />
        {createPortal(
          <SaveArea
            customer={customer}
            editSet={editSet}
            saving={saving}
            section={section}
            onOpenSurvivor={onOpenSurvivor}
          />,
          bar,
        )}
      </FormProvider>
    </BrandContext>
  );
}
