import * as z from 'zod/mini';

const isLocale = (tag: string) => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
};

const isTimeZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
};

const scheme = z.literal(['light', 'dark']);
const themeSchema = z.object({ scheme: z.optional(z.unknown()), colors: z.optional(z.unknown()) });

/** `theme` and what else a context holds is told one by one: a part that is wrong takes no other part with it. */
const partsSchema = z.object({
  theme: z.optional(z.unknown()),
  density: z.optional(z.unknown()),
  locale: z.optional(z.unknown()),
  timeZone: z.optional(z.unknown()),
  readOnly: z.optional(z.unknown()),
  maxHeight: z.optional(z.unknown()),
});

interface Theme {
  /** Absent: as the device is set. */
  scheme?: 'light' | 'dark' | undefined;
  /** As the desktop wrote them: not yet known to be colours. */
  colors: unknown;
}

/** What a desktop says about how the panel should look and work. Only what it said is there. */
export interface Context {
  theme?: Theme;
  density?: 'comfortable' | 'compact';
  locale?: string;
  timeZone?: string;
  readOnly?: boolean;
  /** CSS pixels up to which the frame follows the height of the panel. */
  maxHeight?: number;
}

function readTheme(value: unknown): Theme | undefined {
  const theme = themeSchema.safeParse(value).data;
  return theme && { scheme: scheme.safeParse(theme.scheme).data, colors: theme.colors };
}

const density = z.literal(['comfortable', 'compact']);
const text = z.string();

function textThat(holds: (value: string) => boolean, value: unknown): string | undefined {
  const read = text.safeParse(value).data;
  return read !== undefined && holds(read) ? read : undefined;
}

/** The parts of `init` or `context-changed` that can be read; the others are left out. */
export function readContext(params: unknown): Context {
  const parts = partsSchema.safeParse(params).data ?? {};
  const read = {
    theme: readTheme(parts.theme),
    density: density.safeParse(parts.density).data,
    locale: textThat(isLocale, parts.locale),
    timeZone: textThat(isTimeZone, parts.timeZone),
    readOnly: z.boolean().safeParse(parts.readOnly).data,
    maxHeight: z.number().safeParse(parts.maxHeight).data,
  };
  const said = Object.entries(read).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said);
}
