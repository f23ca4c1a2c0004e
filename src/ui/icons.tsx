/** Drawn for this product, on a grid of 16. Always beside a name for screen readers, so hidden from them. */
const icon = (path: string) =>
  function Icon() {
    return (
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    );
  };

export const CopyIcon = icon('M6 5.5h7v8H6zM10 5.5v-3H3v8h3');
export const DoneIcon = icon('M3 8.5 6.5 12 13 4.5');
export const EditIcon = icon('M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z');
export const CloseIcon = icon('M4 4l8 8M12 4l-8 8');
