import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatJson } from './formatJson.ts';

it('lays out as JSON.stringify does', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const exact = JSON.stringify(value);
      expect(formatJson(exact)).toBe(JSON.stringify(JSON.parse(exact), null, 2));
    }),
  );
});

it('keeps numbers and the order of keys', () => {
  expect(formatJson('{"b":12345678901234567890,"10":[1.0,-0],"e":[],"o":{}}')).toBe(
    '{\n  "b": 12345678901234567890,\n  "10": [\n    1.0,\n    -0\n  ],\n  "e": [],\n  "o": {}\n}',
  );
});
