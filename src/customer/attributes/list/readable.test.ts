import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableDate, readableNumber } from './readable.ts';

const digitsOf = (text: string) => text.replaceAll(/\D/g, '');

describe('readableNumber', () => {
  it.each([
    ['1234.5', { currency: 'EUR' }, /^€1,234\.50$/],
    ['1234.567', { currency: 'USD' }, /^\$1,234\.567$/],
    ['-12', { unit: 'points' }, /^-12 points$/],
    ['1234567.10', {}, /^1,234,567\.10$/],
    ['12345678901234567890', {}, /^12,345,678,901,234,567,890$/],
  ])('%s with %j', (text, as, shown) => {
    expect(readableNumber(text, as)).toMatch(shown);
  });

  it.each(['1e21', '1e400', 'gold', '', '123456789012345678901'])('leaves %j as it is', (text) => {
    expect(readableNumber(text, {})).toBeUndefined();
  });

  it('does not fail over a currency that nobody knows', () => {
    expect(readableNumber('1', { currency: 'NO MONEY' })).toBeUndefined();
  });

  it('shows every digit of every number that it shows', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,19}$/);
    fc.assert(
      fc.property(digits, fc.stringMatching(/^\d{1,20}$/), (whole, fraction) => {
        const shown = readableNumber(`${whole}.${fraction}`, {});
        expect(digitsOf(shown ?? '')).toBe(whole + fraction);
      }),
    );
  });
});

describe('readableDate', () => {
  it('keeps the day of a calendar date', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(readableDate(day, 'date')).toMatch(new RegExp(`\\b${Number(day.slice(8))}, `));
        },
      ),
    );
  });

  it.each(['2024-02-30', '2024-13-01', '24-01-01', 'soon', '2024-01-01T00:00:00Z'])(
    'takes %j for no calendar date',
    (text) => {
      expect(readableDate(text, 'date')).toBeUndefined();
    },
  );

  it('names the zone of a moment', () => {
    expect(readableDate('2026-03-01T12:00:00+02:00', 'date-time')).toMatch(
      /2026.*(GMT|UTC|[A-Z]{3})/,
    );
  });

  it.each(['2026-03-01T12:00:00', '2026-03-01', '2026-03-01T25:00:00Z'])(
    'takes %j for no moment',
    (text) => {
      expect(readableDate(text, 'date-time')).toBeUndefined();
    },
  );
});
