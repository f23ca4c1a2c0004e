import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import { arrayText } from '#src/contract/json/fields.ts';
import { elements } from '#src/contract/json/members.ts';
import { Button } from '#src/ui/Button.tsx';
import { Field } from '#src/ui/Field.tsx';
import { isComposing } from '#src/ui/isComposing.ts';
import { attributesText } from '../../attributesText.ts';
import { DefinedValue } from '../../list/DefinedValue.tsx';
import { formatJson } from '../../list/formatJson.ts';
import { Combobox } from './Combobox.tsx';
import { itemJson } from './inputFor.ts';
import { inputText } from './inputText.ts';
import { labelOf, notesOf, type InputProps } from './inputProps.tsx';
import { numberText } from './localNumber.ts';

const text = inputText.list;

/** What an item is called in a sentence. */
function itemText(json: string, { options }: Definition): string {
  const option = options?.find((each) => each.json === json);
  if (option) return option.label;
  return json.startsWith('"') ? String(JSON.parse(json)) : json;
}

const yesNo = [
  { json: 'true', label: attributesText.true },
  { json: 'false', label: attributesText.false },
];

/** What an item can be chosen from; `undefined` when it is typed. */
const choicesOf = ({ options, types }: Definition) =>
  options ?? (types.includes('boolean') ? yesNo : undefined);

const moved = (list: readonly string[], from: number, to: number): string[] =>
  list.toSpliced(from, 1).toSpliced(to, 0, ...list.slice(from, from + 1));

const takesNumbers = ({ types }: Definition) =>
  types.includes('number') && !types.includes('string');

/** The items, the last of which may still be being typed: it is in the row from its first letter, so that a save takes it along. */
function useItems({ row, onText }: InputProps, items: Definition) {
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const all = elements(row.text) ?? [];
  const typedJson = itemJson(items, takesNumbers(items) ? numberText(typed) : typed);
  const isTyping = typed !== '' && all.at(-1) === typedJson;
  const chips = isTyping ? all.slice(0, -1) : all;
  const write = (list: readonly string[]) => onText(formatJson(arrayText(list)));
  const withTyped = (list: readonly string[]) => (isTyping ? [...list, typedJson] : list);

  return {
    chips,
    said,
    typed: isTyping ? typed : '',
    describe: (json: string) => itemText(json, items),
    type(value: string) {
      setTyped(value);
      const json = itemJson(items, takesNumbers(items) ? numberText(value) : value);
      write(value === '' ? chips : [...chips, json]);
    },
    /** What was typed becomes an item like the others. */
    finish() {
      if (!isTyping) return;
      setTyped('');
      setSaid(text.added(itemText(typedJson, items)));
    },
    add(json: string) {
      write([...chips, json]);
      setSaid(text.added(itemText(json, items)));
    },
    remove(index: number) {
      write(withTyped(chips.filter((_, place) => place !== index)));
      setSaid(text.removed(itemText(chips[index] ?? '', items)));
    },
    move(from: number, to: number) {
      if (to < 0 || to >= chips.length) return;
      write(withTyped(moved(chips, from, to)));
      setSaid(text.moved(itemText(chips[from] ?? '', items), to + 1, chips.length));
    },
  };
}

type Items = ReturnType<typeof useItems>;

interface ChipsProps {
  name: string;
  list: Items;
  items: Definition;
  /** What takes the focus when the last chip is gone. */
  adder: RefObject<HTMLDivElement | null>;
}

function Chips({ name, list, items, adder }: ChipsProps) {
  const hintId = useId();
  const element = useRef<HTMLUListElement>(null);
  // The chip that has the focus once the list is as it was asked to be.
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const buttons = element.current?.querySelectorAll('button') ?? [];
    const button = buttons[Math.min(wanted.current, buttons.length - 1)];
    (button ?? adder.current?.querySelector('input'))?.focus();
    wanted.current = undefined;
  });

  function onKeyDown(event: KeyboardEvent, index: number) {
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const step = { ArrowRight: isRtl, ArrowLeft: -isRtl, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isRemoval = event.key === 'Delete' || event.key === 'Backspace';
    if (step === undefined && !isRemoval) return;
    event.preventDefault();
    const to = Math.min(Math.max(index + (step ?? 0), 0), list.chips.length - 1);
    wanted.current = to;
    if (isRemoval) list.remove(index);
    else if (event.altKey) list.move(index, to);
    else element.current?.querySelectorAll('button')[to]?.focus();
  }

  if (list.chips.length === 0) return <p className="field__hint">{text.none}</p>;
  return (
    <>
      <ul ref={element} className="chips chips--edit" aria-label={text.itemsOf(name)}>
        {list.chips.map((json, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a list may hold the same item twice
          <li key={index} className="chip">
            <DefinedValue json={json} definition={items} />
            <Button
              look="icon"
              data-icon="close"
              aria-label={text.remove(list.describe(json))}
              aria-describedby={hintId}
              onKeyDown={(event) => onKeyDown(event, index)}
              onClick={() => {
                wanted.current = index;
                list.remove(index);
              }}
            />
          </li>
        ))}
      </ul>
      <p id={hintId} hidden>
        {text.keys}
      </p>
    </>
  );
}

/** A list of single values: each a chip, and a control to add one. */
export function ListInput(props: InputProps & { items: Definition }) {
  const { name, error, notes, items } = props;
  const list = useItems(props, items);
  const adder = useRef<HTMLDivElement>(null);
  const choices = choicesOf(items);
  return (
    <>
      <Chips name={name} list={list} items={items} adder={adder} />
      <div ref={adder}>
        <Field
          label={labelOf(name)}
          labelHidden
          error={error}
          hint={notesOf(choices ? undefined : text.enter, ...notes)}
        >
          {(control) =>
            choices ? (
              <Combobox
                control={control}
                options={choices}
                chosen=""
                onChoose={({ json }) => list.add(json)}
              />
            ) : (
              <span className="input-line">
                <input
                  {...control}
                  data-value
                  type={items.format === 'date' ? 'date' : 'text'}
                  autoComplete="off"
                  dir="auto"
                  inputMode={takesNumbers(items) ? 'decimal' : undefined}
                  value={list.typed}
                  onChange={(event) => list.type(event.target.value)}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' || isComposing(event)) return;
                    event.preventDefault();
                    list.finish();
                  }}
                />
                <Button aria-label={text.addTo(name)} onClick={() => list.finish()}>
                  {text.add}
                </Button>
              </span>
            )
          }
        </Field>
        <p role="status" className="visually-hidden">
          {list.said}
        </p>
      </div>
    </>
  );
}
