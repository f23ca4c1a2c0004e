import { useCallback, useEffect, type RefObject } from 'react';

export const desktopThemes = ['system', 'light', 'dark'] as const;
export type DesktopTheme = (typeof desktopThemes)[number];

function paint(page: Document | null | undefined, theme: DesktopTheme) {
  // A page that is only beginning to load has no element yet.
  const root: HTMLElement | null | undefined = page?.documentElement;
  if (!root) return;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

/** Themes the desktop's page and the frame's, which is of the same origin. Returns what to do when the frame has loaded. */
export function useDesktopTheme(
  theme: DesktopTheme,
  frameRef: RefObject<HTMLIFrameElement | null>,
): () => void {
  useEffect(() => {
    paint(document, theme);
    paint(frameRef.current?.contentDocument, theme);
    return () => paint(document, 'system');
  }, [theme, frameRef]);

  // A page that loads into the frame knows nothing of the choice made before.
  return useCallback(() => paint(frameRef.current?.contentDocument, theme), [theme, frameRef]);
}
