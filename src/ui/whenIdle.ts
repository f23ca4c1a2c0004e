/** After this many milliseconds what was there first is painted, and what comes later delays nothing. */
const afterPaint = 300;

/** Does something when the page is shown and has nothing better to do; the returned function calls it off. */
export function whenIdle(act: () => void): () => void {
  let called = true;
  const timer = setTimeout(() => {
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(() => called && act());
    else act();
  }, afterPaint);
  return () => {
    called = false;
    clearTimeout(timer);
  };
}
