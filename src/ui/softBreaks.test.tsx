import { render } from '@testing-library/react';
import fc from 'fast-check';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { nameBreaks, softBreaks } from './softBreaks.tsx';

/** The text with `|` where it may break and `[…]` around what stays together. */
function marked(text: ReactNode): string {
  const { container, unmount } = render(<p>{text}</p>);
  const nodes = container.querySelector('p')?.childNodes ?? [];
  const result = [...nodes].map((node) => {
    if (node.nodeName === 'WBR') return '|';
    return node.nodeName === 'BDI' ? `[${node.textContent}]` : node.textContent;
  });
  unmount();
  return result.join('');
}

it.each([
  ['Ring +44 20 7946 0018 first.', 'Ring [+44 20 7946 0018] first.'],
  ['(212) 555-0142', '[(212) 555-0142]'],
  ['Call 555 0100. (212) 555-0142, please', 'Call [555 0100]. [(212) 555-0142], please'],
  ['+201001234567', '[+201001234567]'],
  ['maya.lindqvist@example.com', 'maya.lindqvist|@example.com'],
  [
    'https://shop.example/customers/100482?tab=orders',
    'https://shop.example/|customers/|100482|?tab=orders',
  ],
  ['EO-20931 of 2026-01-18', 'EO-20931 of 2026-01-18'],
  ['a21c1636-c622-48b7', 'a21c1636-c622-48b7'],
  ['RQ564555333', 'RQ564555333'],
  ['', ''],
])('%s', (text, expected) => {
  expect(marked(softBreaks(text))).toBe(expected);
});

it('keeps each string of JSON together, with its escapes', () => {
  expect(marked(softBreaks('{ "a\\"b": "c d", "e": 1 }', true))).toBe(
    '{ ["a\\"b"]: ["c d"], ["e"]: 1 }',
  );
});

it.each([
  ['preferredFulfilmentCentreCode', 'preferred|Fulfilment|Centre|Code'],
  ['loyalty_programme_2024_renewal_date', 'loyalty_|programme_|2024_|renewal_|date'],
  [
    'com.example/subscription:renewalPeriod2Months',
    'com.|example/|subscription:|renewal|Period2|Months',
  ],
  ['ÜberweisungsausgangÄnderung', 'Überweisungsausgang|Änderung'],
  // Words of a sentence break at their spaces, abbreviations stay together, and what fits needs nothing.
  ['Date of the last order in a SHOP', 'Date of the last order in a SHOP'],
  ['preferredLanguage', 'preferredLanguage'],
  ['', ''],
])('the name %s', (name, expected) => {
  expect(marked(nameBreaks(name))).toBe(expected);
});

it('adds and loses not a character, whatever the text is', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('+', '(', ')', '0', '1', ' ', '-', '.', '@', '/', '"', '\\', 'a', 'ط'),
    }),
  );
  fc.assert(
    fc.property(texts, fc.boolean(), (text, code) => {
      const { container, unmount } = render(
        <>
          {softBreaks(text, code)}
          <hr />
          {nameBreaks(text)}
        </>,
      );
      const shown = container.textContent;
      unmount();
      expect(shown).toBe(text + text);
    }),
    { numRuns: 300 },
  );
});

it('takes no longer for a text that is nearly a number, and leaves what is longest as it is', () => {
  for (const part of ['1', '1 ', '(1.', '+1', 'a@', '/a']) {
    const begin = performance.now();
    expect(softBreaks(part.repeat(20_000 / part.length))).not.toHaveLength(0);
    expect(performance.now() - begin).toBeLessThan(1_000);
  }
  expect(softBreaks('a@'.repeat(10_001))).toEqual(['a@'.repeat(10_001)]);
});
