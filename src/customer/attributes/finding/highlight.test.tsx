import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { highlightOf } from './highlight.tsx';

function excerptOf(text: string, words: string) {
  const { container } = render(<p>{highlightOf(words)?.excerpt(text, 100)}</p>);
  return container.textContent;
}

const filler = 'lorem '.repeat(75);

it.each([
  ['near the beginning', `the needle ${filler}`, /^the needle lorem/],
  ['far from it', `${filler}needle and thread`, /^….{40}needle and thread$/],
  ['in a later line', 'a\nb\nc\nd\ne needle', /^…e needle$/],
  ['far in a later line', `a\n${filler}needle`, /^….{40}needle$/],
  ['nowhere', filler, /^lorem/],
])('shows of a long text the part in which a word stands: %s', (_where, text, shown) => {
  expect(excerptOf(text, 'NEEDLE')).toMatch(shown);
});
