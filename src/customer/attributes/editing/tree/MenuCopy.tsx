import { Button } from '#src/ui/Button.tsx';
import { useCopy } from '#src/ui/useCopy.ts';
import { treeText } from './treeText.ts';

const text = treeText.menu;

export interface MenuCopyProps {
  label: string;
  words: string;
  /** Asked when the agent copies, so that no row writes its JSON for nothing. */
  copyText: () => string;
}

/** A menu's item that copies and says in its own place, truthfully, whether that worked. The menu stays open for it. */
export function MenuCopy({ label, words, copyText }: MenuCopyProps) {
  const { result, copy } = useCopy(copyText);

  return (
    <>
      <Button look="quiet" aria-label={text.item(label, words)} onClick={copy}>
        {label}
      </Button>
      <span role="status" className={`tree-menu__result tree-menu__result--${result ?? 'none'}`}>
        {result && text[result]}
      </span>
    </>
  );
}
