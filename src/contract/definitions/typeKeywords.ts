import { fieldsOf } from '../json/fields.ts';
import { kindOf } from '../json/kindOf.ts';
import { elements } from '../json/members.ts';
import { canonicalJson } from './canonicalJson.ts';
import type { Check, Keyword } from './compile.ts';
import { isWhole, readDecimal } from './decimal.ts';
import { optionsOf } from './definitions.ts';
import { textList } from './keywordValues.ts';
import { rulesText } from './rulesText.ts';

const typeNames = ['string', 'number', 'integer', 'boolean', 'null', 'object', 'array'];

function isOfType(type: string, json: string): boolean {
  const kind = kindOf(json);
  return type === 'integer' ? kind === 'number' && isWhole(readDecimal(json)) : kind === type;
}

const type: Keyword = ({ json, pointer, problem }) => {
  const types = kindOf(json) === 'string' ? [String(JSON.parse(json))] : (textList(json) ?? []);
  const known = types.every((name) => typeNames.includes(name));
  if (types.length === 0 || !known || new Set(types).size < types.length) {
    problem(pointer, `must be one of ${typeNames.join(', ')}, or a list of different ones.`);
    return undefined;
  }
  return (value, report) => {
    if (!types.some((name) => isOfType(name, value))) report(rulesText.type(types));
  };
};

/** The check of a list of values, by their canonical texts: one look-up, however many there are. */
function oneOf(values: readonly string[], message: string): Check {
  const allowed = new Set(values.map(canonicalJson));
  return (value, report) => {
    if (!allowed.has(canonicalJson(value))) report(message);
  };
}

const enumeration: Keyword = ({ json, pointer, problem, fields }) => {
  const values = elements(json) ?? [];
  if (values.length === 0 || new Set(values.map(canonicalJson)).size < values.length) {
    problem(pointer, 'must be a list of at least one value, all of them different.');
    return undefined;
  }
  return oneOf(values, rulesText.options(optionsOf(fields) ?? []));
};

const constant: Keyword = ({ json, fields }) => {
  const [option] = optionsOf(new Map([['oneOf', `[{"const":${json}}]`]])) ?? [];
  const title = fields.get('title');
  const label = title !== undefined && kindOf(title) === 'string' ? JSON.parse(title) : undefined;
  return oneOf([json], rulesText.constant(String(label ?? option?.label)));
};

export const typeKeywords: Record<string, Keyword> = { type, enum: enumeration, const: constant };

/** The values that a schema names itself, with where they stand: they must keep its other rules, or nothing could. */
export function namedValues(fields: ReadonlyMap<string, string>): [path: string[], json: string][] {
  const found: [string[], string][] = [];
  for (const name of ['default', 'const']) {
    const json = fields.get(name);
    if (json !== undefined) found.push([[name], json]);
  }
  for (const [index, json] of (elements(fields.get('enum') ?? '') ?? []).entries())
    found.push([['enum', String(index)], json]);
  for (const name of ['oneOf', 'anyOf'])
    for (const [index, branch] of (elements(fields.get(name) ?? '') ?? []).entries()) {
      const json = fieldsOf(branch).get('const');
      if (json !== undefined) found.push([[name, String(index), 'const'], json]);
    }
  return found;
}
