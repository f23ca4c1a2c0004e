import type { Drafts } from '#src/customer/attributes/drafts.ts';

const lookAgainMs = 10 * 60_000;

/**
 * Where this page may keep unsaved edits over a reload: the tab's session storage, unless the brand
 * turned that off (the server then marks the document) or the browser refuses it in a frame.
 */
export function draftStorage(page: Window): Storage | undefined {
  if (page.document.documentElement.dataset['drafts'] === 'memory') return undefined;
  try {
    return page.sessionStorage;
  } catch {
    return undefined;
  }
}

/** Keeps the drafts as they are in the tab: its other panels write into the same storage, and edits become too old. */
export function followTab(page: Window, { refresh }: Drafts): void {
  page.addEventListener('storage', refresh);
  page.document.addEventListener('visibilitychange', refresh);
  page.setInterval(refresh, lookAgainMs);
}
