import { useEffect } from 'react';

export const desktopThemes = ['system', 'light', 'dark'] as const;
export type DesktopTheme = (typeof desktopThemes)[number];

/** Themes the desktop's own page; the panel is told over the contract. */
export function useDesktopTheme(theme: DesktopTheme): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') return;
    dataset['theme'] = theme;
    return () => {
      delete dataset['theme'];
    };
  }, [theme]);
}
