import type { Definition } from '#src/contract/definitions/definitions.ts';
import { Button } from '#src/ui/Button.tsx';
import { AttributeName } from '../list/AttributeRow.tsx';
import { AttributeValue } from '../list/AttributeValue.tsx';
import { shownJson } from './editRow.ts';
import { inputText } from './inputs/inputText.ts';
import type { EditRow } from './rowSchema.ts';
import { editingText } from './editingText.ts';

export interface ReadOnlyRowProps {
  row: EditRow;
  definition: Definition;
  error: string | undefined;
  onDiscard: () => void;
}

/** An edit of what meanwhile nobody may edit: to be read, copied and discarded. */
export function ReadOnlyRow({ row, definition, error, onDiscard }: ReadOnlyRowProps) {
  const { key, label = key } = definition;
  const json = shownJson(row);
  return (
    <>
      <p className="pair__label edit-row__name">
        <AttributeName name={key} label={label} />
      </p>
      {json === undefined ? (
        <p className="edit-row__removed">{editingText.edit.willBeRemoved}</p>
      ) : (
        <div>
          <AttributeValue json={json} />
        </div>
      )}
      <p className="field__error">{inputText.readOnly}</p>
      <div className="edit-row__actions">
        <Button
          look="quiet"
          data-decide={error !== undefined || undefined}
          aria-label={inputText.discardOf(label)}
          onClick={onDiscard}
        >
          {inputText.discard}
        </Button>
      </div>
    </>
  );
}
