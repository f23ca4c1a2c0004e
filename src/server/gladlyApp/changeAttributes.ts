import * as z from 'zod/mini';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import type { Edit } from '#src/contract/edits.ts';
import { checkJson } from '#src/contract/json/checkJson.ts';
import { equalOrAbsent } from '#src/contract/json/equalJson.ts';
import { fieldsOf } from '#src/contract/json/fields.ts';
import { isJsonNumber } from '#src/contract/json/isJsonNumber.ts';
import { elements } from '#src/contract/json/members.ts';
import type { RemovalRule } from '#src/contract/outcome.ts';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import type { GladlyClient } from '#src/gladly/client.ts';
import { GladlyError } from '#src/gladly/GladlyError.ts';
import type { Clock } from '#src/gladly/retry.ts';
import { ApiProblem } from '../ApiProblem.ts';
import { auditSave } from '../auditSave.ts';
import { brokenRules } from '../definitions/brokenRules.ts';
import type { ServedDefinitions } from '../definitions/definitionsOf.ts';
import type { Log } from '../log.ts';
import type { SaveQueue } from '../queuePerKey.ts';
import { saveAttributes } from '../saveAttributes.ts';
import type { Grant } from '../signIn/Grant.ts';
import { readBasis, type Basis } from './basis.ts';
import { gladlyAppText as text } from './gladlyAppText.ts';
import { labelOf, wordsFor } from './glance.ts';
import { oneLine } from './oneLine.ts';
import { choicesOf, isEmpty, typedKind } from './profileForm.ts';

interface FieldProblem {
  attr: string;
  detail: string;
}

/** What became of a form, as `gladly-app/actions/actions_schema.graphql` has it. */
export interface ChangeReport {
  /** Every change is there, as it was read back. */
  saved: boolean;
  detail: string;
  errors: FieldProblem[];
}

/** The field that is in every form, for what is about none of the others. */
const wholeForm = 'basis';

const bodySchema = z.strictObject({
  basis: z.string(),
  /** JSON text: what stands in each field by its name. An empty field is left as it is. */
  entries: z.string(),
});

/** Texts alone: a number would have lost its digits on the way. */
const entriesSchema = z.record(z.string(), z.nullable(z.string()));

function readEntries(json: string): Record<string, string | null> {
  checkJson(json);
  const entries = entriesSchema.safeParse(JSON.parse(json));
  if (!entries.success)
    throw new ApiProblem('bad_request', 'The entries are not what a form has in its fields.');
  return entries.data;
}

/** One field that was filled in: the edit that it stands for, and how its values read. */
interface Change {
  attr: string;
  edit: Edit;
  definition: Definition;
}

/** The JSON text that an entry stands for, or why it stands for none. */
function jsonFor(definition: Definition, entry: string): { to: string } | { problem: string } {
  const choices = choicesOf(definition);
  if (choices) {
    const chosen = choices.find(({ json }) => json === entry);
    return chosen ? { to: chosen.json } : { problem: text.notInList };
  }
  if (typedKind(definition) !== 'number') return { to: JSON.stringify(entry) };
  const number = entry.trim();
  return isJsonNumber(number) ? { to: number } : { problem: text.notANumber };
}

const failed = (errors: FieldProblem[], detail: string): ChangeReport => ({
  saved: false,
  detail,
  errors: [...errors, { attr: wholeForm, detail }],
});

const wordsOr = (definition: Definition, json: string | undefined) =>
  oneLine(wordsFor(definition, json) ?? (json === undefined || isEmpty(json) ? text.notSet : json));

function conflictErrors(problem: ApiProblem, changes: readonly Change[]): FieldProblem[] {
  const conflicts = (elements(problem.fields.exact?.['conflicts'] ?? '[]') ?? []).map(fieldsOf);
  return changes.flatMap(({ attr, edit, definition }): FieldProblem[] => {
    const conflict = conflicts.find((each) => each.get('key') === JSON.stringify(edit.key));
    if (!conflict) return [];
    const theirs = wordsOr(definition, conflict.get('theirs'));
    const base = wordsOr(definition, conflict.get('base'));
    return [{ attr, detail: text.conflict(labelOf(definition), theirs, base) }];
  });
}

/** The report for a save that failed in a way that the agent can do something about; others are thrown on. */
function reportOf(error: unknown, changes: readonly Change[]): ChangeReport {
  if (error instanceof GladlyError && error.fault === 'moved') return failed([], text.merged);
  if (!(error instanceof ApiProblem)) throw error;
  if (error.code === 'conflict') return failed(conflictErrors(error, changes), text.conflicted);
  if (error.fields.unverified) return failed([], text.unverified);
  if (error.code === 'invalid') return failed([], text.refused);
  throw error;
}

function reportFor({ results }: SaveResult, changes: readonly Change[]): ChangeReport {
  const errors: FieldProblem[] = [];
  const saved: string[] = [];
  for (const { attr, edit, definition } of changes) {
    const label = oneLine(labelOf(definition));
    const result = results.find(({ key }) => key === edit.key);
    if (result?.outcome === 'saved') {
      const [before, after] = [wordsOr(definition, edit.from), wordsOr(definition, edit.to)];
      saved.push(text.changed(label, before, after));
    } else if (result?.outcome === 'altered')
      errors.push({ attr, detail: text.altered(label, wordsOr(definition, result.value)) });
    else errors.push({ attr, detail: text.missing(label) });
  }
  if (errors.length === 0) return { saved: true, detail: saved.join('; '), errors };
  const butSaved = saved.length > 0 ? [text.butSaved(saved.join('; '))] : [];
  return failed(errors, [text.notAllSaved, ...butSaved].join(' '));
}

export interface ChangeOptions {
  gladly: GladlyClient;
  rule: RemovalRule;
  clock: Clock;
  definitions: ServedDefinitions;
  glance: readonly Definition[];
  secrets: readonly string[];
  /** The one that the panel's saves go through too: a customer has one save at a time. */
  saves: SaveQueue;
  log: Log;
}

/** Gladly names no agent: all that is known is that its app asked. */
const gladlyApp: Grant = { proof: 'gladly-app', mayWrite: true, customers: 'all' };

/** What the fields of a form stand for; `undefined` when the form is not about what is there now. */
function readChanges(
  basis: Basis,
  entries: Record<string, string | null>,
  glance: readonly Definition[],
) {
  const changes: Change[] = [];
  const errors: FieldProblem[] = [];
  const fields = new Map(Object.entries(basis.fields));
  for (const [attr, entry] of Object.entries(entries)) {
    if (entry === null || entry === '') continue;
    const field = fields.get(attr);
    const definition = glance.find(({ key }) => key === field?.key);
    if (!field || !definition) return undefined;
    const read = jsonFor(definition, entry);
    if ('problem' in read) {
      errors.push({ attr, detail: read.problem });
      continue;
    }
    const { key, from } = field;
    if (equalOrAbsent(from, read.to)) continue;
    const edit: Edit = { key, to: read.to, ...(from !== undefined && { from }) };
    changes.push({ attr, definition, edit });
  }
  return { changes, errors };
}

/**
 * Saves what an agent entered in Gladly's form, by the protocol of every save (`docs/saving.md`): `from` is
 * what the form's basis says that the agent was shown. What the agent can mend is in the report; throws an
 * `ApiProblem` or a `GladlyError` for the rest, and then nothing was written.
 */
export async function changeAttributes(
  body: string,
  options: ChangeOptions,
): Promise<ChangeReport> {
  const { gladly, rule, clock, definitions, glance, secrets, saves, log } = options;
  checkJson(body);
  const parsed = bodySchema.safeParse(JSON.parse(body));
  if (!parsed.success)
    throw new ApiProblem('bad_request', 'Send "basis" and "entries", and nothing else.');
  const basis = readBasis(parsed.data.basis, secrets);
  if (!basis) return failed([], text.noLonger);
  const read = readChanges(basis, readEntries(parsed.data.entries), glance);
  if (!read) return failed([], text.noLonger);
  const { changes, errors } = read;
  const edits = changes.map(({ edit }) => edit);
  for (const { key, message } of brokenRules(definitions.rules, edits))
    errors.push({
      attr: changes.find(({ edit }) => edit.key === key)?.attr ?? wholeForm,
      detail: message,
    });
  if (errors.length > 0) return failed(errors, text.rulesBroken);
  if (changes.length === 0) return failed([], text.nothingChanged);
  const { customerId } = basis;
  const audit = auditSave(log, gladlyApp, customerId, edits);
  try {
    const result = await saves.run(customerId, () =>
      saveAttributes(gladly, customerId, edits, { rule, clock }),
    );
    audit.answered(result);
    return reportFor(result, changes);
  } catch (error) {
    audit.failed(error);
    return reportOf(error, changes);
  }
}
