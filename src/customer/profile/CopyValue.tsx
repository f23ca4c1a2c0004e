import { CopyButton } from '#src/ui/CopyButton.tsx';
import { customerText } from '../customerText.ts';

/** A copy button with this feature's words. */
export function CopyValue({ text, label }: { text: string; label: string }) {
  const { copied, failed } = customerText.copy;
  return <CopyButton text={text} label={label} copied={copied} failed={failed} />;
}
