import type { AttributeRules, RuleProblem } from '#src/contract/definitions/rules.ts';
import type { Edit } from '#src/contract/edits.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import type { FieldError } from '#src/contract/problem.ts';

const readOnlyMessage = 'This attribute is read-only: it can be neither changed nor removed here.';

const errorOf = (key: string, { path, message }: RuleProblem): FieldError => ({
  key,
  ...(path !== '' && { path }),
  message,
});

/**
 * The rules that edits would break, each with its attribute and where in the value. Only what an edit sets
 * is judged: a value that breaks its rule already hinders no other key, and an edit that leaves its value
 * as it is never writes anything (`docs/saving.md`).
 */
export function brokenRules(rules: AttributeRules, edits: readonly Edit[]): FieldError[] {
  return edits.flatMap(({ key, from, to }): FieldError[] => {
    if (equalOrAbsent(from, to)) return [];
    if (rules.isReadOnly(key)) return [{ key, message: readOnlyMessage }];
    return rules.check(key, to).map((problem) => errorOf(key, problem));
  });
}
