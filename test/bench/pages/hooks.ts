import type { Root } from 'react-dom/client';

/** What a harness gives a page before any of its scripts run. */
interface BenchInput {
  /** The `customAttributes` as JSON text, to be used as it is. */
  json: string;
  n: number;
}

/** What a page offers to a harness. A page also marks `bench:begin`, `bench:mount-start`, `bench:painted` and `bench:saved`. */
interface BenchHooks {
  /** The rows in the document now. */
  rows: () => number;
  /** The rows that the list holds. */
  total: () => number;
  /** Whether the document has only the rows that are seen. */
  virtual: boolean;
  /** Brings the control of an attribute into view, with the focus in it and the caret at its end. */
  open: (key: string) => void | Promise<void>;
  /** The key that ends an edit in place; `null` when typing is enough. */
  commitKey: string | null;
  toEnd: () => void;
}

declare global {
  interface Window {
    __BENCH__: BenchInput;
    __bench: BenchHooks;
    /** What would be stored after Save. */
    __saved?: unknown;
    /** Why Save was refused. */
    __saveError?: string;
  }
}

const enoughRows = 5;

/** Marks when a page begins to mount. The floors have read their object by then; the product has asked for it and read it. */
export function markMount(root: Root): Root {
  return {
    render(page) {
      performance.mark('bench:mount-start');
      root.render(page);
    },
    unmount: () => root.unmount(),
  };
}

/** Offers the hooks, begins, and marks the time when the rows have been painted. */
export function expose(hooks: BenchHooks, begin: () => void): void {
  window.__bench = hooks;
  performance.mark('bench:begin');
  begin();
  const { n } = window.__BENCH__;
  const areThere = () => hooks.total() === n && hooks.rows() >= Math.min(n, enoughRows);
  const look = () => {
    if (areThere()) requestAnimationFrame(() => performance.mark('bench:painted'));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Announces what Save made; `at` is when it was ready, before any network. */
export function saved(value: unknown, at = performance.now()): void {
  window.__saved = value;
  performance.mark('bench:saved', { startTime: at });
}

export function refused(reason: string): void {
  window.__saveError = reason;
  performance.mark('bench:saved');
}

export function caretAtEnd(control: HTMLInputElement | HTMLTextAreaElement): void {
  control.focus();
  control.setSelectionRange(control.value.length, control.value.length);
}

export async function nextFrame(): Promise<void> {
  await new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}
