import { kindOf } from '../json/kindOf.ts';
import { elements } from '../json/members.ts';
import type { Keyword } from './compile.ts';
import { atLeast, atMost } from './countKeyword.ts';
import { formats } from './formats.ts';
import { textValue } from './keywordValues.ts';
import { rulesText } from './rulesText.ts';

const textOf = (json: string | undefined): string | undefined =>
  json !== undefined && kindOf(json) === 'string' ? String(JSON.parse(json)) : undefined;

/** Code points, as JSON Schema counts; half of a surrogate pair alone is one. */
function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function lengthOf(json: string): number | undefined {
  const text = textOf(json);
  return text === undefined ? undefined : codePoints(text);
}

function compiled(source: string): RegExp | string {
  try {
    return new RegExp(source, 'u');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A pattern is not anchored and is read with the `u` flag (JSON Schema 2020-12 Core, section 6.4). */
const pattern: Keyword = (place) => {
  const source = textValue(place);
  if (source === undefined) return undefined;
  const regExp = compiled(source);
  if (typeof regExp === 'string') {
    place.problem(place.pointer, `is not a regular expression: ${regExp}`);
    return undefined;
  }
  const limit = place.fields.get('maxLength');
  const maxLength = limit !== undefined && kindOf(limit) === 'number' ? Number(limit) : undefined;
  place.pattern({ pointer: place.pointer, source, maxLength });
  const example = textOf(elements(place.fields.get('examples') ?? '')?.[0]);
  return (value, report) => {
    const text = textOf(value);
    if (text === undefined) return;
    // Too long is reported already, and what a pattern costs grows with the text.
    if (maxLength !== undefined && codePoints(text) > maxLength) return;
    if (!regExp.test(text)) report(rulesText.pattern(source, example));
  };
};

const format: Keyword = (place) => {
  const name = textValue(place);
  if (name === undefined) return undefined;
  const known = formats.get(name);
  if (!known) {
    const names = [...formats.keys()].join(', ');
    place.problem(
      place.pointer,
      `is "${name}", which is not supported; these formats are: ${names}.`,
    );
    return undefined;
  }
  return (value, report) => {
    const text = textOf(value);
    if (text !== undefined && !known.accepts(text)) report(known.message);
  };
};

export const textKeywords: Record<string, Keyword> = {
  minLength: atLeast(lengthOf, rulesText.minLength, 'maxLength'),
  maxLength: atMost(lengthOf, rulesText.maxLength),
  pattern,
  format,
};
