import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useFieldArray, useForm, type Resolver } from 'react-hook-form';
import type { Attribute, Customer } from '#src/contract/customer.ts';
import type { Intent } from '../AttributesSection.tsx';
import { useDrafts } from '../DraftsContext.ts';
import { newRow, rowFor } from './editRow.ts';
import type { Brand } from './inputs/brand.ts';
import { startOf } from './inputs/inputFor.ts';
import type { EditRow } from './rowSchema.ts';
import { editSetSchemaFor, type EditSet } from './editSetSchema.ts';

const noAttributes: Attribute[] = [];

function rowsFor(
  intent: Intent | undefined,
  attributes: readonly Attribute[],
  { byKey }: Brand,
): EditRow[] {
  if (!intent) return [];
  if ('add' in intent) return [newRow()];
  const key = intent.edit;
  const attribute = attributes.find((each) => each.key === key);
  if (attribute) return [rowFor(key, attribute.json)];
  const definition = byKey.get(key);
  if (!definition) return [];
  const { isSet, ...value } = startOf(definition);
  return [{ key, ...value, remove: !isSet }];
}

/** The rows of a draft, and those of `opened` that are not in it. */
function joinRows(draft: readonly EditRow[], opened: readonly EditRow[]): EditRow[] {
  const fresh = opened.filter((row) => !draft.some((other) => other.key === row.key));
  return [...fresh, ...draft];
}

/** What judges the rows. It waits for the rules, which come in a file of their own. */
function resolverFor({ byKey, rules }: Brand): Resolver<EditSet> {
  return async (values, context, options) => {
    const schema = editSetSchemaFor({ byKey, rules: await rules });
    return zodResolver(schema)(values, context, options);
  };
}

/** The form of one customer's edit set, which begins with the draft and with what the agent asked for. */
export function useEditSet(customer: Customer, brand: Brand, intent: Intent | undefined) {
  const { id, customAttributes = noAttributes } = customer;
  const drafts = useDrafts();
  // The row that takes the focus when it appears; '' is the new attribute's.
  const [opened, setOpened] = useState(intent && ('edit' in intent ? intent.edit : ''));
  const resolver = useMemo(() => resolverFor(brand), [brand]);
  const form = useForm<EditSet>({
    resolver,
    // Not on blur: a message that appears then would move the button away that the agent is pressing.
    mode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: { rows: joinRows(drafts.get(id), rowsFor(intent, customAttributes, brand)) },
  });
  const rows = useFieldArray({ control: form.control, name: 'rows' });
  const { append, prepend, remove, replace } = rows;
  // Attributes that the customer does not have and that are edited where the brand's order puts them.
  const [inPlace, setInPlace] = useState<ReadonlySet<string>>(() => {
    const there = new Set(customAttributes.map(({ key }) => key));
    const rowsNow = form.getValues('rows').filter(({ from }) => from === undefined);
    return new Set(
      rowsNow.map(({ key }) => key).filter((key) => brand.byKey.has(key) && !there.has(key)),
    );
  });

  const edit = useCallback(
    (name: string) => {
      const [row] = rowsFor({ edit: name }, customAttributes, brand);
      if (!row) return;
      setOpened(name);
      setInPlace((keys) => new Set([...keys, name]));
      const now = form.getValues('rows');
      // A new one of the same name that the agent made the edit of this one: it takes this one's place.
      const isAbsent = row.from === undefined;
      if (now.some(({ key, from }) => key === name && (isAbsent || from !== undefined)))
        replace(now);
      else append(row, { shouldFocus: false });
    },
    [append, brand, customAttributes, form, replace],
  );

  return {
    form,
    rows,
    opened,
    inPlace,
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
