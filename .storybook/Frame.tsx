import { useLayoutEffect, type ReactNode } from 'react';
import { Announcer } from '#src/ui/Announcer.tsx';

interface FrameProps {
  theme: 'light' | 'dark';
  /** Pixels, for a story that shows what a narrow place does to it. */
  width?: number | undefined;
  children: ReactNode;
}

/** What is around a story: the theme on the page, as a host sets it, a width where the story has one, and what the page says aloud. */
export function Frame({ theme, width, children }: FrameProps) {
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    return () => {
      delete document.documentElement.dataset['theme'];
    };
  }, [theme]);
  return (
    <>
      {width === undefined ? children : <div style={{ inlineSize: width }}>{children}</div>}
      <Announcer />
    </>
  );
}

/** What sticks out of the frame's end, in pixels. A wider line anywhere inside would move the whole panel sideways. */
export function sticksOut(canvas: HTMLElement): number {
  const frame = canvas.firstElementChild;
  if (!frame) throw new Error('The story has rendered nothing.');
  return frame.scrollWidth - frame.clientWidth;
}
