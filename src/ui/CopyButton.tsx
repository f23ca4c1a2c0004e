import { useEffect } from 'react';
import { announcement } from './announcement.ts';
import { Button } from './Button.tsx';
import { useCopy } from './useCopy.ts';
import './CopyButton.css';

export interface CopyButtonProps {
  text: string;
  /** Names what is copied, such as "Copy e-mail address". */
  label: string;
  /** Said for a moment afterwards, by the page's `Announcer`. */
  copied: string;
  /** Shown instead when the browser or the host's frame refused. */
  failed: string;
  /** The shortcut that presses it, where there is one. */
  keys?: string | undefined;
}

/** Copies a text and says truthfully whether that worked. */
export function CopyButton({ text, label, copied, failed, keys }: CopyButtonProps) {
  const { result, copy } = useCopy(() => text);
  useEffect(() => {
    if (result !== 'copied') return undefined;
    announcement.set(copied);
    return () => announcement.set('');
  }, [result, copied]);
  return (
    <>
      <Button
        look="icon"
        data-icon={result ?? 'copy'}
        aria-label={label}
        title={label}
        data-keys={keys}
        onClick={copy}
      />
      {result === 'failed' && (
        <span role="alert" className="copy-failed">
          {failed}
        </span>
      )}
    </>
  );
}
