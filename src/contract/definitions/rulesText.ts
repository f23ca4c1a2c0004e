import type { Option } from './definitions.ts';

const typeNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  object: 'an object',
  array: 'a list',
};

const shownOptions = 12;

/** With semicolons where a name has a comma in it. */
function listed(names: readonly string[]): string {
  const comma = names.some((name) => name.includes(',')) ? '; ' : ', ';
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(comma)} or ${names.at(-1)}`;
}

function oneOf(options: readonly Option[]): string {
  const labels = options.slice(0, shownOptions).map(({ label }) => label || '""');
  const more = options.length - labels.length;
  return listed(more > 0 ? [...labels, `${more} more`] : labels);
}

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;
const characters = (count: number) => counted(count, 'character', 'characters');
const items = (count: number) => counted(count, 'item', 'items');
const fields = (count: number) => counted(count, 'field', 'fields');

/** What an agent is told whose value breaks a rule. */
export const rulesText = {
  type: (types: readonly string[]) =>
    `Must be ${listed(types.map((type) => typeNames[type] ?? type))}.`,
  options: (options: readonly Option[]) => `Must be one of ${oneOf(options)}.`,
  constant: (label: string) => `Must be ${label}.`,
  minimum: (limit: string) => `At least ${limit}.`,
  maximum: (limit: string) => `At most ${limit}.`,
  exclusiveMinimum: (limit: string) => `Must be more than ${limit}.`,
  exclusiveMaximum: (limit: string) => `Must be less than ${limit}.`,
  multipleOf: (step: string) => `Must be a multiple of ${step}.`,
  minLength: (limit: number, length: number) =>
    `At least ${characters(limit)}; this has ${length}.`,
  maxLength: (limit: number, length: number) => `At most ${characters(limit)}; this has ${length}.`,
  pattern: (pattern: string, example: string | undefined) =>
    example === undefined
      ? `Not in the expected form (${pattern}).`
      : `Not in the expected form, such as ${example}.`,
  minItems: (limit: number, length: number) => `At least ${items(limit)}; this has ${length}.`,
  maxItems: (limit: number, length: number) => `At most ${items(limit)}; this has ${length}.`,
  duplicate: (first: number) => `The same as item ${first + 1}: each may stand here once.`,
  minProperties: (limit: number, count: number) => `At least ${fields(limit)}; this has ${count}.`,
  maxProperties: (limit: number, count: number) => `At most ${fields(limit)}; this has ${count}.`,
  required: 'This is missing.',
  notAllowed: 'This is not allowed here.',
  noForm: (reasons: readonly string[]) => `None of the allowed forms fits: ${reasons.join(' / ')}`,
  manyForms: 'This fits more than one of the forms of which it must be exactly one.',
  requiredKey: 'This attribute is required and cannot be removed.',
} as const;
