import { useRef, type KeyboardEvent } from 'react';
import { Button } from '#src/ui/Button.tsx';
import { Field } from '#src/ui/Field.tsx';
import { desktopText } from './desktopText.ts';
import { KeyHint } from './KeyHint.tsx';

interface ComposerProps {
  name: string;
  draft: string;
  onWrite: (text: string) => void;
  onSend: () => void;
}

/** Writes a reply that goes nowhere but into the conversation on the screen. */
export function Composer({ name, draft, onWrite, onSend }: ComposerProps) {
  const textRef = useRef<HTMLTextAreaElement>(null);

  function send() {
    onSend();
    textRef.current?.focus();
  }

  function sendOnCtrlEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      className="desktop-composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field label={desktopText.reply(name)} labelHidden>
        {(control) => (
          <textarea
            {...control}
            ref={textRef}
            dir="auto"
            rows={2}
            placeholder={desktopText.replyPlaceholder}
            value={draft}
            onChange={(event) => onWrite(event.target.value)}
            onKeyDown={sendOnCtrlEnter}
          />
        )}
      </Field>
      <div className="desktop-composer__actions">
        <span className="desktop-composer__hint">
          <KeyHint keys={desktopText.sendKeys.keys} /> {desktopText.sendKeys.meaning}
        </span>
        <Button look="primary" type="submit">
          {desktopText.send}
        </Button>
      </div>
    </form>
  );
}
