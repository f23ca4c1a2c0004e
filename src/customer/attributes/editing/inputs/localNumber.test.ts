import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonNumber } from '#src/contract/json/isJsonNumber.ts';
import { isUnread, numberText, readNumber, shownNumber, shownNumberText } from './localNumber.ts';

const read = (typed: string, locale: string) => {
  const reading = readNumber(typed, locale);
  if (!reading) return 'none';
  return 'json' in reading ? reading.json : reading.either.join(' or ');
};

describe('what is typed', () => {
  it.each([
    ['en-US', '1234.5', '1234.5'],
    ['en-US', '1,234,567.50', '1234567.50'],
    ['en-US', '1,234', '1234'],
    ['en-US', '1 234', '1234'],
    ['en-US', "1'234.5", '1234.5'],
    ['en-US', '1,5', 'none'],
    ['en-US', '12,34,567', 'none'],
    ['en-US', '1,2345', 'none'],
    ['en-US', '1.234', '1.234'],
    ['en-US', '1.234.567', 'none'],
    ['en-US', '1.234,5', 'none'],
    ['en-US', '+7', '7'],
    ['en-US', '−7', '-7'],
    ['en-US', '-0', '-0'],
    ['en-US', '007', '7'],
    ['en-US', '.5', '0.5'],
    ['en-US', '5.', '5'],
    ['en-US', '1.10', '1.10'],
    ['en-US', '12345678901234567890', '12345678901234567890'],
    ['en-US', '1e21', '1e21'],
    ['en-US', '1.5E-3', '1.5E-3'],
    ['en-US', '', 'none'],
    ['en-US', '-', 'none'],
    ['en-US', '.', 'none'],
    ['en-US', 'x', 'none'],
    ['en-US', '12 kg', 'none'],
    ['en-US', '0x10', 'none'],
    ['en-US', 'Infinity', 'none'],
    ['en-IN', '12,34,567', '1234567'],
    ['en-IN', '1,234,567', 'none'],
    ['de-DE', '1234,5', '1234.5'],
    ['de-DE', '1.234.567,50', '1234567.50'],
    ['de-DE', '1.234', '1234 or 1.234'],
    ['de-DE', '12.5', 'none'],
    ['de-DE', '1,234', '1.234'],
    ['de-DE', '1,2,3', 'none'],
    ['de-DE', '1,5e3', '1.5e3'],
    ['de-CH', '1’234.5', '1234.5'],
    ['fr-FR', '1 234 567,5', '1234567.5'],
    ['fr-FR', '1\u202f234,5', '1234.5'],
    ['fr-FR', '12.5', '12.5'],
    ['fr-FR', '12,50', '12.50'],
    ['ar-EG', '١٬٢٣٤٫٥٠', '1234.50'],
    ['ar-EG', '\u061c-٧', '-7'],
    ['ar-EG', '12.5', '12.5'],
    ['ar-EG', '1,234', 'none'],
    ['fa-IR', '۱۲٫۵', '12.5'],
  ])('%s: %j is %s', (locale, typed, expected) => {
    expect(read(typed, locale)).toBe(expected);
  });

  it('is never another number by chance', () => {
    expect(numberText('12.5', 'de-DE')).toBe('12.5?');
    expect(numberText('1.234', 'de-DE')).toBe('1.234?');
    expect(isUnread('1.234?')).toBe(true);
    expect(shownNumberText('1.234?', 'de-DE')).toBe('1.234');
    expect(numberText('a few?', 'de-DE')).toBe('a few?');
    expect(isUnread('a few?')).toBe(false);
  });
});

const jsonNumber = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.bigInt({ min: 0n, max: 10n ** 30n }),
    fc.option(fc.stringMatching(/^\d{1,12}$/)),
    fc.constantFrom('', 'e5', 'E+21', 'e-7'),
  )
  .map(
    ([sign, whole, fraction, power]) =>
      `${sign}${whole}${fraction === null ? '' : `.${fraction}`}${power}`,
  );

const locale = fc.constantFrom(
  'en-US',
  'de-DE',
  'fr-FR',
  'ar-EG',
  'en-IN',
  'de-CH',
  'fa-IR',
  'sv-SE',
);

it('shows every number so that it reads back digit for digit', () => {
  fc.assert(
    fc.property(jsonNumber, locale, (json, where) => {
      expect(readNumber(shownNumber(json, where), where)).toEqual({ json });
      expect(numberText(shownNumberText(json, where), where)).toBe(json);
    }),
  );
});

it('reads what the locale itself writes', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), locale, (number, where) => {
      const written = new Intl.NumberFormat(where).format(number);
      const reading = readNumber(written, where);
      const readings = reading && ('json' in reading ? [reading.json] : reading.either);
      expect(readings).toContain(String(number));
    }),
  );
});

it('takes any text, and gives it back or a JSON number', () => {
  fc.assert(
    fc.property(fc.string(), locale, (typed, where) => {
      const text = numberText(typed, where);
      expect(isJsonNumber(text) || isUnread(text) || text === typed).toBe(true);
    }),
  );
});
