import { checkJson } from '../json/checkJson.ts';
import { enoughFindings, findingsOf, type Rule } from './compile.ts';
import { readSchema, type SchemaReading } from './readSchema.ts';
import { rulesText } from './rulesText.ts';
import { SchemaError } from './SchemaError.ts';
import { writePath } from './writePath.ts';

/** What is wrong with a value, in the agent's words. */
export interface RuleProblem {
  /** Where in the value, such as `items[2].name`; empty for the value itself. */
  path: string;
  message: string;
}

/** The rules of the brand's attributes. An attribute without a definition keeps every rule. */
export interface AttributeRules {
  /** What is wrong with the JSON text of an attribute's value; `undefined` is an attribute that is not there. */
  check(key: string, json: string | undefined): RuleProblem[];
  isReadOnly(key: string): boolean;
}

/** Judges by what {@link readSchema} has read. */
export function rulesOf({ rules, required, readOnly }: SchemaReading): AttributeRules {
  function problemsOf(rule: Rule, json: string): RuleProblem[] {
    return findingsOf(rule, json)
      .slice(0, enoughFindings)
      .map(({ path, message }) => ({ path: writePath(path), message }));
  }
  return {
    check(key, json) {
      if (json === undefined)
        return required.has(key) ? [{ path: '', message: rulesText.requiredKey }] : [];
      const rule = rules.get(key);
      return rule ? problemsOf(rule, json) : [];
    },
    isReadOnly: (key) => readOnly.has(key),
  };
}

/**
 * Compiles the rules of a JSON Schema document (2020-12) to zod, once. Values are judged by their JSON
 * text, numbers as exact decimals. Throws a `JsonError`, or a {@link SchemaError} with every keyword that
 * could not be enforced. Whether a pattern can hang is checked on the server at start-up alone.
 */
export function compileRules(text: string): AttributeRules {
  checkJson(text);
  const reading = readSchema(text);
  if (reading.problems.length > 0) throw new SchemaError(reading.problems);
  return rulesOf(reading);
}
