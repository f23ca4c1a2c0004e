/** The letters that were pressed one after the other, and what they may become. */
export interface Pressed {
  /** The sequence that is complete, if one is. */
  complete?: string;
  /** What to begin the next press with. */
  pending: string;
}

/**
 * What a further key makes of the pending ones, given all sequences (`"c e"`: c, then e). A key that
 * leads nowhere may still begin another sequence.
 */
export function press(pending: string, key: string, sequences: readonly string[]): Pressed {
  const typed = pending === '' ? key : `${pending} ${key}`;
  if (sequences.includes(typed)) return { complete: typed, pending: '' };
  if (sequences.some((sequence) => sequence.startsWith(`${typed} `))) return { pending: typed };
  return pending === '' ? { pending: '' } : press('', key, sequences);
}
