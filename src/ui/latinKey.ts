/**
 * The key that was pressed; on a keyboard of another script, where shortcuts would be out of reach, the Latin letter
 * that stands on the same key.
 */
export function latinKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter !== undefined && /^\P{ASCII}/u.test(key) ? letter.toLowerCase() : key;
}
