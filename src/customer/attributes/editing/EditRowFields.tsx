import { use, useEffect, useRef, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import { DefinedValue } from '../list/DefinedValue.tsx';
import { savedKind } from './rowKind.ts';
import type { EditRow } from './rowSchema.ts';
import type { EditSet } from './editSetSchema.ts';
import { BrandContext } from './inputs/brand.ts';
import { inputText } from './inputs/inputText.ts';
import { useInput } from './inputs/useInput.ts';
import { KindQuestion } from './KindQuestion.tsx';
import { ReadOnlyRow } from './ReadOnlyRow.tsx';
import { RowActions } from './RowActions.tsx';
import { RowDecision } from './RowDecision.tsx';
import { RowHead } from './RowHead.tsx';
import { RowValue } from './RowValue.tsx';
import { useEditRow, type RowEdit } from './useEditRow.ts';
import './editing.css';
import { editingText } from './editingText.ts';

const text = editingText.edit;

export interface EditRowFieldsProps {
  index: number;
  /** The JSON text of an attribute as it is now, by its name. */
  lookUp: (name: string) => string | undefined;
  /** It stands in the list, also when the customer does not have it: its name is not to be changed. */
  inPlace: boolean;
  focusOnMount: boolean;
  onClose: (index: number, name: string) => void;
}

function Was({ json, definition }: { json: string; definition: Definition | undefined }) {
  return (
    <div className="edit-row__was">
      <span className="pair__label">{text.was}</span>
      <div className="edit-row__before">
        <DefinedValue json={json} definition={definition} />
      </div>
    </div>
  );
}

/** What takes the focus, the likeliest first: the type stands before the value, but it is the value that the agent came for. */
const controls = ['[data-name]', '[data-value]', 'select', '.edit-row__actions button'];

function focusControl(row: HTMLElement | null) {
  const found = controls.map((selector) => row?.querySelector<HTMLElement>(selector));
  found.find(Boolean)?.focus();
}

/** A required attribute cannot be removed; the removal of one that has become so can be taken back. */
function canRemove(row: EditRow, definition: Definition | undefined) {
  return row.from !== undefined && (row.remove || !definition?.required);
}

interface RowBodyProps {
  edit: RowEdit;
  definition: Definition | undefined;
  index: number;
  name: string;
  isNamed: boolean;
  isRemoved: boolean;
  lookUp: (name: string) => string | undefined;
  /** The question about another type is answered. */
  onAnswered: () => void;
}

/** What the row is about, its control, and what was there before. */
function RowBody({ edit, definition, index, name, isNamed, isRemoved, ...props }: RowBodyProps) {
  const { register } = useFormContext<EditSet>();
  const { row, question, errors, startsAbsent } = edit;
  const chosen = useInput(definition, row, question?.kind);
  const error = errors?.text?.message;
  return (
    <>
      <RowHead
        index={index}
        name={name}
        isNamed={isNamed}
        row={row}
        kinds={isRemoved ? [] : chosen.kinds}
        keyError={errors?.key?.message}
        asked={question?.kind}
        lookUp={props.lookUp}
        onChoose={edit.chooseKind}
        onDefined={edit.begin}
      />
      {definition?.ownedByLookup !== undefined && (
        <p className="field__hint">{inputText.lookup(definition.ownedByLookup)}</p>
      )}
      {question && (
        <KindQuestion
          words={name === '' ? text.value : name}
          kind={savedKind(row) ?? 'string'}
          asked={savedKind({ kind: question.kind, text: '' }) ?? 'string'}
          loss={question.loss}
          onAnswer={(change) => {
            edit.answer(change);
            props.onAnswered();
          }}
        />
      )}
      {(!isRemoved || chosen.input === 'yesNo') && (
        <RowValue
          name={name}
          isNew={!isNamed}
          row={row}
          startsAbsent={startsAbsent}
          error={isRemoved ? undefined : error}
          chosen={chosen}
          registration={register(`rows.${index}.text`, {
            onChange: ({ target }: { target: { value: string } }) => {
              if (startsAbsent) edit.setText(target.value);
            },
          })}
          onText={edit.setText}
          onValue={edit.setValue}
          onRemove={edit.setRemove}
        />
      )}
      {isRemoved && (
        <>
          <p className="edit-row__removed">{text.willBeRemoved}</p>
          {error && <p className="field__error">{error}</p>}
        </>
      )}
      {edit.changed && row.from !== undefined && !edit.conflict && (
        <Was json={row.from} definition={definition} />
      )}
    </>
  );
}

/** One attribute while it is edited, in the place where it is read. */
export function EditRowFields(props: EditRowFieldsProps) {
  const { index, lookUp, inPlace, focusOnMount, onClose } = props;
  const edit = useEditRow(index, lookUp, inPlace);
  const { row, changed, rival, errors } = edit;
  const definition = use(BrandContext).byKey.get(row.key);
  const name = definition?.label ?? row.key;
  const element = useRef<HTMLDivElement>(null);
  const valueError = errors?.text?.message;
  const isNamed = inPlace || row.from !== undefined;
  const isRemoved = row.remove && row.from !== undefined;
  const close = () => onClose(index, row.key);

  function useThis() {
    const rivals = element.current
      ?.closest('section')
      ?.querySelector<HTMLElement>(`[data-row="${rival?.index}"]`);
    edit.giveToRival();
    close();
    focusControl(rivals ?? null);
  }

  useEffect(() => {
    if (focusOnMount) focusControl(element.current);
  }, [focusOnMount]);

  const frame = (children: ReactNode) => (
    <div
      ref={element}
      className="edit-row"
      data-changed={changed || undefined}
      data-personal={definition?.personal}
      data-row={index}
    >
      {children}
    </div>
  );

  if (definition?.readOnly && isNamed)
    return frame(
      <ReadOnlyRow row={row} definition={definition} error={valueError} onDiscard={close} />,
    );
  return frame(
    <>
      <RowBody
        edit={edit}
        definition={definition}
        index={index}
        name={name}
        isNamed={isNamed}
        isRemoved={isRemoved}
        lookUp={lookUp}
        onAnswered={() => element.current?.querySelector<HTMLElement>('[data-type]')?.focus()}
      />
      <RowDecision
        name={name}
        definition={definition}
        row={row}
        current={edit.current}
        conflict={edit.conflict}
        rival={rival?.row}
        onKeepMine={() => {
          focusControl(element.current);
          edit.keepMine();
        }}
        onUseThis={useThis}
        onClose={close}
      />
      <RowActions
        name={name}
        row={row}
        isNew={!isNamed}
        mustKeep={isRemoved && valueError !== undefined}
        onRemove={canRemove(row, definition) ? edit.setRemove : undefined}
        onCancel={close}
      />
    </>,
  );
}
