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
