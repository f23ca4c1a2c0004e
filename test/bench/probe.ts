/** Runs in a page before its own scripts, and tells a harness when something was painted. */
interface Probe {
  /** Milliseconds from each recorded key to the first task after its frame. */
  keys: number[];
  record: boolean;
  /** Resolves when that many keys have been painted. */
  painted: (count: number) => Promise<void>;
  /** Resolves when the main thread has done what was queued, and a random part of a frame later. */
  rest: () => Promise<void>;
  /** Presses Save; resolves with the milliseconds until its result was ready. */
  save: () => Promise<number>;
  /** Calls `act`; resolves with the frames and milliseconds until `isThere` was painted. */
  until: (act: () => void, isThere: () => boolean) => Promise<{ frames: number; ms: number }>;
  /** The sum of the layout shifts so far. */
  shifts: () => number;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Called while a frame is made: the first task after it was drawn. */
function afterThisFrame(then: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', then, { once: true });
  port1.start();
  port2.postMessage(undefined);
}

const sleep = async (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

let shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    if ('value' in entry && 'hadRecentInput' in entry && !entry.hadRecentInput)
      shifted += Number(entry.value);
}).observe({ type: 'layout-shift', buffered: true });

let onKey = () => {};

const probe: Probe = {
  keys: [],
  record: false,
  painted: async (count) =>
    new Promise((resolve) => {
      onKey = () => {
        if (probe.keys.length >= count) resolve();
      };
      onKey();
    }),
  async rest() {
    await new Promise<void>((resolve) => {
      requestIdleCallback(() => resolve(), { timeout: 1_000 });
    });
    await sleep(5 + Math.random() * 30);
  },
  async save() {
    performance.clearMarks('bench:saved');
    const start = performance.now();
    document.querySelector<HTMLElement>('[data-bench="save"]')?.click();
    for (;;) {
      const [mark] = performance.getEntriesByName('bench:saved');
      if (mark) return mark.startTime - start;
      await sleep(2);
    }
  },
  until: async (act, isThere) =>
    new Promise((resolve) => {
      const start = performance.now();
      let frames = 0;
      const look = () => {
        frames += 1;
        if (isThere()) afterThisFrame(() => resolve({ frames, ms: performance.now() - start }));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      act();
    }),
  shifts: () => shifted,
};

window.probe = probe;
window.addEventListener(
  'keydown',
  ({ timeStamp }) => {
    if (!probe.record) return;
    requestAnimationFrame(() =>
      afterThisFrame(() => {
        probe.keys.push(performance.now() - timeStamp);
        onKey();
      }),
    );
  },
  true,
);

// A module, so that the declaration above reaches every page.
export {};
