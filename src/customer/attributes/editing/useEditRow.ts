import { useEffect } from 'react';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import { isConflict } from './conflict.ts';
import { isChanged, rowFor, textAs } from './editRow.ts';
import type { EditRow, RowKind } from './rowSchema.ts';
import type { EditSet } from './editSetSchema.ts';

/** One row of the form with what follows from it. `current` is the attribute's JSON text as it is now. */
export function useEditRow(index: number, lookUp: (name: string) => string | undefined) {
  const { control, setValue } = useFormContext<EditSet>();
  const row: EditRow = useWatch({ control, name: `rows.${index}` });
  const { errors } = useFormState({ control, name: `rows.${index}` });
  const current = lookUp(row.key);
  const changed = isChanged(row);
  const outdated = row.from !== undefined && !changed && !equalOrAbsent(current, row.from);

  const set = (fields: Partial<EditRow>) =>
    setValue(`rows.${index}`, { ...row, ...fields }, { shouldDirty: true, shouldValidate: true });

  // Nothing typed yet, so a change made elsewhere simply flows in.
  useEffect(() => {
    if (outdated && current !== undefined) setValue(`rows.${index}`, rowFor(row.key, current));
  }, [outdated, current, index, row.key, setValue]);

  return {
    row,
    changed,
    current,
    conflict: isConflict(row, current),
    errors: errors.rows?.[index],
    setKind: (kind: RowKind) => set({ kind, text: textAs(kind, row) }),
    setText: (text: string) => set({ text }),
    setRemove: (remove: boolean) => set({ remove }),
    /** From now on the edit counts as made on what is there now. */
    keepMine: () => set({ from: current, remove: row.remove && current !== undefined }),
  };
}
