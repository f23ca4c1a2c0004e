import { compileRules, type AttributeRules } from '#src/contract/definitions/rules.ts';

/** The brand's definitions: its own document, which the panel reads too, and the rules that it states. */
export interface ServedDefinitions {
  text: string;
  rules: AttributeRules;
}

/**
 * Definitions from a document that is trusted: its patterns are not checked for hanging. What a brand
 * wrote goes through `loadDefinitions`. Throws as `compileRules` does.
 */
export function definitionsOf(text: string): ServedDefinitions {
  return { text, rules: compileRules(text) };
}

/** Where a brand describes nothing, every attribute is free JSON (JSON Schema 2020-12). */
export const noDefinitions: ServedDefinitions = definitionsOf(
  JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {},
  }),
);
