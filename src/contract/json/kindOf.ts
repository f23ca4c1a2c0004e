export type JsonKind = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array';

const kindByFirst: Record<string, JsonKind> = {
  '"': 'string',
  '{': 'object',
  '[': 'array',
  t: 'boolean',
  f: 'boolean',
  n: 'null',
};

/** Which of JSON's six kinds of value a valid JSON text is. */
export function kindOf(json: string): JsonKind {
  return kindByFirst[json.trimStart().charAt(0)] ?? 'number';
}
