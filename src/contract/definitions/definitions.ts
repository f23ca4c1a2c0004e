import { assertJson } from '../json/assertJson.ts';
import { fieldsOf } from '../json/fields.ts';
import { kindOf, type JsonKind } from '../json/kindOf.ts';
import { elements, members } from '../json/members.ts';
import { localRef } from './localRef.ts';

/** One of the values that an attribute may have: its JSON text, and what an agent calls it. */
export interface Option {
  json: string;
  label: string;
}

/** What the brand says about an attribute, as far as it is shown. The rules are in `rules.ts`. */
export interface Definition {
  key: string;
  label: string | undefined;
  help: string | undefined;
  /** The kinds of value that it may have, `integer` as `number`; empty when it may have any. */
  types: readonly JsonKind[];
  /** As it is written: `date`, `date-time`, `time`, `duration`, `email`, `uri`, `e164`. */
  format: string | undefined;
  /** Only when every value is in this list. */
  options: readonly Option[] | undefined;
  group: string | undefined;
  /** Its place in the group; those without one stand last. */
  order: number;
  hidden: boolean;
  /** Not for a screen that is shared: as the brand says, else all that is neither a choice from a list nor a yes or no. */
  personal: boolean;
  /** What stands behind a number: `cm`, `points`. */
  unit: string | undefined;
  /** ISO 4217, for an amount that may be a number or the text of one. */
  currency: string | undefined;
  multiline: boolean;
  /** The system whose next lookup overwrites what an agent writes. */
  ownedByLookup: string | undefined;
  readOnly: boolean;
  required: boolean;
  /** What a new attribute begins with, as JSON text. */
  default: string | undefined;
  /** What an object's keys are, in the order of the file; empty when nothing is said about them. */
  properties: readonly Definition[];
  /** What each item of a list is; nothing where they differ by their place. */
  items: Definition | undefined;
}

export interface Definitions {
  /** By key, in the order of showing: by group, those without one last; within it by `x-order`, then as in the file. */
  byKey: ReadonlyMap<string, Definition>;
  /** The names of the groups in the order of showing. */
  groups: readonly string[];
}

type Fields = ReadonlyMap<string, string>;

const textOf = (json: string | undefined): string | undefined =>
  json?.startsWith('"') ? String(JSON.parse(json)) : undefined;

const textsOf = (json: string | undefined): string[] =>
  elements(json ?? '')?.flatMap((item) => textOf(item) ?? []) ?? [];

const jsonKinds: readonly string[] = ['string', 'number', 'boolean', 'null', 'object', 'array'];
const isKind = (name: string): name is JsonKind => jsonKinds.includes(name);

function typesOf(type: string | undefined, options: readonly Option[] = []): JsonKind[] {
  const name = textOf(type);
  const named = (name === undefined ? textsOf(type) : [name])
    .map((each) => (each === 'integer' ? 'number' : each))
    .filter(isKind);
  return [...new Set(type === undefined ? options.map(({ json }) => kindOf(json)) : named)];
}

/** `enum` with `x-enum-labels` at the same places, or `oneOf` (`anyOf`) with a `const` and a `title` each. */
export function optionsOf(fields: Fields): Option[] | undefined {
  const labels = textsOf(fields.get('x-enum-labels'));
  const values = elements(fields.get('enum') ?? '');
  if (values)
    return values.map((json, index) => ({ json, label: labels[index] ?? textOf(json) ?? json }));
  const branches = elements(fields.get('oneOf') ?? fields.get('anyOf') ?? '')?.map(fieldsOf);
  const options = branches?.flatMap((branch): Option[] => {
    const json = branch.get('const');
    if (json === undefined) return [];
    return [{ json, label: textOf(branch.get('title')) ?? textOf(json) ?? json }];
  });
  return options && options.length === branches?.length ? options : undefined;
}

/** A schema's keywords with those of its `$ref`, which stand behind its own. */
export function resolved(schema: string, defs: Fields, open: Set<string>): Fields {
  const own = fieldsOf(schema);
  const name = localRef(textOf(own.get('$ref')) ?? '');
  const target = name === undefined ? undefined : defs.get(name);
  if (name === undefined || target === undefined || open.has(name)) return own;
  open.add(name);
  return new Map([...resolved(target, defs, open), ...own]);
}

function propertiesOf(fields: Fields, defs: Fields, open: ReadonlySet<string>): Definition[] {
  const required = textsOf(fields.get('required'));
  return (members(fields.get('properties') ?? '') ?? []).map(({ key, json }) =>
    definitionOf(key, required.includes(key), json, defs, open),
  );
}

function definitionOf(
  key: string,
  required: boolean,
  schema: string,
  defs: Fields,
  outer: ReadonlySet<string>,
): Definition {
  const open = new Set(outer);
  const fields = resolved(schema, defs, open);
  const text = (name: string) => textOf(fields.get(name));
  const flag = (name: string) => fields.get(name) === 'true';
  const options = optionsOf(fields);
  // Behind `prefixItems` it describes the rest alone.
  const items = fields.has('prefixItems') ? undefined : fields.get('items');
  return {
    key,
    required,
    label: text('title'),
    help: text('description'),
    types: typesOf(fields.get('type'), options),
    format: text('format'),
    options,
    group: text('x-group'),
    order: Number(fields.get('x-order') ?? Infinity),
    hidden: flag('x-hidden'),
    personal: fields.has('x-personal')
      ? flag('x-personal')
      : !options && textOf(fields.get('type')) !== 'boolean',
    unit: text('x-unit'),
    currency: text('x-currency'),
    multiline: flag('x-multiline'),
    ownedByLookup: text('x-owned-by-lookup'),
    readOnly: flag('readOnly'),
    default: fields.get('default'),
    properties: propertiesOf(fields, defs, open),
    items: items === undefined ? undefined : definitionOf('', false, items, defs, open),
  };
}

/**
 * Reads what is shown about attributes from the brand's JSON Schema (2020-12), which
 * `GET /api/attribute-definitions` answers as it is. It enforces nothing and compiles nothing, and
 * what it does not understand it leaves out; it throws only when the text is not JSON.
 */
export function readDefinitions(text: string): Definitions {
  assertJson(text);
  const root = fieldsOf(text);
  const defs = fieldsOf(root.get('$defs') ?? '');
  const inFile = propertiesOf(root, defs, new Set());
  const named = [...textsOf(root.get('x-groups')), ...inFile.flatMap(({ group }) => group ?? [])];
  const groups = [...new Set(named)];
  const place = ({ group }: Definition) =>
    group === undefined ? groups.length : groups.indexOf(group);
  const shown = inFile.toSorted((a, b) => place(a) - place(b) || a.order - b.order || 0);
  return { byKey: new Map(shown.map((definition) => [definition.key, definition])), groups };
}
