import { Button } from '#src/ui/Button.tsx';
import { attributesText } from '../attributesText.ts';

const { showAll, showLess } = attributesText;

/** Below a value of which only the beginning is shown. */
export function ShowAll({ open, onChange }: { open: boolean; onChange: (open: boolean) => void }) {
  return (
    <Button look="quiet" aria-expanded={open} onClick={() => onChange(!open)}>
      {open ? showLess : showAll}
    </Button>
  );
}
