import { useEffect, useRef } from 'react';
import { useFormContext, type UseFormRegisterReturn } from 'react-hook-form';
import { kindOf, type JsonKind } from '#src/contract/json/kindOf.ts';
import { Button } from '#src/ui/Button.tsx';
import { Field } from '#src/ui/Field.tsx';
import { AttributeName } from '../AttributeRow.tsx';
import { attributesText } from '../attributesText.ts';
import { AttributeValue } from '../AttributeValue.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { rowJson } from './editRow.ts';
import { rowKinds, type EditRow, type RowKind } from './rowSchema.ts';
import type { EditSet } from './editSetSchema.ts';
import { PartsToggle } from './PartsToggle.tsx';
import { useEditRow } from './useEditRow.ts';
import { ValueControl } from './ValueControl.tsx';
import './editing.css';
import { editingText } from './editingText.ts';

const text = editingText.edit;
const { kinds } = attributesText;

export interface EditRowFieldsProps {
  index: number;
  /** The JSON text of an attribute as it is now, by its name. */
  lookUp: (name: string) => string | undefined;
  focusOnMount: boolean;
  onClose: (index: number, name: string) => void;
}

function savedKind({ kind, ...row }: EditRow): JsonKind | undefined {
  if (kind === 'text') return 'string';
  if (kind !== 'json') return kind;
  return row.text.trim() === '' ? undefined : kindOf(row.text);
}

function typeChange(row: EditRow): string | undefined {
  const after = savedKind(row);
  const before = row.from === undefined ? undefined : kindOf(row.from);
  if (!before || !after || before === after || row.remove) return undefined;
  return text.typeChange(kinds[before], kinds[after]);
}

function KindSelect({ row, onChoose }: { row: EditRow; onChoose: (kind: RowKind) => void }) {
  return (
    <Field label={row.key === '' ? text.type : text.typeOf(row.key)} labelHidden>
      {(control) => (
        <select
          {...control}
          value={row.kind}
          onChange={(event) => {
            const kind = rowKinds.find((name) => name === event.target.value);
            if (kind) onChoose(kind);
          }}
        >
          {rowKinds.map((kind) => (
            <option key={kind} value={kind}>
              {text.kinds[kind]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Was({ json }: { json: string }) {
  return (
    <div className="edit-row__was">
      <span className="pair__label">{text.was}</span>
      <div className="edit-row__before">
        <AttributeValue json={json} />
      </div>
    </div>
  );
}

interface RowHeadProps {
  index: number;
  row: EditRow;
  keyError: string | undefined;
  onChoose: (kind: RowKind) => void;
}

function RowHead({ index, row, keyError, onChoose }: RowHeadProps) {
  const { register } = useFormContext<EditSet>();
  return (
    <div className="edit-row__head">
      {row.from === undefined ? (
        <Field label={text.name} error={keyError}>
          {(control) => (
            <input
              {...control}
              {...register(`rows.${index}.key`)}
              data-name
              autoComplete="off"
              dir="auto"
            />
          )}
        </Field>
      ) : (
        <p className="pair__label edit-row__name">
          <AttributeName name={row.key} />
        </p>
      )}
      {!row.remove && <KindSelect row={row} onChoose={onChoose} />}
    </div>
  );
}

/** What takes the focus, the likeliest first: the type stands before the value, but it is the value that the agent came for. */
const controls = ['[data-name]', '[data-value]', 'select', '.edit-row__actions button'];

function focusControl(row: HTMLElement | null) {
  const found = controls.map((selector) => row?.querySelector<HTMLElement>(selector));
  found.find(Boolean)?.focus();
}

interface RowValueProps {
  row: EditRow;
  error: string | undefined;
  registration: UseFormRegisterReturn;
  onText: (text: string) => void;
}

function RowValue({ row, error, registration, onText }: RowValueProps) {
  const control = (
    <ValueControl
      name={row.key}
      isNew={row.from === undefined}
      kind={row.kind}
      error={error}
      hint={typeChange(row)}
      registration={registration}
    />
  );
  if (row.kind !== 'json') return control;
  return (
    <PartsToggle name={row.key} json={row.text} error={error} onChange={onText}>
      {control}
    </PartsToggle>
  );
}

/** One attribute while it is edited, in the place where it is read. */
export function EditRowFields({ index, lookUp, focusOnMount, onClose }: EditRowFieldsProps) {
  const { register } = useFormContext<EditSet>();
  const { row, changed, current, conflict, errors, ...act } = useEditRow(index, lookUp);
  const element = useRef<HTMLLIElement>(null);
  const valueError = errors?.text?.message;
  const close = () => onClose(index, row.key);

  useEffect(() => {
    if (focusOnMount) focusControl(element.current);
  }, [focusOnMount]);

  return (
    <li ref={element} className="edit-row" data-changed={changed || undefined} data-row={index}>
      <RowHead index={index} row={row} keyError={errors?.key?.message} onChoose={act.setKind} />
      {row.remove ? (
        <>
          <p className="edit-row__removed">{text.willBeRemoved}</p>
          {valueError && <p className="field__error">{valueError}</p>}
        </>
      ) : (
        <RowValue
          row={row}
          error={valueError}
          registration={register(`rows.${index}.text`)}
          onText={act.setText}
        />
      )}
      {changed && row.from !== undefined && !conflict && <Was json={row.from} />}
      {conflict && (
        <ConflictNotice
          name={row.key}
          base={row.from}
          theirs={current}
          yours={row.remove ? undefined : shownJson(row)}
          onKeepMine={() => {
            focusControl(element.current);
            act.keepMine();
          }}
          onTakeTheirs={close}
        />
      )}
      <RowActions row={row} onRemove={act.setRemove} onCancel={close} />
    </li>
  );
}

/** What the agent wants, for showing it; a text that is not JSON yet is shown as the text it is. */
function shownJson(row: EditRow): string {
  try {
    JSON.parse(rowJson(row));
    return rowJson(row);
  } catch {
    return JSON.stringify(row.text);
  }
}

interface RowActionsProps {
  row: EditRow;
  onRemove: (remove: boolean) => void;
  onCancel: () => void;
}

function RowActions({ row, onRemove, onCancel }: RowActionsProps) {
  const isNew = row.from === undefined;
  return (
    <div className="edit-row__actions">
      {!isNew && (
        <Button
          look="quiet"
          aria-label={row.remove ? text.keepKey(row.key) : text.removeKey(row.key)}
          onClick={() => onRemove(!row.remove)}
        >
          {row.remove ? text.keep : text.remove}
        </Button>
      )}
      <Button
        look="quiet"
        aria-label={isNew ? text.cancelNew : text.cancelKey(row.key)}
        onClick={onCancel}
      >
        {text.cancel}
      </Button>
    </div>
  );
}
