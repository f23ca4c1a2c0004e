import { Button } from '#src/ui/Button.tsx';
import type { EditRow } from './rowSchema.ts';
import { editingText } from './editingText.ts';

const text = editingText.edit;

export interface RowActionsProps {
  name: string;
  row: EditRow;
  /** The new attribute has no name yet that could be said. */
  isNew: boolean;
  /** Absent: it cannot be removed. */
  onRemove: ((remove: boolean) => void) | undefined;
  /** The agent is to take the removal back. */
  mustKeep: boolean;
  onCancel: () => void;
}

export function RowActions({ name, row, isNew, onRemove, mustKeep, onCancel }: RowActionsProps) {
  return (
    <div className="edit-row__actions">
      {onRemove && (
        <Button
          look="quiet"
          data-decide={mustKeep || undefined}
          aria-label={row.remove ? text.keepKey(name) : text.removeKey(name)}
          onClick={() => onRemove(!row.remove)}
        >
          {row.remove ? text.keep : text.remove}
        </Button>
      )}
      <Button
        look="quiet"
        aria-label={isNew ? text.cancelNew : text.cancelKey(name)}
        onClick={onCancel}
      >
        {text.cancel}
      </Button>
    </div>
  );
}
