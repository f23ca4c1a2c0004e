/**
 * Has the device keep a choice under a name, or forget it. Where it is full, or forbids it as in some frames, the
 * choice holds until the page goes.
 */
export function remember(
  device: Storage | undefined,
  name: string,
  choice: string | undefined,
): void {
  try {
    if (choice === undefined) device?.removeItem(name);
    else device?.setItem(name, choice);
  } catch {
    // As said above.
  }
}
