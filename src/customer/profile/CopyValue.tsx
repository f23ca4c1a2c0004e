import { CopyButton, type CopyButtonProps } from '#src/ui/CopyButton.tsx';
import { customerText } from '../customerText.ts';

/** A copy button with this feature's words. */
export function CopyValue(props: Pick<CopyButtonProps, 'text' | 'label' | 'keys'>) {
  const { copied, failed } = customerText.copy;
  return <CopyButton {...props} copied={copied} failed={failed} />;
}
