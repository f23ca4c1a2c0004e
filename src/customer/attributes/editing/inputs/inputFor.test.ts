import { describe, expect, it } from 'vitest';
import { readDefinitions, type Definition } from '#src/contract/definitions/definitions.ts';
import { rowFor } from '../editRow.ts';
import { allowedKinds, inputFor, optionOf, startOf, valueIn, wantedInput } from './inputFor.ts';

function define(schema: object): Definition {
  const { byKey } = readDefinitions(JSON.stringify({ properties: { k: schema } }));
  const definition = byKey.get('k');
  if (!definition) throw new Error('There is no k.');
  return definition;
}

const text = (more: object = {}) => ({ type: 'string', ...more });

describe('the control for a value', () => {
  it.each([
    ['text', text(), '"a"', 'text'],
    ['text of lines', text({ 'x-multiline': true }), '"a"', 'lines'],
    ['text that is empty', text(), '""', 'text'],
    ['a number for text', text(), '1', undefined],
    ['null for text', text(), 'null', undefined],
    ['an object for text', text(), '{"a":1}', undefined],
    ['text no control keeps', text(), '"a\\u0000"', undefined],
    ['a day', text({ format: 'date' }), '"2024-02-29"', 'date'],
    ['a day that is not', text({ format: 'date' }), '"2023-02-29"', undefined],
    ['a day of the year 0', text({ format: 'date' }), '"0000-01-01"', undefined],
    ['a moment', text({ format: 'date-time' }), '"2024-02-29T10:00:00Z"', 'dateTime'],
    [
      'a moment without an offset',
      text({ format: 'date-time' }),
      '"2024-02-29T10:00:00"',
      undefined,
    ],
    ['a time', text({ format: 'time' }), '"10:00:00+02:00"', 'time'],
    ['a time without an offset', text({ format: 'time' }), '"10:00"', undefined],
    ['a leap second', text({ format: 'time' }), '"23:59:60Z"', undefined],
    ['a duration', text({ format: 'duration' }), '"P1D"', 'duration'],
    ['any text for a duration', text({ format: 'duration' }), '"soon"', 'duration'],
    ['an address of two lines', text({ format: 'email' }), '"a\\nb"', undefined],
    ['an amount', text({ 'x-currency': 'EUR' }), '"1.10"', 'amount'],
    ['words for an amount', text({ 'x-currency': 'EUR' }), '"a lot"', undefined],
    ['a number', { type: 'number' }, '1e400', 'number'],
    ['a whole number', { type: 'integer' }, '1', 'number'],
    ['text for a number', { type: 'number' }, '"1"', undefined],
    ['yes', { type: 'boolean' }, 'true', 'yesNo'],
    ['text for yes', { type: 'boolean' }, '"yes"', undefined],
    ['an option', { enum: [1, 'a', null] }, 'null', 'choice'],
    ['none of the options', { enum: [1, 'a', null] }, '{"b":2}', 'choice'],
    ['a list of texts', { type: 'array', items: text() }, '["a"]', 'list'],
    ['an empty list', { type: 'array', items: text() }, '[]', 'list'],
    ['a list of options', { type: 'array', items: { enum: ['a'] } }, '["b"]', 'list'],
    ['a list with an object in it', { type: 'array', items: text() }, '["a",{}]', undefined],
    ['a list of objects', { type: 'array', items: { type: 'object' } }, '[{}]', undefined],
    ['a list of anything', { type: 'array' }, '["a"]', undefined],
    ['an object for a list', { type: 'array', items: text() }, '{}', undefined],
    ['an object', { type: 'object' }, '{}', undefined],
    ['a number where all is allowed', {}, '1', 'number'],
    [
      'text where null is allowed too',
      { type: ['string', 'null'], format: 'email' },
      '"a@b.c"',
      'email',
    ],
    ['null where text is allowed too', { type: ['string', 'null'] }, 'null', undefined],
  ])('%s', (_what, schema, json, expected) => {
    expect(inputFor(define(schema), rowFor('k', json))).toBe(expected);
  });

  it('is none of its own without a definition', () => {
    expect(inputFor(undefined, rowFor('k', '"2024-02-29"'))).toBeUndefined();
  });

  it('has room for the kinds that the brand allows', () => {
    expect(allowedKinds(define(text()))).toEqual(['text']);
    expect(allowedKinds(define({ type: ['array', 'object', 'null'] }))).toEqual(['null', 'json']);
    expect(allowedKinds(define({}))).toHaveLength(5);
    expect(wantedInput(define(text()), 'number')).toBeUndefined();
  });
});

it('knows an option by its value, not by how it is written', () => {
  const definition = define({ enum: ['A', 1, { a: 1, b: 2 }] });
  expect(optionOf(definition, rowFor('k', '"\\u0041"'))?.json).toBe('"A"');
  expect(optionOf(definition, rowFor('k', '1.0'))?.json).toBe('1');
  expect(optionOf(definition, rowFor('k', '{"b":2,"a":1}'))?.json).toBe('{"a":1,"b":2}');
  expect(optionOf(definition, rowFor('k', '"a"'))).toBeUndefined();
  expect(optionOf(definition, { kind: 'json', text: '{' })).toBeUndefined();
});

it.each([
  [{ type: 'string' }, { kind: 'text', text: '', isSet: false }],
  [{ type: ['null', 'number'] }, { kind: 'number', text: '', isSet: false }],
  [{ type: 'array' }, { kind: 'json', text: '[]', isSet: false }],
  [{ type: 'object' }, { kind: 'json', text: '{}', isSet: false }],
  [{}, { kind: 'text', text: '', isSet: false }],
  [
    { type: 'boolean', default: false },
    { kind: 'boolean', text: 'false', isSet: true },
  ],
  [
    { type: 'number', default: 1 },
    { kind: 'number', text: '1', isSet: true },
  ],
])('begins %j with %j', (schema, expected) => {
  expect(startOf(define(schema))).toEqual(expected);
});

it('keeps the digits of an option', () => {
  expect(valueIn('1.10')).toEqual({ kind: 'number', text: '1.10' });
});
