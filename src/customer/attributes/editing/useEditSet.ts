import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { useFieldArray, useForm } from 'react-hook-form';
import type { Attribute, Customer } from '#src/contract/customer.ts';
import type { Intent } from '../AttributesSection.tsx';
import { useDrafts } from '../DraftsContext.ts';
import { newRow, rowFor } from './editRow.ts';
import type { EditRow } from './rowSchema.ts';
import { editSetSchema, type EditSet } from './editSetSchema.ts';

const noAttributes: Attribute[] = [];

function rowsFor(intent: Intent | undefined, attributes: readonly Attribute[]): EditRow[] {
  if (!intent) return [];
  if ('add' in intent) return [newRow()];
  const attribute = attributes.find(({ key }) => key === intent.edit);
  return attribute ? [rowFor(attribute.key, attribute.json)] : [];
}

/** The rows of a draft, and those of `opened` that are not in it. */
export function joinRows(draft: readonly EditRow[], opened: readonly EditRow[]): EditRow[] {
  const fresh = opened.filter((row) => !draft.some((other) => other.key === row.key));
  return [...fresh, ...draft];
}

/** The form of one customer's edit set, which begins with the draft and with what the agent asked for. */
export function useEditSet(customer: Customer, intent: Intent | undefined) {
  const { id, customAttributes = noAttributes } = customer;
  const drafts = useDrafts();
  // The row that takes the focus when it appears; '' is the new attribute's.
  const [opened, setOpened] = useState(intent && ('edit' in intent ? intent.edit : ''));
  const form = useForm<EditSet>({
    resolver: zodResolver(editSetSchema),
    // Not on blur: a message that appears then would move the button away that the agent is pressing.
    mode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: { rows: joinRows(drafts.get(id), rowsFor(intent, customAttributes)) },
  });
  const rows = useFieldArray({ control: form.control, name: 'rows' });
  const { append, prepend, remove } = rows;

  const edit = useCallback(
    (name: string) => {
      const [row] = rowsFor({ edit: name }, customAttributes);
      if (!row) return;
      setOpened(name);
      append(row, { shouldFocus: false });
    },
    [append, customAttributes],
  );

  return {
    form,
    rows,
    opened,
    edit,
    add: () => {
      setOpened('');
      prepend(newRow(), { shouldFocus: false });
    },
    /** Closes a row at once, so that the caller can put the focus where the row was. */
    close: (index: number) => flushSync(() => remove(index)),
    /** The JSON text of an attribute as it is now. */
    lookUp: (name: string) => customAttributes.find(({ key }) => key === name)?.json,
  };
}

export type EditSetForm = ReturnType<typeof useEditSet>;
