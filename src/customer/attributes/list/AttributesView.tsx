import { use, useDeferredValue, useId, useMemo, type ReactNode, type Ref } from 'react';
import type { Customer } from '#src/contract/customer.ts';
import type { Definitions } from '#src/contract/definitions/definitions.ts';
import { MarksContext } from '../../marks/MarksContext.ts';
import { attributesText } from '../attributesText.ts';
import { arrange, entriesOf, type Entry } from './arrange.ts';
import { AttributeGroups } from './AttributeGroups.tsx';
import { AttributeRow } from './AttributeRow.tsx';
import { AttributesHead } from './AttributesHead.tsx';
import { FindBar } from './FindBar.tsx';
import { isFinding } from './finding.ts';
import { toggled } from './viewStore.ts';
import { HighlightContext } from './HighlightContext.ts';
import { LeftOut } from './LeftOut.tsx';
import type { AttributeView } from './useAttributeView.ts';

const text = attributesText;
const noAttributes: NonNullable<Customer['customAttributes']> = [];
const noNames: readonly string[] = [];
/** Fewer than these the eye finds by itself. */
const findFrom = 8;

export interface AttributesViewProps {
  customer: Customer;
  definitions: Definitions | undefined;
  look: AttributeView;
  ref: Ref<HTMLElement>;
  addRef?: Ref<HTMLButtonElement> | undefined;
  busy?: boolean;
  /** Keys of rows that stay in sight, since they are being edited or just were. */
  kept: ReadonlySet<string>;
  /** The row of an attribute that is being edited. */
  editRow?: (key: string) => ReactNode;
  /** Absent: nothing can be changed now. */
  onAdd?: (() => void) | undefined;
  onEdit?: ((key: string) => void) | undefined;
  /** Rows that have no place in the list, such as new attributes. */
  above?: ReactNode;
  below?: ReactNode;
}

/** What is shown of all attributes, and the words and filter that it was chosen by. */
function useArrangement({ customer, definitions, look, kept }: AttributesViewProps) {
  const { customAttributes = noAttributes } = customer;
  const { view, tools, arranging } = look;
  const marks = use(MarksContext);
  const finding = useDeferredValue(look.finding);
  const entries = useMemo(
    () => entriesOf(customAttributes, definitions),
    [customAttributes, definitions],
  );
  const { selectBy, highlightOf } = tools ?? {};
  const isWanted = useMemo(
    () => (isFinding(finding) ? selectBy?.(finding, marks, view) : undefined),
    [finding, marks, view, selectBy],
  );
  const highlight = useMemo(() => highlightOf?.(finding.words), [finding.words, highlightOf]);
  const arrangement = useMemo(
    () =>
      arrange(entries, {
        definitions,
        // What is left out could not be brought back otherwise.
        view: arranging ? { ...view, showEmpty: true, showHidden: true } : view,
        kept,
        isWanted,
      }),
    [entries, definitions, view, arranging, kept, isWanted],
  );
  const status = look.toolsFailed ? text.findFailed : text.found(arrangement.found, entries.length);
  return {
    entries,
    isFound: isWanted !== undefined,
    highlight,
    arrangement,
    status: isFinding(look.finding) && (isWanted || look.toolsFailed) ? status : undefined,
    firstFound: () =>
      tools?.firstFound(entries, { finding: look.finding, definitions, marks, view }),
  };
}

const firstEdit = (section: Element | null) => section?.querySelector<HTMLElement>('[data-edit]');

function useRow({ look, editRow, onEdit }: AttributesViewProps) {
  const marks = use(MarksContext);
  const ArrangeRow = look.arranging ? look.tools?.ArrangeRow : undefined;
  return function row({ key, json, definition }: Entry): ReactNode {
    const edited = editRow?.(key);
    if (edited !== undefined) return edited;
    if (ArrangeRow) return <ArrangeRow name={key} definition={definition} look={look} />;
    return (
      <AttributeRow
        name={key}
        json={json}
        definition={definition}
        alike={marks.alike.get(key)}
        changed={marks.hasChanged(key)}
        invalid={marks.invalid.get(key)}
        onEdit={onEdit}
      />
    );
  };
}

/** The attributes as this agent looks at them: found, grouped, in order, those that are edited in their places. */
export function AttributesView(props: AttributesViewProps) {
  const { customer, definitions, look, ref, addRef, busy, kept, onAdd, onEdit } = props;
  const { view, setView } = look;
  const id = useId();
  const { entries, isFound, highlight, arrangement, status, firstFound } = useArrangement(props);
  const row = useRow(props);
  const count = customer.customAttributes?.length ?? 0;

  return (
    <section ref={ref} tabIndex={-1} className="section" aria-labelledby={id} aria-busy={busy}>
      <AttributesHead id={id} count={count} onAdd={onAdd} addRef={addRef} />
      {entries.length >= findFrom && (
        <FindBar
          finding={look.finding}
          groups={definitions?.groups ?? noNames}
          status={status}
          followShortcut={look.tools?.followShortcut}
          onChange={look.setFinding}
          onNear={look.loadTools}
          onEnter={() => {
            const key = firstFound();
            if (key !== undefined) onEdit?.(key);
          }}
          onDown={(input) => firstEdit(input.closest('section'))?.focus()}
        />
      )}
      {count === 0 && (
        <p className="muted">
          {customer.unreadable?.includes('customAttributes') ? text.unreadable : text.none}
        </p>
      )}
      {props.above}
      <HighlightContext value={highlight}>
        <AttributeGroups
          groups={arrangement.groups}
          collapsed={view.collapsed}
          onToggle={
            isFound ? undefined : (group) => setView({ collapsed: toggled(view.collapsed, group) })
          }
          memoryOf={look.memoryOf}
          isKept={(key) => kept.has(key)}
          headingId={id}
        >
          {row}
        </AttributeGroups>
      </HighlightContext>
      {(!isFound || look.arranging) && entries.length > 0 && (
        <LeftOut arrangement={arrangement} look={look} />
      )}
      {props.below}
    </section>
  );
}
