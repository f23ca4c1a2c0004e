import { kindOf } from '../json/kindOf.ts';
import { elements } from '../json/members.ts';
import { findingsOf, fits, pointerTo, type Keyword, type Place, type Rule } from './compile.ts';
import { optionsOf } from './definitions.ts';
import { textValue } from './keywordValues.ts';
import { localRef } from './localRef.ts';
import { rulesText } from './rulesText.ts';

function rulesIn({ json, pointer, problem, compile }: Place): Rule[] | undefined {
  const schemas = elements(json) ?? [];
  if (schemas.length > 0)
    return schemas.map((schema, index) => compile(schema, pointerTo(pointer, index), 'inside'));
  problem(pointer, 'must be a list of at least one schema.');
  return undefined;
}

/** Why no form fits: the labels where the forms are a list of values, else the first reason of each. */
function noForm(place: Place, rules: readonly Rule[], value: string): string {
  const options = optionsOf(new Map([['oneOf', place.json]]));
  if (options) return rulesText.options(options);
  const reasons = rules.map((rule) => findingsOf(rule, value)[0]?.message ?? '');
  return rulesText.noForm([...new Set(reasons)]);
}

const allOf: Keyword = (place) => {
  const rules = rulesIn(place);
  return (value, report) => {
    for (const rule of rules ?? [])
      for (const { path, message } of findingsOf(rule, value)) report(message, path);
  };
};

const anyOf: Keyword = (place) => {
  const rules = rulesIn(place);
  if (!rules) return undefined;
  return (value, report) => {
    if (!rules.some((rule) => fits(rule, value))) report(noForm(place, rules, value));
  };
};

const oneOf: Keyword = (place) => {
  const rules = rulesIn(place);
  if (!rules) return undefined;
  return (value, report) => {
    const fitting = rules.filter((rule) => fits(rule, value)).length;
    if (fitting === 0) report(noForm(place, rules, value));
    if (fitting > 1) report(rulesText.manyForms);
  };
};

const not: Keyword = ({ json, pointer, compile }) => {
  const rule = compile(json, pointer, 'inside');
  return (value, report) => {
    if (fits(rule, value)) report(rulesText.notAllowed);
  };
};

const ref: Keyword = (place) => {
  const target = textValue(place);
  if (target === undefined) return undefined;
  const name = localRef(target);
  if (name === undefined) {
    place.problem(place.pointer, `is "${target}": only "#/$defs/NAME" is supported.`);
    return undefined;
  }
  const rule = place.definition(name, place.pointer, place.level);
  return (value, report) => {
    if (rule) for (const { path, message } of findingsOf(rule, value)) report(message, path);
  };
};

export const combiningKeywords: Record<string, Keyword> = { allOf, anyOf, oneOf, not, $ref: ref };

export const isSchema = (json: string) => ['object', 'boolean'].includes(kindOf(json));
