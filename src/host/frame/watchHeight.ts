/** So many times in a row may a height be the answer to the frame's own change of height. */
const mostEchoes = 3;

/**
 * Tells the height of the page whenever its content grows or shrinks by more than a pixel, at most once a frame.
 * Content whose height depends on the frame's, such as a box of 60vh, would make frame and content chase each
 * other: a height that comes of nothing but the frame's change is told a few times, then no more.
 */
export function watchHeight(page: Window, onHeight: (height: number) => void): () => void {
  const { body } = page.document;
  let told = 0;
  let width = page.innerWidth;
  let resized = false;
  let echoes = 0;
  let frame = 0;

  const measure = () => {
    frame = 0;
    const height = Math.ceil(body.getBoundingClientRect().height);
    if (Math.abs(height - told) <= 1) return;
    told = height;
    onHeight(height);
  };
  const onResize = () => {
    resized = page.innerWidth === width;
    width = page.innerWidth;
    // Observers of sizes are called in the same frame, after this event; the next frame is another matter.
    page.requestAnimationFrame(() => page.requestAnimationFrame(() => (resized = false)));
  };
  const observer = new ResizeObserver(() => {
    echoes = resized ? echoes + 1 : 0;
    if (frame === 0 && echoes <= mostEchoes) frame = page.requestAnimationFrame(measure);
  });
  page.addEventListener('resize', onResize);
  observer.observe(body);
  return () => {
    page.removeEventListener('resize', onResize);
    observer.disconnect();
    page.cancelAnimationFrame(frame);
  };
}
