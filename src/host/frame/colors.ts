import * as z from 'zod/mini';

/** What a desktop may colour, and the custom property that it is here. */
export const themeColors = {
  page: '--color-page',
  surface: '--color-surface',
  line: '--color-line',
  controlLine: '--color-control-line',
  text: '--color-text',
  muted: '--color-muted',
  accent: '--color-accent',
  onAccent: '--color-on-accent',
  accentSurface: '--color-accent-surface',
  caution: '--color-caution',
  cautionSurface: '--color-caution-surface',
  mark: '--color-mark',
} as const;

const longest = 80;
/**
 * A hexadecimal colour, a name, or a function of CSS Color 4. `CSS.supports` alone would also take `var()`, `env()`
 * and `attr()`, which are colours only once something else is put in.
 */
const shape =
  /^(?:#[\da-f]{3,8}|[a-z]{3,24}|(?:rgb|hsl)a?\([^()]+\)|(?:hwb|lab|lch|oklab|oklch|color)\([^()]+\))$/i;
const insideShape = /^[\w\s.,%/()#+-]+$/;
/** Names that mean whatever is around, and so say no colour. */
const relative = /^(?:inherit|initial|unset|revert|revert-layer|currentcolor|transparent)$/i;

/** Whether a text is one colour by itself. */
function isColor(value: string): boolean {
  return (
    value.length <= longest &&
    shape.test(value) &&
    insideShape.test(value) &&
    !relative.test(value) &&
    CSS.supports('color', value)
  );
}

const colorsSchema = z.object(
  Object.fromEntries(Object.keys(themeColors).map((name) => [name, z.optional(z.unknown())])),
);
const text = z.string();

/** The custom properties that a theme's colours set; what is not a colour, or not in the list, sets nothing. */
export function propertiesOf(colors: unknown): Map<string, string> {
  const given = colorsSchema.safeParse(colors).data ?? {};
  const properties = Object.entries(themeColors).map(([name, property]) => {
    const value = text.safeParse(given[name]).data?.trim() ?? '';
    return [property, isColor(value) ? value : undefined] as const;
  });
  return new Map(properties.flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}
