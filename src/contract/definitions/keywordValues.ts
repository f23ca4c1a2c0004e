import { kindOf } from '../json/kindOf.ts';
import { elements } from '../json/members.ts';
import type { Place } from './compile.ts';
import { isWhole, readDecimal, type Decimal } from './decimal.ts';

/** The texts of a list of texts; `undefined` when it is anything else. */
export function textList(json: string): string[] | undefined {
  const list = elements(json);
  return list?.every((item) => kindOf(item) === 'string')
    ? list.map((item) => String(JSON.parse(item)))
    : undefined;
}

/** A keyword's text; anything else is reported. */
export function textValue({ json, pointer, problem }: Place): string | undefined {
  if (kindOf(json) === 'string') return String(JSON.parse(json));
  problem(pointer, 'must be text in double quotes.');
  return undefined;
}

export function numberValue({ json, pointer, problem }: Place): Decimal | undefined {
  if (kindOf(json) === 'number') return readDecimal(json);
  problem(pointer, 'must be a number.');
  return undefined;
}

/** A keyword that counts: JSON Schema takes `2.0` for 2. */
export function countValue({ json, pointer, problem }: Place): number | undefined {
  const decimal = kindOf(json) === 'number' ? readDecimal(json) : undefined;
  if (decimal && !decimal.negative && isWhole(decimal)) return Number(json);
  problem(pointer, 'must be a whole number, 0 or more.');
  return undefined;
}

export function flagValue({ json, pointer, problem }: Place): boolean | undefined {
  if (kindOf(json) === 'boolean') return json === 'true';
  problem(pointer, 'must be true or false.');
  return undefined;
}
