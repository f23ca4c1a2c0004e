import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDateTime } from '#src/contract/dateTime.ts';
import { leftOutText, momentTexts, readLeftOut, readMoment, wallOf } from './moment.ts';
import { momentsAt, namedZones, offsetAt } from './zones.ts';

const wallIn = (text: string, zone: string) => {
  const moment = readMoment(text);
  return moment && wallOf(moment, zone);
};

describe('a time on the clocks of a zone', () => {
  it.each([
    ['summer', '2026-07-01T12:00', 'Europe/Berlin', ['2026-07-01T12:00:00+02:00']],
    ['winter', '2026-01-01T12:00', 'Europe/Berlin', ['2026-01-01T12:00:00+01:00']],
    ['forward, just before', '2026-03-29T01:59', 'Europe/Berlin', ['2026-03-29T01:59:00+01:00']],
    ['forward, in the gap', '2026-03-29T02:30', 'Europe/Berlin', []],
    ['forward, just after', '2026-03-29T03:00', 'Europe/Berlin', ['2026-03-29T03:00:00+02:00']],
    ['back, just before', '2026-10-25T01:59', 'Europe/Berlin', ['2026-10-25T01:59:00+02:00']],
    [
      'back, twice',
      '2026-10-25T02:30',
      'Europe/Berlin',
      ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'],
    ],
    ['back, just after', '2026-10-25T03:00', 'Europe/Berlin', ['2026-10-25T03:00:00+01:00']],
    [
      'back, in New York',
      '2026-11-01T01:00',
      'America/New_York',
      ['2026-11-01T01:00:00-04:00', '2026-11-01T01:00:00-05:00'],
    ],
    ['forward, in New York', '2026-03-08T02:00', 'America/New_York', []],
    [
      'half an hour back, on Lord Howe',
      '2026-04-05T01:45',
      'Australia/Lord_Howe',
      ['2026-04-05T01:45:00+11:00', '2026-04-05T01:45:00+10:30'],
    ],
    ['forward at midnight', '2018-11-04T00:30', 'America/Sao_Paulo', []],
    ['a day left out', '2011-12-30T12:00', 'Pacific/Apia', []],
    ['the day before it', '2011-12-29T12:00', 'Pacific/Apia', ['2011-12-29T12:00:00-10:00']],
    ['the day after it', '2011-12-31T12:00', 'Pacific/Apia', ['2011-12-31T12:00:00+14:00']],
    ['a quarter', '2026-07-01T12:00', 'Asia/Kathmandu', ['2026-07-01T12:00:00+05:45']],
    ['UTC', '2026-07-01T12:00', 'UTC', ['2026-07-01T12:00:00Z']],
    ['an offset', '2026-07-01T12:00', '-03:30', ['2026-07-01T12:00:00-03:30']],
    ['London in winter', '2026-01-01T12:00', 'Europe/London', ['2026-01-01T12:00:00+00:00']],
    ['seconds', '2026-07-01T12:00:05.25', 'UTC', ['2026-07-01T12:00:05.25Z']],
    [
      'an offset of old, with seconds',
      '1800-01-01T12:00',
      'Europe/Paris',
      ['1800-01-01T11:50:39Z'],
    ],
    ['nothing', '', 'UTC', []],
    ['a word', 'noon', 'UTC', []],
  ])('%s', (_what, wall, zone, expected) => {
    expect(momentTexts(wall, zone, '')).toEqual(expected);
  });
});

describe('what was there', () => {
  it.each([
    ['2026-05-01T10:00:00Z', 'Asia/Tokyo', '2026-05-01T19:00'],
    ['2026-05-01t10:00:30z', 'UTC', '2026-05-01T10:00:30'],
    ['2026-05-01 10:00:00.120+0200', 'UTC', '2026-05-01T08:00:00.12'],
    ['2026-05-01T10:00:00.000000-05:00', '-05:00', '2026-05-01T10:00'],
    ['2026-05-01T10:00:00.123456+05:30', '+05:30', '2026-05-01T10:00:00.123'],
  ])('%s in %s shows %s, and is written as it was', (text, zone, wall) => {
    expect(wallIn(text, zone)).toBe(wall);
    expect(momentTexts(wall, zone, text)).toEqual([text]);
  });

  it('keeps what the control cannot show while another part changes', () => {
    const kept = '2026-05-01T10:00:00.123456+05:30';
    expect(momentTexts('2026-05-02T10:00:00.123', '+05:30', kept)).toEqual([
      '2026-05-02T10:00:00.123456+05:30',
    ]);
    expect(momentTexts('2026-05-02T10:00:00.5', '+05:30', kept)).toEqual([
      '2026-05-02T10:00:00.5+05:30',
    ]);
  });

  it.each([
    'soon',
    '2026-05-01',
    '2026-05-01T10:00:00',
    '2016-12-31T23:59:60Z',
    '2026-02-30T10:00:00Z',
    '0001-01-01T00:00:00+02:00',
    '9999-12-31T23:59:59-05:00',
  ])('%s is not for the control', (text) => {
    expect(readMoment(text)).toBeUndefined();
  });
});

it('remembers a time that is left out, and where', () => {
  const text = leftOutText('2026-03-29T02:30', 'Europe/Berlin');
  expect(readLeftOut(text)).toEqual({ wall: '2026-03-29T02:30', zone: 'Europe/Berlin' });
  expect(isDateTime(text)).toBe(false);
  expect(readLeftOut('2026-03-29T02:30:00Z')).toBeUndefined();
  expect(readLeftOut('soon [maybe]')).toBeUndefined();
});

const zone = fc.constantFrom(...namedZones(), '+05:30', '-11:00');
const second = fc
  .integer({ min: Date.parse('1900-01-01') / 1000, max: Date.parse('2100-01-01') / 1000 })
  .map((seconds) => seconds * 1000);

it('finds every moment again by the time that its clocks show', () => {
  fc.assert(
    fc.property(second, zone, (moment, where) => {
      expect(momentsAt(where, moment + offsetAt(where, moment))).toContain(moment);
    }),
    { numRuns: 300 },
  );
});

it('writes what reads back as the same moment, in RFC 3339', () => {
  fc.assert(
    fc.property(second, fc.stringMatching(/^\d{0,9}$/), zone, (moment, digits, where) => {
      const text = `${new Date(moment).toISOString().slice(0, 19)}${digits && `.${digits}`}Z`;
      const wall = wallIn(text, where) ?? '';
      expect(momentTexts(wall, where, text)).toContain(text);
      for (const written of momentTexts(wall, where, '')) expect(isDateTime(written)).toBe(true);
      const written = momentTexts(wall, where, '').map(readMoment);
      expect(written.map((each) => each?.second)).toContain(moment);
    }),
    { numRuns: 300 },
  );
});
