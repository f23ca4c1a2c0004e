import { readFileSync } from 'node:fs';
import { readSchema } from '#src/contract/definitions/readSchema.ts';
import { rulesOf } from '#src/contract/definitions/rules.ts';
import { SchemaError } from '#src/contract/definitions/SchemaError.ts';
import { checkJson } from '#src/contract/json/checkJson.ts';
import { JsonError } from '#src/contract/json/JsonError.ts';
import { checkPatterns } from './checkPatterns.ts';
import type { ServedDefinitions } from './definitionsOf.ts';

/** A file of definitions that cannot be used, in words for whoever set its path. */
export class DefinitionsError extends Error {
  override readonly name = 'DefinitionsError';
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder',
  EACCES: 'this server may not read it',
};

function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = error instanceof TypeError ? 'it is not UTF-8' : (reasons[code] ?? code);
    throw new DefinitionsError(`${path} cannot be read: ${reason}.`);
  }
}

/** Compiles a document and checks its patterns. Throws a {@link SchemaError} with everything that is wrong. */
function compileChecked(text: string): ServedDefinitions {
  checkJson(text);
  const reading = readSchema(text);
  const problems = [...reading.problems, ...checkPatterns(reading.patterns)];
  if (problems.length > 0) throw new SchemaError(problems);
  return { text, rules: rulesOf(reading) };
}

/**
 * Reads a brand's definitions, a JSON Schema (2020-12) in UTF-8, with a byte order mark or without. Throws
 * one {@link DefinitionsError} that names every keyword that could not be enforced, and every pattern
 * that could hang.
 */
export function loadDefinitions(path: string): ServedDefinitions {
  const text = readText(path);
  try {
    return compileChecked(text);
  } catch (error) {
    if (error instanceof JsonError)
      throw new DefinitionsError(`${path} is not JSON. ${error.message}`);
    if (!(error instanceof SchemaError)) throw error;
    const lines = error.message.split('\n').map((line) => `\n      ${line}`);
    throw new DefinitionsError(`${path} cannot be enforced as it is written:${lines.join('')}`);
  }
}
