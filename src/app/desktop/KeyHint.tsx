interface KeyHintProps {
  keys: readonly string[];
}

/** Keys to press together. */
export function KeyHint({ keys }: KeyHintProps) {
  return (
    <span className="desktop-keys">
      {keys.map((key) => (
        <kbd key={key} className="desktop-keys__key">
          {key}
        </kbd>
      ))}
    </span>
  );
}
