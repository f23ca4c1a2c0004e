import type { Customer } from '#src/contract/customer.ts';
import type { Definition, Option } from '#src/contract/definitions/definitions.ts';
import { equalJson } from '#src/contract/json/equalJson.ts';
import { kindOf, type JsonKind } from '#src/contract/json/kindOf.ts';
import type { Basis } from './basis.ts';
import { gladlyAppText as text } from './gladlyAppText.ts';
import { labelOf, wordsFor } from './glance.ts';
import { isShownWhole, oneLine } from './oneLine.ts';

/** Longer lists are searched by typing, which Gladly's select does not promise. */
const mostOptions = 30;

interface FormOption {
  text: string;
  value: string;
}

/** A field of the form in Gladly; a choice where it has options, else a line of text. */
interface FormField {
  attr: string;
  label: string;
  /** What the agent must have seen before a change of theirs may overwrite it. */
  hint: string;
  /** What stands in the field at first: the present value. */
  value: string | null;
  options: FormOption[];
}

/** The fields, what they were made from, and how many attributes only the panel can change. */
export interface FormFields {
  basis: Basis;
  fields: FormField[];
  leftOut: number;
}

const booleans: readonly Option[] = [
  { json: 'true', label: text.yes },
  { json: 'false', label: text.no },
];

/** The kind of value that the form can make of what is typed; `undefined` where that is not plain. */
export function typedKind({ types }: Definition): JsonKind | undefined {
  const [kind, ...others] = types.filter((type) => type !== 'null');
  if (others.length > 0) return undefined;
  return kind === 'string' || kind === 'number' || kind === 'boolean' ? kind : undefined;
}

/** What can be chosen, for an attribute that is chosen and not typed. */
export const choicesOf = (definition: Definition): readonly Option[] | undefined =>
  definition.options ?? (typedKind(definition) === 'boolean' ? booleans : undefined);

/** Whether there is nothing to read in a value. */
export const isEmpty = (json: string) => kindOf(json) === 'null' || /^"\s*"$/.test(json);

/** Whether the form can show all of what is there, and make what the agent enters into a value. */
function fits(definition: Definition, json: string | undefined): boolean {
  const choices = choicesOf(definition);
  if (choices)
    return (
      choices.length <= mostOptions &&
      choices.every(({ label }) => isShownWhole(label)) &&
      (json === undefined || isEmpty(json) || isShownWhole(wordsFor(definition, json) ?? '\n'))
    );
  const kind = typedKind(definition);
  if (kind === undefined || definition.multiline) return false;
  return (
    json === undefined ||
    isEmpty(json) ||
    (kindOf(json) === kind && isShownWhole(wordsFor(definition, json) ?? '\n'))
  );
}

/** What stands in the field: the option's JSON text, or the text or digits themselves. */
function valueOf(definition: Definition, json: string | undefined): string | null {
  if (json === undefined || isEmpty(json)) return null;
  const choices = choicesOf(definition);
  if (choices) return choices.find((each) => equalJson(each.json, json))?.json ?? null;
  return kindOf(json) === 'string' ? String(JSON.parse(json)) : json;
}

function hintOf(definition: Definition, json: string | undefined): string {
  const { help, ownedByLookup } = definition;
  return [
    text.now(wordsFor(definition, json) ?? text.notSet),
    help,
    ownedByLookup === undefined ? undefined : text.overwritten(ownedByLookup),
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

/** The form for the attributes at a glance that an agent may change. */
export function formFor(customer: Customer, glance: readonly Definition[]): FormFields {
  const values = new Map(customer.customAttributes?.map(({ key, json }) => [key, json]));
  const changeable = glance.filter(({ readOnly }) => !readOnly);
  const offered = changeable.filter((definition) => fits(definition, values.get(definition.key)));
  const basis: Basis = { customerId: customer.id, fields: {} };
  const fields = offered.map((definition, place): FormField => {
    const attr = `field${place + 1}`;
    const from = values.get(definition.key);
    basis.fields[attr] = { key: definition.key, ...(from !== undefined && { from }) };
    return {
      attr,
      label: oneLine(labelOf(definition)),
      hint: hintOf(definition, from),
      value: valueOf(definition, from),
      options: (choicesOf(definition) ?? []).map(({ json, label }) => ({
        text: label,
        value: json,
      })),
    };
  });
  return { basis, fields, leftOut: changeable.length - offered.length };
}
