/** How long a field that somebody asked for is shown, in milliseconds. */
const revealedForMs = 8_000;

const field = '.pair, .fact, .profile-header, .edit-row';

/** Shows one hidden field for some seconds: that around `inside`. Nothing where there is none. */
export function reveal(inside: Element | null): void {
  const element = inside?.closest<HTMLElement>(field);
  if (!element) return;
  element.dataset['revealed'] = '';
  setTimeout(() => delete element.dataset['revealed'], revealedForMs);
}

function hideAllAgain(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-revealed]'))
    delete element.dataset['revealed'];
}

/** A tooltip would show what is hidden: it waits in `data-tooltip` until the pointer has gone. */
function keepTooltips(panel: HTMLElement): () => void {
  function hide({ target }: Event) {
    const titled = target instanceof Element ? target.closest<HTMLElement>('[title]') : null;
    if (!titled || !panel.contains(titled)) return;
    titled.dataset['tooltip'] = titled.title;
    titled.removeAttribute('title');
  }
  document.addEventListener('pointerover', hide, true);
  return () => {
    document.removeEventListener('pointerover', hide, true);
    for (const element of document.querySelectorAll<HTMLElement>('[data-tooltip]')) {
      element.title = element.dataset['tooltip'] ?? '';
      delete element.dataset['tooltip'];
    }
  };
}

/**
 * Hides personal data in the panel, as `keys.css` says which, until the returned function is called. A field
 * that is pressed shows for some seconds, and all are hidden again when the window loses the focus.
 */
export function mask(panel: HTMLElement): () => void {
  panel.dataset['masked'] = '';
  const releaseTooltips = keepTooltips(panel);
  const onPress = ({ target }: Event) => {
    const value = target instanceof Element ? target.closest('.pair__value, h1') : null;
    if (value && panel.contains(value)) reveal(value);
  };
  document.addEventListener('click', onPress);
  window.addEventListener('blur', hideAllAgain);
  return () => {
    delete panel.dataset['masked'];
    hideAllAgain();
    releaseTooltips();
    document.removeEventListener('click', onPress);
    window.removeEventListener('blur', hideAllAgain);
  };
}
