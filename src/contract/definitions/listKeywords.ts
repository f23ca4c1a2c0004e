import { elements } from '../json/members.ts';
import { canonicalJson } from './canonicalJson.ts';
import { checkInside, pointerTo, type Keyword } from './compile.ts';
import { atLeast, atMost } from './countKeyword.ts';
import { flagValue } from './keywordValues.ts';
import { rulesText } from './rulesText.ts';

const countOf = (json: string) => elements(json)?.length;

const prefixItems: Keyword = ({ json, pointer, problem, compile }) => {
  const schemas = elements(json) ?? [];
  if (schemas.length === 0) {
    problem(pointer, 'must be a list of at least one schema.');
    return undefined;
  }
  const rules = schemas.map((schema, index) =>
    compile(schema, pointerTo(pointer, index), 'inside'),
  );
  return (value, report) => {
    const list = elements(value)?.slice(0, rules.length) ?? [];
    checkInside(list.entries(), (index) => rules[Number(index)], report);
  };
};

/** The items behind those of `prefixItems` (JSON Schema 2020-12 Core, section 10.3.1.2). */
const items: Keyword = ({ json, pointer, fields, compile }) => {
  const rule = compile(json, pointer, 'inside');
  const first = elements(fields.get('prefixItems') ?? '')?.length ?? 0;
  return (value, report) => {
    const list = elements(value) ?? [];
    checkInside(list.entries(), (index) => (Number(index) < first ? undefined : rule), report);
  };
};

const uniqueItems: Keyword = (place) => {
  if (!flagValue(place)) return undefined;
  return (value, report) => {
    const places = new Map<string, number>();
    for (const [index, item] of (elements(value) ?? []).entries()) {
      const canonical = canonicalJson(item);
      const first = places.get(canonical);
      if (first === undefined) places.set(canonical, index);
      else report(rulesText.duplicate(first), [index]);
    }
  };
};

export const listKeywords: Record<string, Keyword> = {
  prefixItems,
  items,
  uniqueItems,
  minItems: atLeast(countOf, rulesText.minItems, 'maxItems'),
  maxItems: atMost(countOf, rulesText.maxItems),
};
