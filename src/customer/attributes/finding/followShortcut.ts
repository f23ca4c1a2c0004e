import { isTyping } from '#src/ui/isTyping.ts';
import { latinKey } from '#src/ui/latinKey.ts';

/** Whether some rows of the section's lists are out of the page. */
const hasRowsOutOfPage = (section: Element | null) =>
  [...(section?.querySelectorAll('.windowed-list') ?? [])].some(
    ({ children }) => Number(children[0]?.ariaSetSize) > children.length,
  );

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The browser's own shortcut to find. On a Mac Ctrl and F is another: one character forward. */
function asksToFind(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  const isCommand = isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  return isCommand && !altKey && !shiftKey && latinKey(event).toLowerCase() === 'f';
}

/**
 * From now on the browser's shortcut to find leads to the input, while there are rows that the browser would not
 * see. In a text, and so when it is pressed again in the input, it is the browser's. The returned function ends it.
 */
export function followShortcut(input: HTMLInputElement): () => void {
  function listener(event: KeyboardEvent) {
    if (!asksToFind(event) || isTyping(event.target)) return;
    if (!hasRowsOutOfPage(input.closest('section'))) return;
    event.preventDefault();
    input.focus();
    input.select();
    input.scrollIntoView({ block: 'nearest' });
  }
  document.addEventListener('keydown', listener);
  return () => document.removeEventListener('keydown', listener);
}
