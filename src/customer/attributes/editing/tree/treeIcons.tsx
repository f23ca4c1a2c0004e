/** Drawn like those of `src/ui/icons.tsx`: on a grid of 16, beside a name for screen readers. */
export function MoreIcon() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3 8h.01M8 8h.01M13 8h.01" strokeWidth="2" />
    </svg>
  );
}

export function ChevronIcon() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="tree-chevron">
      <path d="M6 4l4 4-4 4" />
    </svg>
  );
}

export function PlusIcon() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 3.5v9M3.5 8h9" />
    </svg>
  );
}
