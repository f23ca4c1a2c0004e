/** The floor of a windowed list: floor A over @tanstack/react-virtual, so that only the rows in view exist. */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { floor } from '../floor.ts';
import { caretAtEnd, expose, markMount, nextFrame } from '../hooks.ts';

type ListVirtualizer = Virtualizer<HTMLDivElement, HTMLLIElement>;
let list: ListVirtualizer | undefined;
const estimatedHeight = 28;

function List({ onReady }: { onReady: (virtualizer: ListVirtualizer) => void }) {
  const scroller = useRef<HTMLDivElement>(null);
  // Only the React Compiler cannot cope with it, and there is none.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: floor.names.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeight,
    overscan: 8,
  });
  onReady(virtualizer);
  return (
    <div ref={scroller} className="scroller">
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            style={{ transform: `translateY(${start}px)` }}
          >
            <label>
              {floor.names[index]}
              <input
                defaultValue={floor.textAt(index)}
                onChange={(event) => floor.type(floor.names[index] ?? '', event.target.value)}
              />
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}

const inputAt = (index: number) =>
  document.querySelector<HTMLInputElement>(`[data-index="${index}"] input`);

async function open(key: string): Promise<void> {
  const index = floor.names.indexOf(key);
  if (!inputAt(index)) {
    list?.scrollToIndex(index);
    await nextFrame();
    await nextFrame();
  }
  const input = inputAt(index);
  if (input) caretAtEnd(input);
}

const root = markMount(createRoot(document.getElementById('root') ?? document.body));
expose(
  {
    rows: () => document.querySelectorAll('li').length,
    total: () => floor.names.length,
    virtual: true,
    open,
    commitKey: null,
    toEnd: () => list?.scrollToIndex(floor.names.length - 1),
  },
  () => root.render(<List onReady={(virtualizer) => (list = virtualizer)} />),
);
