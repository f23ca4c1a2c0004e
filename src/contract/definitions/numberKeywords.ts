import { kindOf } from '../json/kindOf.ts';
import type { Keyword, Place } from './compile.ts';
import { compareDecimals, isMultipleOf, readDecimal, type Decimal } from './decimal.ts';
import { numberValue } from './keywordValues.ts';
import { rulesText } from './rulesText.ts';

/** Reports a limit that no number can keep together with one of the `upper` limits beside it. */
function checkRange({ fields, pointer, problem, json }: Place, limit: Decimal, exclusive: boolean) {
  for (const name of ['maximum', 'exclusiveMaximum']) {
    const upper = fields.get(name);
    if (upper === undefined || kindOf(upper) !== 'number') continue;
    const gap = compareDecimals(limit, readDecimal(upper));
    if (gap > 0 || (gap === 0 && (exclusive || name === 'exclusiveMaximum')))
      problem(pointer, `no number can keep both this (${json}) and "${name}" (${upper}).`);
  }
}

/** A keyword that compares numbers, by their text: JavaScript's would be rounded. */
function limitKeyword(
  keeps: (value: Decimal, limit: Decimal) => boolean,
  message: (limit: string) => string,
  lower?: 'inclusive' | 'exclusive',
): Keyword {
  return function compileLimit(place) {
    const limit = numberValue(place);
    if (!limit) return undefined;
    if (lower) checkRange(place, limit, lower === 'exclusive');
    return (value, report) => {
      if (kindOf(value) === 'number' && !keeps(readDecimal(value), limit))
        report(message(place.json));
    };
  };
}

const multipleOf: Keyword = (place) => {
  const step = numberValue(place);
  if (!step) return undefined;
  if (step.digits !== '' && !step.negative)
    return limitKeyword(isMultipleOf, rulesText.multipleOf)(place);
  place.problem(place.pointer, 'must be more than 0.');
  return undefined;
};

export const numberKeywords: Record<string, Keyword> = {
  minimum: limitKeyword((a, b) => compareDecimals(a, b) >= 0, rulesText.minimum, 'inclusive'),
  maximum: limitKeyword((a, b) => compareDecimals(a, b) <= 0, rulesText.maximum),
  exclusiveMinimum: limitKeyword(
    (a, b) => compareDecimals(a, b) > 0,
    rulesText.exclusiveMinimum,
    'exclusive',
  ),
  exclusiveMaximum: limitKeyword((a, b) => compareDecimals(a, b) < 0, rulesText.exclusiveMaximum),
  multipleOf,
};
