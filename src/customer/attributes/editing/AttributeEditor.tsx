import { useEffect, useEffectEvent, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { FormProvider } from 'react-hook-form';
import { AttributeRow } from '../AttributeRow.tsx';
import { AttributesHead } from '../AttributesHead.tsx';
import type { AttributesSectionProps, Intent } from '../AttributesSection.tsx';
import { EditRowFields } from './EditRowFields.tsx';
import { SaveArea } from './SaveArea.tsx';
import { SaveHistory } from './SaveHistory.tsx';
import { useEditSet } from './useEditSet.ts';
import { useSaving } from './useSaving.ts';
import { editingText } from './editingText.ts';

export interface AttributeEditorProps extends AttributesSectionProps {
  intent: Intent | undefined;
}

/** The attributes with those being edited in their places. The form holds the edited ones alone: it is the edit set. */
export function AttributeEditor({ customer, intent, bar, ...handlers }: AttributeEditorProps) {
  const id = useId();
  const editSet = useEditSet(customer, intent);
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

  const closeUntouched = useEffectEvent((event: KeyboardEvent) => {
    const row = event.target instanceof Element && event.target.closest<HTMLElement>('[data-row]');
    if (event.key !== 'Escape' || !row || row.dataset['changed']) return;
    const index = Number(row.dataset['row']);
    close(index, fields[index]?.key ?? '');
  });
  useEffect(() => {
    const element = section.current;
    const listener = (event: KeyboardEvent) => closeUntouched(event);
    element?.addEventListener('keydown', listener);
    return () => element?.removeEventListener('keydown', listener);
  }, []);

  const inList = new Set(customAttributes.map(({ key }) => key));
  const editRow = (index: number, name: string, fieldId: string) => (
    <EditRowFields
      key={fieldId}
      index={index}
      lookUp={editSet.lookUp}
      focusOnMount={name === editSet.opened}
      onClose={close}
    />
  );
  const edited = fields.map((field, index) => ({ ...field, index }));
  const loose = edited.filter(({ key, from }) => from === undefined || !inList.has(key));

  return (
    <FormProvider {...editSet.form}>
      <section ref={section} tabIndex={-1} className="section" aria-labelledby={id}>
        <AttributesHead
          id={id}
          count={customAttributes.length}
          onAdd={editSet.add}
          addRef={addButton}
        />
        {loose.length > 0 && (
          <ul aria-label={editingText.edit.region}>
            {loose.map((field) => editRow(field.index, field.key, field.id))}
          </ul>
        )}
        <ul>
          {customAttributes.map(({ key, json }) => {
            const field = edited.find((other) => other.key === key && !loose.includes(other));
            return field ? (
              editRow(field.index, key, field.id)
            ) : (
              <AttributeRow key={key} name={key} json={json} onEdit={editSet.edit} />
            );
          })}
        </ul>
        <SaveHistory records={saving.records} busy={saving.busy} onUndo={saving.undo} />
      </section>
      {bar &&
        createPortal(
          <SaveArea
            customer={customer}
            editSet={editSet}
            saving={saving}
            section={section}
            {...handlers}
          />,
          bar,
        )}
    </FormProvider>
  );
}
