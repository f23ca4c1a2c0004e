import { useSyncExternalStore } from 'react';
import { Button } from '#src/ui/Button.tsx';
import { useDrafts } from './attributes/DraftsContext.ts';
import { customerText } from './customerText.ts';

const text = customerText.drafts;

export interface DraftsElsewhereProps {
  /** The customer that is shown, whose own edits are in front of the agent. */
  customerId: string | undefined;
  onOpen: (customerId: string) => void;
}

/** Leads back to customers with unsaved edits that the agent has left. */
export function DraftsElsewhere({ customerId, onOpen }: DraftsElsewhereProps) {
  const drafts = useDrafts();
  const list = useSyncExternalStore(drafts.subscribe, drafts.list);
  const elsewhere = list.filter((draft) => draft.customerId !== customerId);
  if (elsewhere.length === 0) return null;
  return (
    <nav className="drafts-elsewhere" aria-label={text.label}>
      {elsewhere.map((draft) => (
        <Button key={draft.customerId} look="quiet" onClick={() => onOpen(draft.customerId)}>
          {text.leadBack(draft.rows.length, draft.name ?? draft.customerId)}
        </Button>
      ))}
    </nav>
  );
}
