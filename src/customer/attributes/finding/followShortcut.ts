import { isTyping } from '#src/ui/isTyping.ts';

/** Whether some rows of the section's lists are out of the page. */
const hasRowsOutOfPage = (section: Element | null) =>
  [...(section?.querySelectorAll('.windowed-list') ?? [])].some(
    ({ children }) => Number(children[0]?.ariaSetSize) > children.length,
  );

/**
 * From now on `/` leads to the input from everywhere but from a text. So does the browser's own shortcut
 * to find while there are rows that it would not see; pressed again in the input, it is the browser's.
 * The returned function ends it.
 */
export function followShortcut(input: HTMLInputElement): () => void {
  function listener(event: KeyboardEvent) {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const isFind =
      key === 'f' &&
      (ctrlKey || metaKey) &&
      !altKey &&
      target !== input &&
      hasRowsOutOfPage(input.closest('section'));
    const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping(target);
    if (!isFind && !isSlash) return;
    event.preventDefault();
    input.select();
    input.scrollIntoView({ block: 'nearest' });
  }
  document.addEventListener('keydown', listener);
  return () => document.removeEventListener('keydown', listener);
}
