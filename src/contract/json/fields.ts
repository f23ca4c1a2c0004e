import { members, objectText } from './members.ts';

/** The fields of a JSON object by name, as JSON texts; empty when it is not an object. `text` must be valid JSON. */
export function fieldsOf(text: string): Map<string, string> {
  return new Map((members(text) ?? []).map(({ key, json }) => [key, json]));
}

/** The JSON object with those fields that are there: an absent text is an absent field. */
export function objectOf(texts: Record<string, string | undefined>): string {
  return objectText(
    Object.entries(texts).flatMap(([key, json]) => (json === undefined ? [] : [{ key, json }])),
  );
}

export function arrayText(list: readonly string[]): string {
  return `[${list.join(',')}]`;
}
