import { Fragment } from 'react';
import { differenceText } from './differenceText.ts';

const text = differenceText;

/** Of a longer path the first and the last segments are shown, for these are what people know places by. */
const shown = { atMost: 6, first: 2, last: 3 };
/** Of a longer key, its beginning and its end. */
const keyCharacters = { atMost: 80, first: 50, last: 25 };

function keyText(key: string): string {
  const characters = key.length > keyCharacters.atMost ? Array.from(key) : [];
  if (characters.length <= keyCharacters.atMost) return text.key(key);
  const { first, last } = keyCharacters;
  return `${characters.slice(0, first).join('')}…${characters.slice(-last).join('')}`;
}

interface Segment {
  /** Its place in the whole path. */
  depth: number;
  label: string;
}

function segmentsOf(path: readonly (string | number)[]): Segment[] {
  const label = (segment: string | number) =>
    typeof segment === 'number' ? text.position(segment) : keyText(segment);
  const segments = path.map((segment, depth) => ({ depth, label: label(segment) }));
  if (path.length <= shown.atMost) return segments;
  const left = path.length - shown.first - shown.last;
  return [
    ...segments.slice(0, shown.first),
    { depth: shown.first, label: text.levels(left) },
    ...segments.slice(-shown.last),
  ];
}

/** A place inside a value in words: "items › 1 › sku". */
export function DifferencePath({ path }: { path: readonly (string | number)[] }) {
  if (path.length === 0) return text.whole;
  return segmentsOf(path).map(({ depth, label }, index) => (
    <Fragment key={depth}>
      {index > 0 && (
        <>
          <span aria-hidden="true"> › </span>
          <span className="visually-hidden">, </span>
        </>
      )}
      <bdi className="difference__segment">{label}</bdi>
    </Fragment>
  ));
}
