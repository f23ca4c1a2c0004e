import { isPlainClick } from '../isPlainClick.ts';

/** Gives links that lead out of the page, `https:` alone, to the desktop. A click with a modifier stays the browser's. */
export function followLinks(page: Window, open: (url: string) => void): void {
  page.document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || !isPlainClick(event))
      return;
    if (link.protocol !== 'https:' || link.target !== '_blank') return;
    event.preventDefault();
    open(link.href);
  });
}
