import { remember } from './remember.ts';

const storageKey = 'masked';

/** How long a field that somebody asked for is shown, in milliseconds. */
const revealedForMs = 8_000;

const root = document.documentElement;

const field =
  '.pair, .fact, .profile-header, .edit-row, .reach__hints > p, .history__save, .notice, .search__result, .search__status, .search__form';

const timers = new WeakMap<Element, ReturnType<typeof setTimeout>>();

/** Shows one hidden field for some seconds from now: that around `inside`. Nothing where there is none. */
export function reveal(inside: Element | null): void {
  const element = inside?.closest<HTMLElement>(field);
  if (!element) return;
  element.dataset['revealed'] = '';
  clearTimeout(timers.get(element));
  timers.set(
    element,
    setTimeout(() => delete element.dataset['revealed'], revealedForMs),
  );
}

function hideAllAgain(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-revealed]'))
    delete element.dataset['revealed'];
}

/** `mask.css` says what is covered; it is the one list of it. */
const isCovered = (element: Element) =>
  getComputedStyle(element).getPropertyValue('--covered') === '1';

/**
 * What the browser would show when the pointer or the focus comes: a tooltip, and the address of a link in the
 * corner of the window. Both wait in data attributes; a link has its address again at the moment it is opened.
 */
function keepQuiet({ target }: Event): void {
  if (!(target instanceof Element)) return;
  const titled = target.closest<HTMLElement>('[title]');
  if (titled) {
    titled.dataset['tooltip'] = titled.title;
    titled.removeAttribute('title');
  }
  const link = target.closest<HTMLAnchorElement>('a[href]:not([href="#"])');
  if (link) {
    link.dataset['href'] = link.getAttribute('href') ?? '';
    link.setAttribute('href', '#');
  }
}

/** Not where the profile was rendered anew meanwhile: what was written then is what is true now. */
function giveBack(link: HTMLElement): void {
  if (link.getAttribute('href') === '#') link.setAttribute('href', link.dataset['href'] ?? '');
  delete link.dataset['href'];
}

function giveAllBack(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-tooltip]')) {
    element.title ||= element.dataset['tooltip'] ?? '';
    delete element.dataset['tooltip'];
  }
  for (const link of document.querySelectorAll<HTMLElement>('[data-href]')) giveBack(link);
}

function onOpen(event: Event): void {
  const { target } = event;
  const link = target instanceof Element ? target.closest<HTMLElement>('[data-href]') : null;
  if (!link) return;
  giveBack(link);
  // Once the browser has followed it.
  setTimeout(() => isMasked() && keepQuiet(event));
}

function onPress({ target }: Event): void {
  if (target instanceof Element && isCovered(target)) reveal(target);
}

let release: (() => void) | undefined;

/** From now on what is personal is covered, whichever customer comes; see {@link turnMask}. */
function cover(): () => void {
  root.dataset['masked'] = 'on';
  const quiet = ['pointerover', 'focusin'];
  const opens = ['click', 'auxclick', 'contextmenu'];
  for (const event of quiet) document.addEventListener(event, keepQuiet, true);
  for (const event of opens) document.addEventListener(event, onOpen, true);
  document.addEventListener('click', onPress);
  window.addEventListener('blur', hideAllAgain);
  return () => {
    delete root.dataset['masked'];
    hideAllAgain();
    for (const event of quiet) document.removeEventListener(event, keepQuiet, true);
    for (const event of opens) document.removeEventListener(event, onOpen, true);
    giveAllBack();
    document.removeEventListener('click', onPress);
    window.removeEventListener('blur', hideAllAgain);
  };
}

export const isMasked = (): boolean => root.dataset['masked'] !== undefined;

/** A page that begins covered, as this device remembers it, has been so from its first paint: what is missing is the rest. */
export function goOnMasking(): void {
  if (isMasked()) release ??= cover();
}

/**
 * Hides personal data on this page, or shows it again. It is about the screen, not about a customer, so it
 * outlasts both the customer and the page. A field that is pressed shows for some seconds, and all are hidden
 * again when the window loses the focus.
 */
export function turnMask(device: Storage | undefined): boolean {
  const on = !isMasked();
  if (on) release = cover();
  else {
    release?.();
    release = undefined;
    delete root.dataset['masked'];
  }
  remember(device, storageKey, on ? 'on' : undefined);
  return on;
}
