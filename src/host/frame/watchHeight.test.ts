import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchHeight } from './watchHeight.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Process = 'own' | 'shared';
const frameMs = 16;

/**
 * A frame whose desktop makes it as high as it is told, one picture later. Chromium tells a frame with a process of its own of its
 * size before it looks at what came of that; one that shares its desktop's process a picture after.
 */
function createFrame(process: Process, contentHeight: (frameHeight: number) => number) {
  const told: number[] = [];
  let callbacks: (() => void)[] = [];
  let isResized = false;
  let seen = 0;
  const page = {
    innerWidth: 350,
    innerHeight: 150,
    document: { body: { getBoundingClientRect: () => ({ height: content() }) } },
    requestAnimationFrame: (callback: () => void) => callbacks.push(callback),
    cancelAnimationFrame() {},
    addEventListener: (_: string, listener: () => void) => void (onResize = listener),
    removeEventListener() {},
  };
  let onResize = () => {};
  let onContent = () => {};
  const content = () => contentHeight(page.innerHeight);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        onContent = callback;
      }
      observe() {}
      disconnect() {}
    },
  );
  watchHeight(page as unknown as Window, (height) => void told.push(height));

  function draw() {
    const wanted = told.at(-1) ?? page.innerHeight;
    const isChanged = wanted !== page.innerHeight;
    page.innerHeight = wanted;
    if (process === 'own' ? isChanged : isResized) onResize();
    isResized = isChanged;
    const due = callbacks;
    callbacks = [];
    for (const callback of due) callback();
    if (content() !== seen) onContent();
    seen = content();
    vi.advanceTimersByTime(frameMs);
  }

  return {
    told,
    page,
    draw(times: number) {
      for (let time = 0; time < times; time += 1) draw();
    },
  };
}

const growths = (['own', 'shared'] as const).flatMap((process) =>
  [1, 2, 3, 5].flatMap((every) => [1, 4, 5, 6, 9, 12].map((steps) => ({ process, every, steps }))),
);

it.each(growths)(
  'ends at the height of content that grew $steps times, every $every pictures, in a process $process',
  ({ process, every, steps }) => {
    let height = 200;
    const frame = createFrame(process, () => height);
    frame.draw(10);
    for (let step = 0; step < steps; step += 1) {
      height += 20;
      frame.draw(every);
    }
    frame.draw(60);
    expect(frame.told.at(-1)).toBe(height);
    expect(frame.page.innerHeight).toBe(height);
  },
);

it.each(['own', 'shared'] as const)(
  'comes to rest where content follows the frame, in a process %s, and follows it again afterwards',
  (process) => {
    let more = 40;
    const frame = createFrame(process, (height) => (more > 0 ? height + more : 300));
    frame.draw(500);
    expect(frame.told.length).toBeLessThan(8);
    const { length } = frame.told;
    frame.draw(500);
    expect(frame.told).toHaveLength(length);
    more = 0;
    frame.draw(60);
    expect(frame.page.innerHeight).toBe(300);
  },
);
