import {
  readDefinitions,
  resolved,
  type Definition,
} from '#src/contract/definitions/definitions.ts';
import { equalJson } from '#src/contract/json/equalJson.ts';
import { fieldsOf } from '#src/contract/json/fields.ts';
import { kindOf } from '#src/contract/json/kindOf.ts';
import { elements } from '#src/contract/json/members.ts';
import type { ServedDefinitions } from '../definitions/definitionsOf.ts';
import { gladlyAppText as text } from './gladlyAppText.ts';

/** More would be no glance. */
const most = 8;

/**
 * The attributes that the brand marked with `x-glance`, in the order of showing. The annotation is read
 * here and not by `readDefinitions`, because the browser has no use for it.
 */
export function glanceDefinitions({ text: schema }: ServedDefinitions): Definition[] {
  const root = fieldsOf(schema);
  const defs = fieldsOf(root.get('$defs') ?? '');
  const marked = new Set<string>();
  for (const [key, json] of fieldsOf(root.get('properties') ?? ''))
    if (resolved(json, defs, new Set()).get('x-glance') === 'true') marked.add(key);
  return [...readDefinitions(schema).byKey.values()]
    .filter(({ key }) => marked.has(key))
    .slice(0, most);
}

export const labelOf = ({ label, key }: Definition) => label ?? key;

/** A number digit for digit, with what the brand says stands behind it. */
const measured = (number: string, { unit, currency }: Definition) =>
  [number, currency ?? unit].filter(Boolean).join(' ');

/**
 * The value of an attribute in an agent's words, whole and exact. `undefined` where there is nothing to read,
 * and for objects and lists of them, which are for the panel.
 */
export function wordsFor(definition: Definition, json: string | undefined): string | undefined {
  if (json === undefined) return undefined;
  const option = definition.options?.find((each) => equalJson(each.json, json));
  if (option) return option.label;
  switch (kindOf(json)) {
    case 'string': {
      const words = String(JSON.parse(json));
      if (words.trim() === '') return undefined;
      return definition.currency === undefined ? words : measured(words, definition);
    }
    case 'number':
      return measured(json, definition);
    case 'boolean':
      return json === 'true' ? text.yes : text.no;
    case 'array': {
      const items = (elements(json) ?? []).map((item) =>
        wordsFor(definition.items ?? definition, item),
      );
      return items.length > 0 && items.every((item) => item !== undefined)
        ? items.join(', ')
        : undefined;
    }
    case 'null':
    case 'object':
      return undefined;
  }
}
