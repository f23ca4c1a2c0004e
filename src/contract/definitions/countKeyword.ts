import { kindOf } from '../json/kindOf.ts';
import type { Keyword } from './compile.ts';
import { countValue } from './keywordValues.ts';

/** A keyword that limits how many characters, items or fields a value has; `count` is undefined for other kinds. */
export function atLeast(
  count: (json: string) => number | undefined,
  message: (limit: number, found: number) => string,
  upperName: string,
): Keyword {
  return (place) => {
    const limit = countValue(place);
    if (limit === undefined) return undefined;
    const upper = place.fields.get(upperName);
    if (upper !== undefined && kindOf(upper) === 'number' && Number(upper) < limit)
      place.problem(place.pointer, `is more than "${upperName}" (${upper}).`);
    return (value, report) => {
      const found = count(value);
      if (found !== undefined && found < limit) report(message(limit, found));
    };
  };
}

export function atMost(
  count: (json: string) => number | undefined,
  message: (limit: number, found: number) => string,
): Keyword {
  return (place) => {
    const limit = countValue(place);
    if (limit === undefined) return undefined;
    return (value, report) => {
      const found = count(value);
      if (found !== undefined && found > limit) report(message(limit, found));
    };
  };
}
