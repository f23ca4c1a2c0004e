import { fieldsOf } from '../json/fields.ts';
import { annotationKeywords, outOfPlaceInside, wholeAttributesOnly } from './annotationKeywords.ts';
import { checkKinds } from './checkKinds.ts';
import { combiningKeywords, isSchema } from './combiningKeywords.ts';
import {
  findingsOf,
  pointerTo,
  ruleOf,
  type Check,
  type Compilation,
  type Keyword,
  type Level,
  type PatternUse,
  type Rule,
  type SchemaProblem,
} from './compile.ts';
import { resolved } from './definitions.ts';
import { listKeywords } from './listKeywords.ts';
import { numberKeywords } from './numberKeywords.ts';
import { objectKeywords } from './objectKeywords.ts';
import { rulesText } from './rulesText.ts';
import { textKeywords } from './textKeywords.ts';
import { namedValues, typeKeywords } from './typeKeywords.ts';

/** Every keyword that may stand in an attribute's schema, by name. */
const keywords: ReadonlyMap<string, Keyword> = new Map(
  Object.entries({
    ...typeKeywords,
    ...numberKeywords,
    ...textKeywords,
    ...listKeywords,
    ...objectKeywords,
    ...combiningKeywords,
    ...annotationKeywords,
  }),
);

function unsupported(name: string): string {
  if (['$defs', '$schema', '$id'].includes(name)) return 'works at the top of the file only.';
  return name.startsWith('x-')
    ? 'is not an annotation that is known here.'
    : 'is a keyword that is not supported, so it could not be enforced.';
}

const everything = ruleOf([]);
const nothing = ruleOf([(_, report) => report(rulesText.notAllowed)]);

/** Compiles the schemas of one document, and collects everything that is wrong with them. */
export function startCompilation(defs: ReadonlyMap<string, string>) {
  const problems: SchemaProblem[] = [];
  const patterns: PatternUse[] = [];
  const definitions = new Map<string, Rule>();
  const open = new Set<string>();
  const problem = (pointer: string, message: string) => void problems.push({ pointer, message });

  function definition(name: string, pointer: string, level: Level): Rule | undefined {
    const schema = defs.get(name);
    if (schema === undefined) problem(pointer, `points at nothing: "$defs" has no "${name}".`);
    else if (open.has(name)) problem(pointer, 'leads back to itself, which is not supported.');
    else {
      const misplaced = level === 'inside' && outOfPlaceInside(resolved(schema, defs, new Set()));
      if (misplaced) problem(pointer, `brings "${misplaced}" with it, ${wholeAttributesOnly}`);
      open.add(name);
      const target = pointerTo('/$defs', name);
      const rule = definitions.get(name) ?? compile(schema, target, 'definition');
      open.delete(name);
      definitions.set(name, rule);
      return rule;
    }
    return undefined;
  }

  function compile(schema: string, pointer: string, level: Level): Rule {
    if (schema === 'true') return everything;
    if (schema === 'false') return nothing;
    if (!isSchema(schema)) {
      problem(pointer, 'must be a schema: an object, true or false.');
      return everything;
    }
    const fields = fieldsOf(schema);
    const checks: Check[] = [];
    checkKinds(fields, resolved(schema, defs, new Set()).get('type'), pointer, problem);
    for (const [name, json] of fields) {
      const place = { ...compilation, pointer: pointerTo(pointer, name), json, fields, level };
      const keyword = keywords.get(name);
      if (!keyword) problem(place.pointer, unsupported(name));
      const check = keyword?.(place);
      if (check) checks.push(check);
    }
    const rule = ruleOf(checks);
    for (const [path, json] of namedValues(fields)) {
      const [finding] = findingsOf(rule, json);
      if (finding)
        problem(path.reduce(pointerTo, pointer), `breaks the rules beside it: ${finding.message}`);
    }
    return rule;
  }

  const compilation: Compilation = {
    problem,
    pattern: (use) => void patterns.push(use),
    definition,
    compile,
  };
  return { ...compilation, problems, patterns };
}
