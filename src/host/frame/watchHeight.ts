/** So many times in a row may a height be the answer to the frame's own change of height. */
const mostEchoes = 3;
/** Milliseconds without a change after which a height is told once more: fast typing looks like an echo, too. */
const restMs = 300;

/**
 * Tells the height of the page whenever its content grows or shrinks by more than a pixel, at most once a frame.
 * Content whose height depends on the frame's, such as a box of 60vh, would make frame and content chase each
 * other: a height that comes of nothing but the frame's change is told a few times, and once more at rest.
 */
export function watchHeight(page: Window, onHeight: (height: number) => void): () => void {
  const { body } = page.document;
  let told = 0;
  let echoes = 0;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let hasRested = false;
  const sizeNow = () => ({ width: page.innerWidth, height: page.innerHeight });
  let size = sizeNow();

  const measure = () => {
    frame = 0;
    const height = Math.ceil(body.getBoundingClientRect().height);
    if (Math.abs(height - told) <= 1) return;
    told = height;
    onHeight(height);
  };
  const observer = new ResizeObserver(() => {
    const before = size;
    size = sizeNow();
    const isEcho = size.width === before.width && size.height !== before.height;
    echoes = isEcho ? echoes + 1 : 0;
    if (!isEcho) hasRested = false;
    clearTimeout(rest);
    if (echoes <= mostEchoes) frame ||= page.requestAnimationFrame(measure);
    else if (!hasRested)
      rest = setTimeout(() => {
        hasRested = true;
        measure();
      }, restMs);
  });
  // The event comes before what the observer sees of it, or, where desktop and panel share a process, a frame after that. Once
  // both are over, whatever grows does so by itself. Asked then, the size could be one that the observer has yet to see.
  const onResize = () => {
    const resized = sizeNow();
    page.requestAnimationFrame(() => page.requestAnimationFrame(() => (size = resized)));
  };
  page.addEventListener('resize', onResize);
  observer.observe(body);
  return () => {
    page.removeEventListener('resize', onResize);
    observer.disconnect();
    page.cancelAnimationFrame(frame);
    clearTimeout(rest);
  };
}
