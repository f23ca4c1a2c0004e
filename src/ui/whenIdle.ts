/** After this many milliseconds what was there first is painted, and what comes later delays nothing. */
const afterPaint = 300;
/** Milliseconds after which it is done all the same: a frame of another site may be told that it is idle only when it is scrolled to. */
const atLatest = 1_000;

/** Does something when the page is shown and has nothing better to do; the returned function calls it off. */
export function whenIdle(act: () => void): () => void {
  let called = true;
  const timer = setTimeout(() => {
    // Safari has no idle callback.
    if ('requestIdleCallback' in window)
      requestIdleCallback(() => called && act(), { timeout: atLatest });
    else act();
  }, afterPaint);
  return () => {
    called = false;
    clearTimeout(timer);
  };
}
