import * as z from 'zod/mini';

/** A compiled schema. Its input is the JSON text of a value, because JavaScript's own values are not exact. */
export type Rule = z.ZodMiniType<string, string>;

type Path = readonly (string | number)[];

/** Judges the JSON text of a value; reports nothing about kinds of value that its keyword is not about. */
export type Check = (json: string, report: (message: string, path?: Path) => void) => void;

export function ruleOf(checks: readonly Check[]): Rule {
  return z.string().check(
    ...checks.map((check): z.core.CheckFn<string> => ({ value, issues }) => {
      check(value, (message, path = []) => {
        // `continue`: the checks that follow are made too.
        issues.push({ code: 'custom', message, path: [...path], input: value, continue: true });
      });
    }),
  );
}

export interface Finding {
  path: Path;
  message: string;
}

export function findingsOf(rule: Rule, json: string): Finding[] {
  const issues = rule.safeParse(json).error?.issues ?? [];
  return issues.map(({ path, message }) => ({
    path: path.map((step) => (typeof step === 'number' ? step : String(step))),
    message,
  }));
}

/** A list of a million wrong items has one thing wrong with it. */
export const enoughFindings = 20;

/** Judges the values inside of one, each at its step of the path, and stops when enough is wrong. */
export function checkInside(
  values: Iterable<readonly [step: string | number, json: string]>,
  ruleAt: (step: string | number) => Rule | undefined,
  report: (message: string, path: Path) => void,
): void {
  let found = 0;
  for (const [step, json] of values) {
    const rule = ruleAt(step);
    if (!rule) continue;
    for (const { path, message } of findingsOf(rule, json)) {
      report(message, [step, ...path]);
      found += 1;
    }
    if (found >= enoughFindings) return;
  }
}

export const fits = (rule: Rule, json: string) => rule.safeParse(json).success;

/** What is wrong with a schema, at a JSON Pointer (RFC 6901) into its document. */
export interface SchemaProblem {
  pointer: string;
  message: string;
}

/** A pattern that will be run on what agents type, on texts of at most `maxLength` characters where that is said. */
export interface PatternUse {
  pointer: string;
  source: string;
  maxLength: number | undefined;
}

/** Where a schema stands: an attribute's own, one under `$defs` that may become one, or inside of either. */
export type Level = 'attribute' | 'definition' | 'inside';

/** What the compilers of all keywords of a document share. */
export interface Compilation {
  problem: (pointer: string, message: string) => void;
  pattern: (use: PatternUse) => void;
  /** The rule of a schema under `$defs`; `undefined` after a problem was reported. */
  definition: (name: string, pointer: string, level: Level) => Rule | undefined;
  compile: (schema: string, pointer: string, level: Level) => Rule;
}

/** A keyword where it stands. */
export interface Place extends Compilation {
  /** Of the keyword. */
  pointer: string;
  /** The keyword's value. */
  json: string;
  /** The schema that the keyword is in. */
  fields: ReadonlyMap<string, string>;
  level: Level;
}

/** Compiles a keyword, or reports why it cannot be; an annotation gives no check. */
export type Keyword = (place: Place) => Check | undefined;

export function pointerTo(pointer: string, token: string | number): string {
  return `${pointer}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
