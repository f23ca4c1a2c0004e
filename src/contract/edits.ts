import { maxDepth } from './json/maxDepth.ts';
import { arrayText, fieldsOf, objectOf } from './json/fields.ts';
import { elements, members } from './json/members.ts';
import type { FieldError } from './problem.ts';

/** A request's body may have this many bytes. */
export const maxBodyBytes = 4_194_304;

/** Levels of nesting that one value may have: of the request's own, the object, the list and the edit come first. */
export const maxValueDepth = maxDepth - 3;

/**
 * A change of one attribute, its values as JSON texts: `from` absent = it was not there when the agent
 * began, `to` absent = remove it.
 */
export interface Edit {
  key: string;
  from?: string;
  to?: string;
}

/** A request that is JSON but not a list of edits, with everything that is wrong about it. */
export class InvalidEdits extends Error {
  override readonly name = 'InvalidEdits';
  readonly errors: FieldError[];

  constructor(errors: FieldError[]) {
    super('The edits cannot be read.');
    this.errors = errors;
  }
}

export function writeEdits(edits: readonly Edit[]): string {
  const list = edits.map(({ key, from, to }) => objectOf({ key: JSON.stringify(key), from, to }));
  return objectOf({ edits: arrayText(list) });
}

const unknownFields = (text: string, known: readonly string[]) =>
  [...fieldsOf(text).keys()].filter((name) => !known.includes(name));

function readKey(text: string | undefined): string | undefined {
  const key: unknown = text === undefined ? undefined : JSON.parse(text);
  return typeof key === 'string' ? key : undefined;
}

function editErrors(text: string, path: string, earlier: ReadonlySet<string>): FieldError[] {
  if (!members(text))
    return [{ path, message: 'An edit is an object with "key" and "from" or "to".' }];
  const fields = fieldsOf(text);
  const key = readKey(fields.get('key'));
  if (key === undefined)
    return [{ path: `${path}.key`, message: 'An edit names its attribute: "key" is text.' }];
  const errors: FieldError[] = unknownFields(text, ['key', 'from', 'to']).map((name) => ({
    key,
    path: `${path}.${name}`,
    message: 'This field is not known here.',
  }));
  if (earlier.has(key))
    errors.push({ key, path, message: 'This attribute is in the list a second time.' });
  if (!fields.has('from') && !fields.has('to'))
    errors.push({ key, path, message: 'An edit has "from", "to" or both.' });
  return errors;
}

function readEdit(text: string): Edit {
  const fields = fieldsOf(text);
  const [from, to] = [fields.get('from'), fields.get('to')];
  return {
    key: readKey(fields.get('key')) ?? '',
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** Reads a body that is valid JSON already. Throws {@link InvalidEdits} with a path for each problem. */
export function readEdits(text: string): Edit[] {
  const errors: FieldError[] = unknownFields(text, ['edits']).map((path) => ({
    path,
    message: 'This field is not known here.',
  }));
  const list = elements(fieldsOf(text).get('edits') ?? 'null');
  if (!list || list.length === 0)
    throw new InvalidEdits([
      ...errors,
      { path: 'edits', message: 'Send a list of at least one edit.' },
    ]);
  const keys = new Set<string>();
  for (const [index, item] of list.entries()) {
    errors.push(...editErrors(item, `edits[${index}]`, keys));
    const key = readKey(fieldsOf(item).get('key'));
    if (key !== undefined) keys.add(key);
  }
  if (errors.length > 0) throw new InvalidEdits(errors);
  return list.map(readEdit);
}
