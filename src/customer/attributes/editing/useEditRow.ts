import { useEffect, useState } from 'react';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import { useApi } from '../../ApiContext.tsx';
import { isConflict } from './conflict.ts';
import { isChanged, isUnset, rowFor } from './editRow.ts';
import { startOf } from './inputs/inputFor.ts';
import { rivalOf } from './rival.ts';
import { asKind, kindLoss } from './rowKind.ts';
import type { EditRow, RowKind } from './rowSchema.ts';
import type { EditSet } from './editSetSchema.ts';

/** A type that the agent chose and has not confirmed yet, because something would be lost. */
interface AskedKind {
  kind: RowKind;
  loss: string;
  /** What would be lost; once it is something else, nothing is asked any more. */
  of: Pick<EditRow, 'kind' | 'text'>;
}

/**
 * One row of the form with what follows from it. `current` is the attribute's JSON text as it is now. In its
 * place in the list an attribute that is not there goes back to that when its control is emptied.
 */
export function useEditRow(
  index: number,
  lookUp: (name: string) => string | undefined,
  inPlace: boolean,
) {
  const { control, setValue } = useFormContext<EditSet>();
  const row: EditRow = useWatch({ control, name: `rows.${index}` });
  const { errors } = useFormState({ control, name: `rows.${index}` });
  const { rule } = useApi();
  const current = lookUp(row.key);
  const [asked, setAsked] = useState<AskedKind>();
  const question =
    asked?.of.kind === row.kind && asked.of.text === row.text && !row.remove ? asked : undefined;
  const changed = isChanged(row);
  const rival = useWatch({ control, name: 'rows', compute: (rows) => rivalOf(rows, index) });
  const isUntouched = isUnset(row) || (row.from !== undefined && !changed);
  const outdated = isUntouched && !equalOrAbsent(current, row.from);
  const startsAbsent = inPlace && row.from === undefined;
  const rowErrors = errors.rows?.[index];

  // What is not called wrong yet is judged on Save.
  const set = (fields: Partial<EditRow>) =>
    setValue(
      `rows.${index}`,
      { ...row, ...fields },
      { shouldDirty: true, shouldValidate: rowErrors !== undefined },
    );

  // Nothing typed yet, so a change made elsewhere simply flows in.
  useEffect(() => {
    if (outdated && current !== undefined) setValue(`rows.${index}`, rowFor(row.key, current));
  }, [outdated, current, index, row.key, setValue]);

  return {
    row,
    changed,
    current,
    /** Against the other row it is to be decided first which of the two goes on. */
    conflict: !rival && isConflict(row, current, rule),
    rival,
    errors: rowErrors,
    startsAbsent,
    question,
    chooseKind: (kind: RowKind) => {
      const loss = kindLoss(row, kind);
      setAsked(loss === undefined ? undefined : { kind, loss, of: row });
      if (loss === undefined && kind !== row.kind)
        set({ ...asKind(row, kind), remove: row.remove && kind !== 'null' });
    },
    answer: (change: boolean) => {
      setAsked(undefined);
      if (question && change) set(asKind(row, question.kind));
    },
    setText: (text: string) => set({ text, remove: startsAbsent && text === '' }),
    setValue: (value: Pick<EditRow, 'kind' | 'text'>) => set({ ...value, remove: false }),
    /** A new row was given the name of an attribute that the brand describes. */
    begin: (definition: Definition) => {
      const { isSet: _, ...value } = startOf(definition);
      if (row.text === '' && row.kind === 'text') set({ ...value, key: definition.key });
    },
    setRemove: (remove: boolean) => set({ remove }),
    /** The rival's row, with the base that it has, says what this one says; this one can go. */
    giveToRival: () => {
      const { kind, text, remove } = row;
      if (rival) setValue(`rows.${rival.index}`, { ...rival.row, kind, text, remove });
    },
    /** From now on the edit counts as made on what is there now. */
    keepMine: () => set({ from: current, remove: row.remove && current !== undefined }),
  };
}

export type RowEdit = ReturnType<typeof useEditRow>;
