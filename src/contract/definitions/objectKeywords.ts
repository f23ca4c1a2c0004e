import { fieldsOf } from '../json/fields.ts';
import { members } from '../json/members.ts';
import { checkInside, pointerTo, type Keyword } from './compile.ts';
import { atLeast, atMost } from './countKeyword.ts';
import { textList } from './keywordValues.ts';
import { rulesText } from './rulesText.ts';

const countOf = (json: string) => members(json)?.length;

const properties: Keyword = ({ json, pointer, problem, compile }) => {
  const schemas = members(json);
  if (!schemas) {
    problem(pointer, 'must be an object of schemas.');
    return undefined;
  }
  const rules = new Map(
    schemas.map((member) => [
      member.key,
      compile(member.json, pointerTo(pointer, member.key), 'inside'),
    ]),
  );
  return (value, report) => {
    checkInside(fieldsOf(value), (key) => rules.get(String(key)), report);
  };
};

/** The names of a `required` list; anything else is reported. */
export function requiredNames(
  json: string,
  pointer: string,
  problem: (pointer: string, message: string) => void,
): string[] {
  const names = textList(json);
  if (names && new Set(names).size === names.length) return names;
  problem(pointer, 'must be a list of different names.');
  return [];
}

const required: Keyword = ({ json, pointer, problem }) => {
  const names = requiredNames(json, pointer, problem);
  return (value, report) => {
    const fields = members(value) && fieldsOf(value);
    if (fields) for (const name of names) if (!fields.has(name)) report(rulesText.required, [name]);
  };
};

/** Every field that `properties` does not name (JSON Schema 2020-12 Core, section 10.3.2.3). */
const additionalProperties: Keyword = ({ json, pointer, fields, compile }) => {
  const rule = compile(json, pointer, 'inside');
  const known = fieldsOf(fields.get('properties') ?? '');
  return (value, report) => {
    checkInside(fieldsOf(value), (key) => (known.has(String(key)) ? undefined : rule), report);
  };
};

export const objectKeywords: Record<string, Keyword> = {
  properties,
  required,
  additionalProperties,
  minProperties: atLeast(countOf, rulesText.minProperties, 'maxProperties'),
  maxProperties: atMost(countOf, rulesText.maxProperties),
};
