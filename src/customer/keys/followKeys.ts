import { isTyping } from '#src/ui/isTyping.ts';
import { press } from './sequences.ts';

/** A pause after which what was begun is forgotten, in milliseconds. */
const pauseMs = 1_500;

export interface KeyTarget {
  keys: string;
  press: () => void;
}

/** The controls of the panel that carry a shortcut in `data-keys`, each sequence once: the first that has it. */
export function keyTargets(panel: Element): KeyTarget[] {
  const found = new Map<string, KeyTarget>();
  for (const element of panel.querySelectorAll<HTMLElement>('[data-keys]')) {
    const keys = element.dataset['keys'] ?? '';
    if (!found.has(keys)) found.set(keys, { keys, press: () => element.click() });
  }
  return [...found.values()];
}

/**
 * From now on letters press what carries them, while nobody types: those of `own`, and the controls of
 * the panel with `data-keys`. The returned function ends it.
 */
export function followKeys(panel: Element, own: Readonly<Record<string, () => void>>): () => void {
  let pending = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (keys: string) => {
    clearTimeout(timer);
    pending = keys;
    timer = setTimeout(() => {
      pending = '';
    }, pauseMs);
  };

  function listener(event: KeyboardEvent) {
    const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
    if (ctrlKey || metaKey || altKey || defaultPrevented || isTyping(target)) return;
    // Shift alone is on the way to "?".
    if (key.length !== 1) return;
    const targets = keyTargets(panel);
    const sequences = [...Object.keys(own), ...targets.map(({ keys }) => keys)];
    const pressed = press(pending, key, sequences);
    begin(pressed.pending);
    if (pressed.complete === undefined) return;
    event.preventDefault();
    const act =
      own[pressed.complete] ?? targets.find(({ keys }) => keys === pressed.complete)?.press;
    act?.();
  }

  document.addEventListener('keydown', listener);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('keydown', listener);
  };
}
