import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type FocusEvent,
  type ReactNode,
} from 'react';
import type { ListMemory } from './listMemory.ts';
import { offsetsOf, placesOf, rangeBetween } from './windowedRange.ts';
import './WindowedList.css';

export interface WindowedListProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  memory: ListMemory;
  /** Rows that stay in the page wherever they are, such as those being edited. */
  isKept: (key: string) => boolean;
  /** The id of the heading that names it. */
  labelledBy?: string | undefined;
  children: (item: T) => ReactNode;
}

/** Up to here all rows are in the page, and the browser's own find and print see them. */
const rendersAllUpTo = 60;
/** Pixels above and below the visible part that are ready before they are scrolled to, once somebody scrolls. */
const overscan = 240;

/** The `ref` of each row: its height goes to the list's memory whenever it changes. */
function useMeasure(memory: ListMemory) {
  const [observer] = useState(
    () =>
      new ResizeObserver((entries) => {
        const heights = new Map<string, number>();
        for (const { target, borderBoxSize } of entries) {
          const key = target instanceof HTMLElement ? target.dataset['key'] : undefined;
          const height = borderBoxSize[0]?.blockSize ?? 0;
          if (key !== undefined && height > 0) heights.set(key, height);
        }
        // Not at once: rows that come and go here would have to be observed in the same round again.
        requestAnimationFrame(() => memory.measured(heights));
      }),
  );
  const [measure] = useState(() => (row: HTMLElement | null) => {
    if (!row) return;
    observer.observe(row);
    return () => observer.unobserve(row);
  });
  return measure;
}

function heightsIn(list: HTMLElement | null): Map<string, number> {
  const rows = Array.from(list?.querySelectorAll<HTMLElement>(':scope > [data-key]') ?? []);
  return new Map(rows.map((row) => [row.dataset['key'] ?? '', row.getBoundingClientRect().height]));
}

/** Tells the memory which rows are near the visible part of the window, whichever element scrolls. */
function useVisibleRange(memory: ListMemory, keys: readonly string[], offsets: Float64Array) {
  const list = useRef<HTMLUListElement>(null);
  const scrolls = useRef(false);
  const isFirst = useRef(true);
  const look = useEffectEvent(() => {
    // Not how high rows probably are: how high those are that stand there.
    if (isFirst.current) memory.measured(heightsIn(list.current));
    isFirst.current = false;
    const top = list.current?.getBoundingClientRect().top ?? 0;
    const more = scrolls.current ? overscan : 0;
    memory.show(rangeBetween(memory.offsets(keys), -top - more, window.innerHeight - top + more));
  });
  const shown = useRef(keys);
  useLayoutEffect(() => {
    // Other rows than before may leave nothing in sight. At first it can wait: looking costs a layout.
    if (shown.current !== keys) look();
    shown.current = keys;
  }, [keys]);
  useEffect(() => {
    const frame = requestAnimationFrame(() => look());
    return () => cancelAnimationFrame(frame);
  }, [offsets]);
  useEffect(() => {
    const listener = () => look();
    const onScroll = () => {
      scrolls.current = true;
      look();
    };
    const options = { capture: true, passive: true };
    document.addEventListener('scroll', onScroll, options);
    window.addEventListener('resize', listener);
    // What stands above the list can grow without either, and rows can be lower than they were reckoned with.
    const layout = new ResizeObserver(() => requestAnimationFrame(listener));
    layout.observe(document.body);
    if (list.current) layout.observe(list.current);
    return () => {
      document.removeEventListener('scroll', onScroll, options);
      window.removeEventListener('resize', listener);
      layout.disconnect();
    };
  }, []);
  return list;
}

/** The key of the row that has the focus, which must not leave the page with it. */
function useFocusedKey() {
  const [focused, setFocused] = useState<string>();
  return {
    focused,
    follow: {
      onFocus: ({ target }: FocusEvent) =>
        setFocused(target.closest<HTMLElement>('[data-key]')?.dataset['key']),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget)) setFocused(undefined);
      },
    },
  };
}

/**
 * A `<ul>` of rows of any height, of which those near the visible part are in the page, and those that
 * are kept or have the focus. Every row says its place and the number of all. Room for the others is
 * margin and padding, so that the browser's scroll anchoring corrects estimated heights.
 */
export function WindowedList<T>(props: WindowedListProps<T>) {
  const { items, keyOf, memory, isKept, labelledBy, children } = props;
  const { heights, estimate, range } = useSyncExternalStore(memory.subscribe, memory.seen);
  const keys = useMemo(() => items.map(keyOf), [items, keyOf]);
  const offsets = useMemo(() => offsetsOf(keys, heights, estimate), [keys, heights, estimate]);
  const list = useVisibleRange(memory, keys, offsets);
  const measure = useMeasure(memory);
  const { focused, follow } = useFocusedKey();

  const kept = keys.flatMap((key, place) => {
    if (key === focused) return [place - 1, place, place + 1];
    return isKept(key) ? [place] : [];
  });
  const all = items.length <= rendersAllUpTo;
  const places = placesOf(all ? { first: 0, end: items.length } : range, kept, items.length);
  const roomBetween = (from: number, to: number) => (offsets[to] ?? 0) - (offsets[from] ?? 0);

  return (
    <ul
      ref={list}
      className="windowed-list"
      aria-labelledby={labelledBy}
      {...follow}
      style={{ paddingBlockEnd: roomBetween((places.at(-1) ?? -1) + 1, items.length) }}
    >
      {places.map((place, index) => {
        const item = items[place];
        const key = keys[place];
        if (item === undefined || key === undefined) return null;
        const room = roomBetween((places[index - 1] ?? -1) + 1, place);
        return (
          <li
            key={key}
            ref={measure}
            data-key={key}
            className="windowed-row"
            aria-setsize={items.length}
            aria-posinset={place + 1}
            style={{ marginBlockStart: room }}
          >
            {children(item)}
          </li>
        );
      })}
    </ul>
  );
}
