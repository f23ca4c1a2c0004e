import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDefinitions } from './loadDefinitions.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'definitions-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string | Uint8Array): string {
  const path = join(folder, 'attributes.json');
  writeFileSync(path, content);
  return path;
}

function complaint(path: string): string {
  try {
    loadDefinitions(path);
    return '';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message.replaceAll(folder, '')}` : '';
  }
}

it('keeps the document as it is written, and its rules', () => {
  const text =
    '{\n  "type": "object",\n  "properties": { "a": { "minimum": 1.0, "pattern": "^a$" } }\n}\n';
  const definitions = loadDefinitions(file(text));
  expect(definitions.text).toBe(text);
  expect(definitions.rules.check('a', '0')).toHaveLength(1);
  expect(loadDefinitions(file(`\ufeff${text}`)).text).toBe(text);
});

it.each<[name: string, content: string | Uint8Array, message: string]>([
  ['no JSON', '{\n  "type": object\n}', 'is not JSON. Line 2, column 11: expected a value'],
  [
    'a key twice',
    '{"type":"object","type":"object"}',
    'is not JSON. Line 1, column 18: the key "type"',
  ],
  ['nothing', '', 'is not JSON. Line 1, column 1'],
  ['no text', new Uint8Array([0x22, 0xff, 0x22]), 'cannot be read: it is not UTF-8.'],
  [
    'no object schema',
    '[]',
    'cannot be enforced as it is written:\n      The file must be an object: a JSON Schema',
  ],
])('says what is wrong with a file of %s', (_, content, message) => {
  expect(complaint(file(content))).toContain(`DefinitionsError: /attributes.json ${message}`);
});

it('says why a file cannot be read', () => {
  expect(complaint(join(folder, 'none.json'))).toBe(
    'DefinitionsError: /none.json cannot be read: there is no such file.',
  );
  expect(complaint(folder)).toContain('cannot be read: this is a folder.');
});

it('names every keyword and every pattern in one message', () => {
  const text =
    '{"type":"object","properties":{"a":{"if":{},"pattern":"(a+)+$"},"b":{"items":{"pattern":"("}}}}';
  const lines = complaint(file(text))
    .split('\n')
    .map((line) => line.trim());
  expect(lines).toEqual([
    'DefinitionsError: /attributes.json cannot be enforced as it is written:',
    '/properties/a/if is a keyword that is not supported, so it could not be enforced.',
    expect.stringContaining('/properties/b/items/pattern is not a regular expression'),
    expect.stringContaining('/properties/a/pattern can hang for years'),
  ]);
});
