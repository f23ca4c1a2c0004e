import { fieldsOf } from '../json/fields.ts';
import { kindOf } from '../json/kindOf.ts';
import { members } from '../json/members.ts';
import { fits, pointerTo, type PatternUse, type Rule, type SchemaProblem } from './compile.ts';
import { startCompilation } from './compileSchema.ts';
import { resolved } from './definitions.ts';
import { textList } from './keywordValues.ts';
import { requiredNames } from './objectKeywords.ts';

/** A schema document, compiled as far as it can be, and everything that is wrong with it. */
export interface SchemaReading {
  rules: ReadonlyMap<string, Rule>;
  required: ReadonlySet<string>;
  readOnly: ReadonlySet<string>;
  patterns: readonly PatternUse[];
  problems: readonly SchemaProblem[];
}

type Fields = ReadonlyMap<string, string>;
type Report = (pointer: string, message: string) => void;

const dialect = 'https://json-schema.org/draft/2020-12/schema';

const text = (json: string) => (kindOf(json) === 'string' ? String(JSON.parse(json)) : undefined);

/** What the top of the document may say besides `properties`, `required`, `$defs` and `x-groups`. */
const atTheTop: Record<string, (json: string) => string | undefined> = {
  $schema: (json) =>
    text(json)?.replace(/#$/, '') === dialect ? undefined : `must be "${dialect}".`,
  $id: (json) => (text(json) === undefined ? 'must be text in double quotes.' : undefined),
  $comment: (json) => (text(json) === undefined ? 'must be text in double quotes.' : undefined),
  title: (json) => (text(json) === undefined ? 'must be text in double quotes.' : undefined),
  description: (json) => (text(json) === undefined ? 'must be text in double quotes.' : undefined),
  type: (json) => (text(json) === 'object' ? undefined : 'must be "object".'),
  additionalProperties: (json) =>
    json === 'true'
      ? undefined
      : 'can only be true: attributes without a definition are always shown and can be edited.',
};

const ownKeywords = ['properties', 'required', '$defs', 'x-groups'];

function checkTop(root: Fields, problem: Report) {
  for (const name of ['type', 'properties'])
    if (!root.has(name)) problem('', `has no "${name}" at its top: see docs/definitions.md.`);
  for (const [name, json] of root) {
    if (ownKeywords.includes(name)) continue;
    const check = Object.hasOwn(atTheTop, name) ? atTheTop[name] : undefined;
    const message = check ? check(json) : 'is not supported at the top of the file.';
    if (message !== undefined) problem(pointerTo('', name), message);
  }
}

function schemasAt(root: Fields, name: string, problem: Report): Fields {
  const json = root.get(name);
  if (json !== undefined && !members(json)) problem(`/${name}`, 'must be an object of schemas.');
  return fieldsOf(json ?? '');
}

function readRequired(root: Fields, attributes: Fields, problem: Report): Set<string> {
  const json = root.get('required');
  const names = json === undefined ? [] : requiredNames(json, '/required', problem);
  for (const name of names)
    if (!attributes.has(name))
      problem('/required', `names ${JSON.stringify(name)}, which is not among "properties".`);
  return new Set(names);
}

function checkGroups(root: Fields, used: ReadonlySet<string>, problem: Report) {
  const json = root.get('x-groups');
  if (json === undefined) return;
  const names = textList(json);
  if (!names || new Set(names).size < names.length)
    problem('/x-groups', 'must be a list of different texts.');
  for (const name of names ?? [])
    if (!used.has(name))
      problem('/x-groups', `names the group ${JSON.stringify(name)}, which no attribute has.`);
}

/** Reads and compiles a document that is JSON already, and goes on after a problem, so that one start names all. */
export function readSchema(document: string): SchemaReading {
  const root = fieldsOf(document);
  const defs = fieldsOf(root.get('$defs') ?? '');
  const { problem, compile, definition, problems, patterns } = startCompilation(defs);
  const [rules, readOnly, groups] = [new Map<string, Rule>(), new Set<string>(), new Set<string>()];
  const result = { rules, readOnly, problems, patterns };
  if (!members(document)) {
    problem('', 'must be an object: a JSON Schema whose "properties" are the attributes.');
    return { ...result, required: new Set() };
  }
  checkTop(root, problem);
  for (const name of schemasAt(root, '$defs', problem).keys())
    definition(name, pointerTo('/$defs', name), 'definition');
  const attributes = schemasAt(root, 'properties', problem);
  for (const [key, schema] of attributes) {
    const pointer = pointerTo('/properties', key);
    const rule = compile(schema, pointer, 'attribute');
    rules.set(key, rule);
    const fields = resolved(schema, defs, new Set());
    const inherited = fieldsOf(schema).has('default') ? undefined : fields.get('default');
    if (inherited !== undefined && !fits(rule, inherited))
      problem(`${pointer}/$ref`, `brings a "default" with it that breaks the rules beside it.`);
    if (fields.get('readOnly') === 'true') readOnly.add(key);
    groups.add(text(fields.get('x-group') ?? 'null') ?? '');
  }
  checkGroups(root, groups, problem);
  return { ...result, required: readRequired(root, attributes, problem) };
}
