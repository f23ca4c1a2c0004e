import { useEffect } from 'react';
import { Button } from '#src/ui/Button.tsx';
import { latinKey } from '#src/ui/latinKey.ts';
import { editingText } from './editingText.ts';

const text = editingText.save;

export interface SaveBarProps {
  count: number;
  saving: boolean;
  onSave: () => void;
  onDiscard: () => void;
}

/** What is unsaved, and what to do with it. Ctrl or ⌘ and S saves from anywhere in the page. */
export function SaveBar({ count, saving, onSave, onDiscard }: SaveBarProps) {
  useEffect(() => {
    function saveByKey(event: KeyboardEvent) {
      const isSave =
        (event.ctrlKey || event.metaKey) && !event.altKey && latinKey(event).toLowerCase() === 's';
      if (!isSave) return;
      event.preventDefault();
      if (!event.repeat) onSave();
    }
    document.addEventListener('keydown', saveByKey);
    return () => document.removeEventListener('keydown', saveByKey);
  }, [onSave]);

  return (
    <section className="save-bar" aria-label={text.bar}>
      <p className="save-bar__count">{text.count(count)}</p>
      <Button pending={saving} onClick={onDiscard}>
        {text.discard}
      </Button>
      <Button look="primary" pending={saving} title={text.shortcut} onClick={onSave}>
        {saving ? text.saving : text.save}
      </Button>
    </section>
  );
}
