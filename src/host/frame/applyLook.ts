import { propertiesOf, themeColors } from './colors.ts';
import type { Context } from './context.ts';

function mark(root: HTMLElement, name: string, value: string | undefined) {
  if (value === undefined) root.removeAttribute(name);
  else root.setAttribute(name, value);
}

/**
 * Makes the page look as the desktop wants it: attributes of `<html>`, and custom properties set one by one,
 * so that no value can become more than a value. A theme takes the place of the one before.
 */
export function applyLook(root: HTMLElement, { theme, density, maxHeight }: Context): void {
  if (theme) {
    mark(root, 'data-theme', theme.scheme);
    const properties = propertiesOf(theme.colors);
    for (const name of Object.values(themeColors)) {
      const value = properties.get(name);
      if (value === undefined) root.style.removeProperty(name);
      else root.style.setProperty(name, value);
    }
  }
  if (density) mark(root, 'data-density', density);
  if (maxHeight !== undefined) mark(root, 'data-sized', '');
}
