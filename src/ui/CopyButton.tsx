import { Button } from './Button.tsx';
import { useCopy } from './useCopy.ts';
import './CopyButton.css';

export interface CopyButtonProps {
  text: string;
  /** Names what is copied, such as "Copy e-mail address". */
  label: string;
  /** Said and shown for a moment afterwards; `failed` when the browser or the host's frame refused. */
  copied: string;
  failed: string;
  /** The shortcut that presses it, where there is one. */
  keys?: string | undefined;
}

/** Copies a text and says truthfully whether that worked. */
export function CopyButton({ text, label, copied, failed, keys }: CopyButtonProps) {
  const { result, copy } = useCopy(() => text);
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
      <span role="status" className={result === 'failed' ? 'copy-failed' : 'visually-hidden'}>
        {result === 'copied' && copied}
        {result === 'failed' && failed}
      </span>
    </>
  );
}
