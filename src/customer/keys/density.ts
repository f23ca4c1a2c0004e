import { remember } from './remember.ts';

const storageKey = 'density';

const root = document.documentElement;

/** What this agent chose; it lasts as long as the page where the device keeps nothing. */
let chosen: string | undefined;

/** What the page's density is: for `useSyncExternalStore`, since a host may change it at any time. */
export const density = {
  get: (): string | undefined => root.dataset['density'],
  subscribe: (onChange: () => void): (() => void) => {
    const observer = new MutationObserver(onChange);
    observer.observe(root, { attributeFilter: ['data-density'] });
    return () => observer.disconnect();
  },
};

/** Whether the density is another than this agent chose: then the host has chosen it, and the agent has no say. */
export function isHosts(device: Storage | undefined): boolean {
  chosen ??= device?.getItem(storageKey) ?? undefined;
  return density.get() !== chosen;
}

/** What the agent looks at: the element with the focus if it is in sight, else that in the middle of the window. */
function lookedAt(): Element | null {
  const focused = document.activeElement;
  const { top = -1 } = focused?.getBoundingClientRect() ?? {};
  if (focused !== document.body && top >= 0 && top < window.innerHeight) return focused;
  return document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2);
}

/** Rows are measured anew in the next frames, and the room for those that are not in the page follows. In milliseconds. */
const settledAfterMs = 300;

/** Does something that changes the heights of everything; what the agent looks at stays where it is. */
function inPlace(change: () => void): void {
  const place = lookedAt();
  const topOf = () => place?.getBoundingClientRect().top ?? 0;
  const before = topOf();
  const hold = () => {
    if (place?.isConnected) window.scrollBy(0, topOf() - before);
  };
  change();
  hold();
  // After the layout of each frame and before it is painted.
  const observer = new ResizeObserver(hold);
  observer.observe(document.body);
  setTimeout(() => observer.disconnect(), settledAfterMs);
}

/** Changes the density from comfortable to compact or back, and has the device remember it. */
export function turnDensity(device: Storage | undefined): void {
  const next = density.get() === 'compact' ? undefined : 'compact';
  chosen = next;
  inPlace(() => {
    if (next === undefined) delete root.dataset['density'];
    else root.dataset['density'] = next;
  });
  remember(device, storageKey, next);
}
