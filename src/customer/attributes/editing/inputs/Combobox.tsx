import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Option } from '#src/contract/definitions/definitions.ts';
import type { FieldControl } from '#src/ui/Field.tsx';
import { isComposing } from '#src/ui/isComposing.ts';
import { inputText } from './inputText.ts';

const shownAtOnce = 50;

/** The folding of the find box is a chunk that the editor, whose size is limited as well, goes without. */
const folded = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Those whose label has all the words in it, those that begin with them first. */
function found(options: readonly Option[], typed: string | undefined): readonly Option[] {
  const words = folded(typed ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const hits = options.filter(({ label }) => words.every((word) => folded(label).includes(word)));
  const begins = ({ label }: Option) => folded(label).startsWith(words.join(' '));
  return words.length === 0
    ? options
    : [...hits.filter(begins), ...hits.filter((option) => !begins(option))];
}

export interface ComboboxProps {
  control: FieldControl;
  options: readonly Option[];
  /** The label of what is chosen now; empty for nothing. */
  chosen: string;
  onChoose: (option: Option) => void;
}

function useChoice({ options, chosen, onChoose }: Omit<ComboboxProps, 'control'>) {
  /** What is being looked for; absent, the list is closed. */
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const hits = found(options, typed);

  function close() {
    setOpen(false);
    setTyped(undefined);
  }

  function choose(option: Option | undefined) {
    close();
    if (option && option.label !== chosen) onChoose(option);
  }

  function look(words: string | undefined) {
    const at = words === undefined ? options.findIndex(({ label }) => label === chosen) : 0;
    setTyped(words);
    setActive(Math.max(at, 0));
    setOpen(true);
  }

  /** What was typed in full is meant; a half word chooses nothing. */
  function leave() {
    const typedInFull = hits.filter(({ label }) => folded(label) === folded(typed ?? '').trim());
    if (typed !== undefined && typedInFull.length === 1) choose(typedInFull[0]);
    else close();
  }

  return { typed, open, active, setActive, hits, close, choose, look, leave };
}

type Choice = ReturnType<typeof useChoice>;

function onKey(event: KeyboardEvent, choice: Choice) {
  if (isComposing(event)) return;
  const { open, active, hits } = choice;
  const last = Math.min(hits.length, shownAtOnce) - 1;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined) {
    event.preventDefault();
    if (!open) choice.look(undefined);
    else choice.setActive(Math.min(Math.max(active + step, 0), last));
  } else if (event.key === 'Enter' && open) {
    event.preventDefault();
    choice.choose(hits[active]);
  } else if (event.key === 'Escape' && open) choice.close();
}

function Options({ id, choice, chosen }: { id: string; choice: Choice; chosen: string }) {
  const { hits, active, choose } = choice;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const more = hits.length - shownAtOnce;
  return (
    <>
      <div ref={list} id={id} role="listbox" className="options" aria-label={inputText.choose}>
        {hits.slice(0, shownAtOnce).map((option, index) => (
          // The keyboard reaches it from the text box, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={option.json}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.label === chosen}
            data-active={index === active || undefined}
            className="options__option"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            <bdi>{option.label}</bdi>
          </div>
        ))}
      </div>
      <p role="status" className="options__note">
        {hits.length === 0 ? inputText.noneFound : more > 0 && inputText.more(more)}
      </p>
    </>
  );
}

/**
 * A choice that is found by typing (the ARIA pattern of an editable combobox). Its list stands below it in the
 * page's flow, where no edge of a narrow panel cuts it.
 */
export function Combobox({ control, ...props }: ComboboxProps) {
  const listId = useId();
  const choice = useChoice(props);
  const { typed, open, active, hits } = choice;
  const hasList = open && hits.length > 0;
  return (
    <>
      <input
        {...control}
        data-value
        role="combobox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={hasList ? `${listId}-${active}` : undefined}
        autoComplete="off"
        dir="auto"
        value={typed ?? props.chosen}
        onClick={() => {
          if (!open) choice.look(undefined);
        }}
        onFocus={(event) => event.target.select()}
        onChange={({ target: { value } }) => choice.look(value)}
        onKeyDown={(event) => onKey(event, choice)}
        onBlur={choice.leave}
      />
      {open && <Options id={listId} choice={choice} chosen={props.chosen} />}
    </>
  );
}
