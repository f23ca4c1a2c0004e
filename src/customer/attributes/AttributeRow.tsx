import { memo } from 'react';
import { kindOf } from '#src/contract/json/kindOf.ts';
import { Button } from '#src/ui/Button.tsx';
import { EditIcon } from '#src/ui/icons.tsx';
import { customerText } from '../customerText.ts';
import { CopyValue } from '../profile/CopyValue.tsx';
import { attributesText, nameOf } from './attributesText.ts';
import { AttributeValue } from './AttributeValue.tsx';

const text = attributesText;

/** What goes to the clipboard: a text as it reads, anything else as JSON. */
function copyText(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? value : json;
}

export interface AttributeRowProps {
  /** The attribute's name. Not `key`, which React keeps for itself. */
  name: string;
  json: string;
  /** Absent: the attribute cannot be edited now. */
  onEdit?: ((name: string) => void) | undefined;
}

export function AttributeName({ name }: { name: string }) {
  return name === '' ? (
    <span className="muted">{text.emptyKey}</span>
  ) : (
    <bdi className="attribute-name">{name}</bdi>
  );
}

/** An attribute for reading: its name and value, to copy and to edit. Memoized on the texts. */
export const AttributeRow = memo(function AttributeRow({ name, json, onEdit }: AttributeRowProps) {
  const kind = kindOf(json);
  return (
    <li className="pair">
      <div className="pair__body">
        <p className="pair__label">
          <AttributeName name={name} />
          {kind !== 'string' && <span className="kind">{text.kinds[kind]}</span>}
        </p>
        <div className="pair__value">
          <AttributeValue json={json} />
        </div>
      </div>
      <div className="pair__actions">
        <CopyValue text={copyText(json)} label={customerText.copy.value(nameOf(name))} />
        {onEdit && (
          <Button
            look="icon"
            aria-label={text.edit(name)}
            title={text.edit(name)}
            data-edit={name}
            onClick={() => onEdit(name)}
          >
            <EditIcon />
          </Button>
        )}
      </div>
    </li>
  );
});
