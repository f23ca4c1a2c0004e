/** What outlives the page on this device; nothing where the browser refuses it, as in some frames. */
export function deviceStorage(page: Window): Storage | undefined {
  try {
    return page.localStorage;
  } catch {
    return undefined;
  }
}
