import { kindOf } from '../json/kindOf.ts';
import { elements } from '../json/members.ts';
import type { Keyword, Place } from './compile.ts';
import { flagValue, numberValue, textList, textValue } from './keywordValues.ts';

const ofAttributeOnly = [
  'readOnly',
  'x-group',
  'x-order',
  'x-hidden',
  'x-personal',
  'x-glance',
  'x-owned-by-lookup',
];

/** The end of a sentence about one of these where it has no effect. */
export const wholeAttributesOnly = 'which works for a whole attribute only, not inside its value.';

/** The keyword among a schema's that would have no effect inside a value. */
export const outOfPlaceInside = (fields: ReadonlyMap<string, string>): string | undefined =>
  ofAttributeOnly.find((keyword) => fields.has(keyword));

/** A keyword that only the value of a whole attribute can have: the panel has no place for it further in. */
function ofAttribute(read: (place: Place) => unknown): Keyword {
  return (place) => {
    if (place.level === 'inside')
      place.problem(place.pointer, `is a keyword ${wholeAttributesOnly}`);
    else read(place);
    return undefined;
  };
}

function shown(read: (place: Place) => unknown): Keyword {
  return (place) => {
    read(place);
    return undefined;
  };
}

function name(place: Place) {
  if (textValue(place)?.trim() === '') place.problem(place.pointer, 'must not be empty.');
}

/** ISO 4217 has three capital letters for each currency. */
function currency(place: Place) {
  const code = textValue(place);
  if (code !== undefined && !/^[A-Z]{3}$/.test(code))
    place.problem(place.pointer, 'must be a currency code of ISO 4217, such as EUR.');
}

function enumLabels({ json, pointer, problem, fields }: Place) {
  const values = elements(fields.get('enum') ?? '');
  const labels = textList(json);
  if (!values) problem(pointer, 'stands beside "enum" only.');
  else if (labels?.length !== values.length)
    problem(pointer, `must be a list of ${values.length} texts: one for each value of "enum".`);
}

function examples({ json, pointer, problem }: Place) {
  if (kindOf(json) !== 'array') problem(pointer, 'must be a list.');
}

/** What is shown and not enforced, but for `readOnly`, which `rules.ts` looks at. */
export const annotationKeywords: Record<string, Keyword> = {
  title: shown(textValue),
  description: shown(textValue),
  $comment: shown(textValue),
  deprecated: shown(flagValue),
  examples: shown(examples),
  default: () => undefined,
  readOnly: ofAttribute(flagValue),
  'x-group': ofAttribute(name),
  'x-order': ofAttribute(numberValue),
  'x-hidden': ofAttribute(flagValue),
  'x-personal': ofAttribute(flagValue),
  'x-glance': ofAttribute(flagValue),
  'x-owned-by-lookup': ofAttribute(name),
  'x-unit': shown(name),
  'x-currency': shown(currency),
  'x-multiline': shown(flagValue),
  'x-enum-labels': shown(enumLabels),
};
