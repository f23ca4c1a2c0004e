import './Skeleton.css';

const widths = { short: '6rem', medium: '10rem', long: '15rem' } as const;

/** A line of the shape of what is coming; screen readers are told by the text beside it. */
export function Skeleton({ width = 'medium' }: { width?: keyof typeof widths }) {
  return <span className="skeleton" aria-hidden="true" style={{ inlineSize: widths[width] }} />;
}
