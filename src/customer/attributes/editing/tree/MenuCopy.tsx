import { useEffect, useState } from 'react';
import { Button } from '#src/ui/Button.tsx';
import { treeText } from './treeText.ts';

const text = treeText.menu;
const shownForMs = 2_000;

export interface MenuCopyProps {
  label: string;
  words: string;
  /** Asked when the agent copies, so that no row writes its JSON for nothing. */
  copyText: () => string;
}

/** A menu's item that copies and says in its own place, truthfully, whether that worked. The menu stays open for it. */
export function MenuCopy({ label, words, copyText }: MenuCopyProps) {
  const [result, setResult] = useState<'copied' | 'copyFailed'>();

  useEffect(() => {
    if (!result) return undefined;
    const timer = setTimeout(() => setResult(undefined), shownForMs);
    return () => clearTimeout(timer);
  }, [result]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(copyText());
      setResult('copied');
    } catch {
      setResult('copyFailed');
    }
  }

  return (
    <>
      <Button look="quiet" aria-label={text.item(label, words)} onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status" className={`tree-menu__result tree-menu__result--${result ?? 'none'}`}>
        {result && text[result]}
      </span>
    </>
  );
}
