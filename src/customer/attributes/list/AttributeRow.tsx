import { memo, use, useId, useMemo, type KeyboardEvent } from 'react';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import { kindOf } from '#src/contract/json/kindOf.ts';
import { Boundary } from '#src/ui/Boundary.tsx';
import { Button } from '#src/ui/Button.tsx';
import { nameBreaks } from '#src/ui/softBreaks.tsx';
import { customerText } from '../../customerText.ts';
import { CopyValue } from '../../profile/CopyValue.tsx';
import { attributesText, nameOf } from '../attributesText.ts';
import { DefinedParts } from './DefinedParts.tsx';
import { DefinedValue } from './DefinedValue.tsx';
import { HighlightContext } from './HighlightContext.ts';
import { partsOf } from './parts.ts';

const text = attributesText;

/** What goes to the clipboard: a text as it reads, anything else as JSON. */
function copyText(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? value : json;
}

export interface AttributeRowProps {
  /** The attribute's name. Not `key`, which React keeps for itself. */
  name: string;
  /** Absent: the brand defines the attribute, and the customer does not have it. */
  json: string | undefined;
  definition?: Definition | undefined;
  /** Keys that are written nearly alike, as one text. */
  alike?: string | undefined;
  changed?: boolean;
  /** What is wrong with the value, by the brand's rules. */
  invalid?: string | undefined;
  /** Absent: the attribute cannot be edited now. */
  onEdit?: ((name: string) => void) | undefined;
}

export function AttributeName({
  name,
  label = name,
}: {
  name: string;
  label?: string | undefined;
}) {
  const highlight = use(HighlightContext);
  return label === '' ? (
    <span className="muted">{text.emptyKey}</span>
  ) : (
    <bdi className="attribute-name" title={label === name ? undefined : name}>
      {highlight ? highlight.mark(label) : nameBreaks(label)}
    </bdi>
  );
}

/** That a value breaks a rule, and which one on request: in a popover, since marks come late and nothing is to move. */
function Check({ label, reason }: { label: string; reason: string }) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="tag tag--caution check"
        aria-label={text.whyInvalid(label)}
        popoverTarget={id}
      >
        {text.invalid}
      </button>
      <span id={id} popover="auto" className="check__reason">
        {reason}
      </span>
    </>
  );
}

/** What an agent should know of the attribute before reading its value. */
function Remarks(props: Omit<AttributeRowProps, 'name'> & { label: string }) {
  const { label, json, definition, alike, changed, invalid } = props;
  const kind = json === undefined || definition ? 'string' : kindOf(json);
  return (
    <>
      {kind !== 'string' && <span className="kind">{text.kinds[kind]}</span>}
      {definition?.ownedByLookup !== undefined && (
        <span className="kind">{text.from(definition.ownedByLookup)}</span>
      )}
      {definition?.readOnly && <span className="kind">{text.readOnly}</span>}
      {alike !== undefined && <span className="kind">{text.alike(alike)}</span>}
      {changed && <span className="tag">{text.changed}</span>}
      {invalid !== undefined && <Check label={label} reason={invalid} />}
    </>
  );
}

function Value({ json, definition }: Pick<AttributeRowProps, 'json' | 'definition'>) {
  const highlight = use(HighlightContext);
  const parts = useMemo(
    () => (json !== undefined && definition ? partsOf(json.trim(), definition) : undefined),
    [json, definition],
  );
  if (json === undefined)
    return (
      <span className={definition?.required ? 'caution' : 'muted'}>
        {definition?.required ? text.required : text.notSet}
      </span>
    );
  const shown = parts ? (
    <DefinedParts parts={parts} />
  ) : (
    <DefinedValue json={json} definition={definition} />
  );
  return (
    <>
      {shown}
      {highlight?.insideOf(json, parts)}
    </>
  );
}

/** Arrow keys step from one row's Edit to the next, so that many rows need no Tab each. */
function stepThroughRows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const section = event.currentTarget.closest('section');
  const buttons = [...(section?.querySelectorAll<HTMLElement>('[data-edit]') ?? [])];
  buttons[buttons.indexOf(event.currentTarget) + step]?.focus();
  event.preventDefault();
}

/** An attribute for reading: its name and value, to copy and to edit, also where the value cannot be shown. Memoized on the texts. */
export const AttributeRow = memo(function AttributeRow(props: AttributeRowProps) {
  const { name, json, definition, onEdit, ...remarks } = props;
  const label = definition?.label ?? name;
  return (
    <div className="pair" data-personal={definition?.personal}>
      <div className="pair__body">
        <p className="pair__label">
          <AttributeName name={name} label={label} />
          <Remarks label={label} json={json} definition={definition} {...remarks} />
        </p>
        <div className="pair__value">
          <Boundary key={json} fallback={<span className="caution">{text.unshown}</span>}>
            <Value json={json} definition={definition} />
          </Boundary>
        </div>
      </div>
      <div className="pair__actions">
        {json !== undefined && (
          <CopyValue text={copyText(json)} label={customerText.copy.value(nameOf(label))} />
        )}
        {onEdit && !definition?.readOnly && (
          <Button
            look="icon"
            data-icon="edit"
            aria-label={text.edit(label)}
            title={text.edit(label)}
            data-edit={name}
            onKeyDown={stepThroughRows}
            onClick={() => onEdit(name)}
          />
        )}
      </div>
    </div>
  );
});
