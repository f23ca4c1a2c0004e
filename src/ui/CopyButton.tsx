import { useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import { CloseIcon, CopyIcon, DoneIcon } from './icons.tsx';
import './CopyButton.css';

export interface CopyButtonProps {
  text: string;
  /** Names what is copied, such as "Copy e-mail address". */
  label: string;
  /** Said and shown for a moment afterwards; `failed` when the browser or the host's frame refused. */
  copied: string;
  failed: string;
}

const shownForMs = 2_000;

/** Copies a text and says truthfully whether that worked. */
export function CopyButton({ text, label, copied, failed }: CopyButtonProps) {
  const [result, setResult] = useState<'copied' | 'failed'>();

  useEffect(() => {
    if (!result) return undefined;
    const timer = setTimeout(() => setResult(undefined), shownForMs);
    return () => clearTimeout(timer);
  }, [result]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setResult('copied');
    } catch {
      setResult('failed');
    }
  }

  const Icon = result === 'copied' ? DoneIcon : result === 'failed' ? CloseIcon : CopyIcon;
  return (
    <>
      <Button look="icon" aria-label={label} title={label} onClick={() => void copy()}>
        <Icon />
      </Button>
      <span role="status" className={result === 'failed' ? 'copy-failed' : 'visually-hidden'}>
        {result === 'copied' && copied}
        {result === 'failed' && failed}
      </span>
    </>
  );
}
