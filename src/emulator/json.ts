import { createScanner } from 'jsonc-parser';

/** JSON text by position. What the emulator keeps is text, because objects lose key order and digits. */

type Token = { char: string; from: number; to: number };

function* tokensOf(text: string): Generator<Token> {
  const scanner = createScanner(text, true);
  for (;;) {
    scanner.scan();
    const from = scanner.getTokenOffset();
    const length = scanner.getTokenLength();
    if (length === 0) return;
    yield { char: text.charAt(from), from, to: from + length };
  }
}

const opens = (char: string) => char === '{' || char === '[';
const closes = (char: string) => char === '}' || char === ']';
const textOf = (json: string): string => String(JSON.parse(json));

/**
 * What is wrong with a JSON text, or undefined. Stricter than the grammar: the same key twice in one
 * object is wrong at any depth, since no two readers agree on what it means.
 */
export function jsonProblem(text: string, maxDepth: number): string | undefined {
  try {
    JSON.parse(text);
  } catch {
    return 'body is not valid JSON';
  }
  const open: (Set<string> | undefined)[] = [];
  let keyNext = false;
  for (const { char, from, to } of tokensOf(text)) {
    const keys = open.at(-1);
    if (keyNext && keys !== undefined && char === '"') {
      const key = textOf(text.slice(from, to));
      if (keys.has(key)) return `key ${JSON.stringify(key)} occurs twice in one object`;
      keys.add(key);
    }
    if (opens(char)) open.push(char === '{' ? new Set() : undefined);
    if (closes(char)) open.pop();
    if (open.length > maxDepth) return `body is nested deeper than ${maxDepth} levels`;
    keyNext = char === '{' || char === ',';
  }
  return undefined;
}

type Part = { key: string; json: string };

function* partsOf(text: string): Generator<Part> {
  const isObject = jsonKind(text) === 'object';
  let depth = 0;
  let key: string | undefined;
  let start: number | undefined;
  let end = 0;
  for (const { char, from, to } of tokensOf(text)) {
    if (closes(char)) depth -= 1;
    const endsPart = (depth === 1 && char === ',') || (depth === 0 && closes(char));
    if (endsPart && start !== undefined) {
      yield { key: key ?? '', json: text.slice(start, end) };
      key = undefined;
      start = undefined;
    } else if (depth === 1 && isObject && key === undefined) {
      key = textOf(text.slice(from, to));
    } else if (depth > 0 && !(depth === 1 && start === undefined && char === ':')) {
      start ??= from;
      end = to;
    }
    if (opens(char)) depth += 1;
  }
}

/** The members of an object's valid JSON text: each key with its value's text as it was written, in order. */
export const membersOf = (text: string): Map<string, string> =>
  new Map(Array.from(partsOf(text), ({ key, json }) => [key, json]));

/** The texts of the elements of an array's valid JSON text. */
export const elementsOf = (text: string): string[] => Array.from(partsOf(text), ({ json }) => json);

/** The opposite of `membersOf`. Lone surrogates in keys come out as escapes. */
export const objectText = (members: Iterable<readonly [string, string]>): string =>
  `{${Array.from(members, ([key, json]) => `${JSON.stringify(key)}:${json}`).join(',')}}`;

/** The opposite of `elementsOf`. */
export const arrayText = (elements: readonly string[]): string => `[${elements.join(',')}]`;

type JsonKind = 'object' | 'array' | 'string' | 'null' | 'boolean' | 'number';

const kinds: Readonly<Record<string, JsonKind>> = {
  '{': 'object',
  '[': 'array',
  '"': 'string',
  n: 'null',
  t: 'boolean',
  f: 'boolean',
};

/** The type of a valid JSON text. */
export const jsonKind = (text: string): JsonKind => kinds[text.trimStart().charAt(0)] ?? 'number';

/** The objects in an array's JSON text; anything of another shape holds none. */
export function objectsIn(text: string | undefined): Record<string, unknown>[] {
  const value: unknown = JSON.parse(text ?? '[]');
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Whether a parsed value is an object in JSON's sense. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
