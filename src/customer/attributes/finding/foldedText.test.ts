import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIn, folded, wordPatterns } from './foldedText.ts';

const found = (text: string, words: string) =>
  findIn(text, wordPatterns(words)).map(([begin, end]) => text.slice(begin, end));

describe('finding words in texts', () => {
  it.each([
    ['Loyalty tier', 'TIER', ['tier']],
    ['Café Müller', 'cafe muller', ['Café', 'Müller']],
    ['cafe\u0301', 'café', ['cafe\u0301']],
    ['cafe', 'CAFÉ', ['cafe']],
    ['Straße', 'straß', ['Straß']],
    ['İstanbul', 'istanbul', ['İstanbul']],
    ['注文番号 123', '番号', ['番号']],
    ['한국어', '한', ['한']],
    ['رقم الطلب', 'الطلب', ['الطلب']],
    ['a.b(c)[0]\\d*', 'b(c)[0]\\d*', ['b(c)[0]\\d*']],
    ['tier tier', 'tier ie', ['tier', 'tier']],
    ['🎉 party', '🎉', ['🎉']],
    ['anything', '  ', []],
  ])('%j by %j', (text, words, parts) => {
    expect(found(text, words)).toEqual(parts);
  });

  it('keeps the length, so that places in the folded text are places in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(folded(text)).toHaveLength(text.length);
      }),
    );
  });

  it('finds any word of a text in it', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/\s/u.test(text) && text.normalize('NFC') === text);
    fc.assert(
      fc.property(fc.string(), word, fc.string(), (before, text, after) => {
        expect(findIn(`${before}${text}${after}`, wordPatterns(text)).length).toBeGreaterThan(0);
      }),
    );
  });

  it('finds places that do not overlap, from first to last', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, words) => {
        let last = -1;
        for (const [begin, end] of findIn(text, wordPatterns(words))) {
          expect(begin).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(begin);
          last = end;
        }
      }),
    );
  });
});
