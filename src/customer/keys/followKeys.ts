import { isTyping } from '#src/ui/isTyping.ts';
import { latinKey } from '#src/ui/latinKey.ts';
import { press } from './sequences.ts';

/** A pause after which what was begun is forgotten, in milliseconds. */
const pauseMs = 1_500;

/** The digits that there are. */
const mostOfAKind = 9;

export interface KeyTarget {
  keys: string;
  /** Which of the controls with the same keys it is. */
  nth: number;
  press: () => void;
}

/** What came of it is told at the control, which may be scrolled away. */
function pressControl(element: HTMLElement): void {
  if (element instanceof HTMLInputElement) {
    element.focus();
    element.select();
  } else element.click();
  element.scrollIntoView({ block: 'nearest' });
}

/**
 * The controls of the panel that carry a shortcut in `data-keys`. Of several with the same one, "c e", the first has
 * it; the second has "c 2 e", the third "c 3 e", and so on in the order of the page.
 */
export function keyTargets(panel: Element): KeyTarget[] {
  const counts = new Map<string, number>();
  const targets: KeyTarget[] = [];
  for (const element of panel.querySelectorAll<HTMLElement>('[data-keys]')) {
    const keys = element.dataset['keys'] ?? '';
    const nth = (counts.get(keys) ?? 0) + 1;
    counts.set(keys, nth);
    if (nth > mostOfAKind) continue;
    targets.push({
      keys: nth === 1 ? keys : keys.replace(' ', ` ${nth} `),
      nth,
      press: () => pressControl(element),
    });
  }
  return targets;
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
    const { ctrlKey, metaKey, altKey, target, repeat, defaultPrevented } = event;
    if (ctrlKey || metaKey || altKey || defaultPrevented || isTyping(target)) return;
    const key = latinKey(event);
    // Shift alone is on the way to "?". A key that is held down is one press: else "m" would flicker.
    if (key.length !== 1 || repeat) return;
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
