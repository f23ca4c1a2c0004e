import { useId, useRef, useState, useSyncExternalStore, type FormEvent } from 'react';
import { useDrafts } from '#src/customer/attributes/DraftsContext.ts';
import { Button } from '#src/ui/Button.tsx';
import { agentText as text } from './agentText.ts';
import './AgentMenu.css';

/** Who is signed in, and signing out. Unsaved edits do not outlive the sign-out, so an agent who has any is asked. */
export function AgentMenu({ name }: { name: string }) {
  const drafts = useDrafts();
  const unsaved = useSyncExternalStore(drafts.subscribe, drafts.list);
  const form = useRef<HTMLFormElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [leaving, setLeaving] = useState(false);

  function ask(event: FormEvent) {
    if (leaving || unsaved.length === 0) return;
    event.preventDefault();
    dialog.current?.showModal();
  }

  function discard() {
    setLeaving(true);
    dialog.current?.close();
    // The next agent at this machine must not find them.
    drafts.forget();
    form.current?.submit();
  }

  return (
    <form ref={form} method="post" action="/sign-out" className="agent-menu" onSubmit={ask}>
      <span>
        <span className="visually-hidden">{text.signedInAs} </span>
        <bdi>{name}</bdi>
      </span>
      <Button type="submit" look="quiet">
        {text.signOut}
      </Button>
      <dialog ref={dialog} className="agent-menu__dialog" aria-labelledby={titleId}>
        <h2 id={titleId}>{text.unsaved(unsaved.length)}</h2>
        <p>{text.unsavedBody}</p>
        <div className="notice__actions">
          <Button look="primary" onClick={() => dialog.current?.close()}>
            {text.stay}
          </Button>
          <Button onClick={discard}>{text.discard}</Button>
        </div>
      </dialog>
    </form>
  );
}
