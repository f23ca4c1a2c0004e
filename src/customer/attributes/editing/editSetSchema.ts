import * as z from 'zod/mini';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import type { AttributeRules } from '#src/contract/definitions/rules.ts';
import { maxValueDepth } from '#src/contract/edits.ts';
import { checkJson } from '#src/contract/json/checkJson.ts';
import { isJsonNumber } from '#src/contract/json/isJsonNumber.ts';
import { JsonError } from '#src/contract/json/JsonError.ts';
import { isAsOpened, isChanged, isUnset, rowJson } from './editRow.ts';
import { inputError } from './inputs/inputError.ts';
import { problemsText } from './inputs/problemsText.ts';
import { rowSchema, type EditRow } from './rowSchema.ts';
import { editingText } from './editingText.ts';

const text = editingText.edit.errors;

/** What the brand says of its attributes, and the rules that it enforces. */
interface Judge {
  byKey: ReadonlyMap<string, Definition>;
  rules: AttributeRules | undefined;
}

function jsonError(json: string): string | undefined {
  try {
    checkJson(json, maxValueDepth);
    return undefined;
  } catch (error) {
    return error instanceof JsonError ? error.message : String(error);
  }
}

function kindError(row: EditRow): string | undefined {
  switch (row.kind) {
    case 'number':
      return isJsonNumber(row.text.trim()) ? undefined : text.notANumber;
    case 'boolean':
      return /^(true|false)$/.test(row.text) ? undefined : text.notChosen;
    case 'json':
      return row.text.trim() === '' ? text.emptyJson : jsonError(row.text);
    case 'text':
    case 'null':
      return undefined;
  }
}

/** What is wrong with the value that saving the row would send. One that is as it was is nobody's to correct. */
function valueError(row: EditRow, { byKey, rules }: Judge): string | undefined {
  if (isAsOpened(row)) return undefined;
  const definition = byKey.get(row.key);
  if (definition?.readOnly) return text.readOnly;
  if (row.remove) return problemsText(rules?.check(row.key, undefined) ?? []);
  const typed = (definition && inputError(definition, row)) ?? kindError(row);
  if (typed !== undefined || !isChanged(row)) return typed;
  return problemsText(rules?.check(row.key, rowJson(row)) ?? []);
}

function keyError(row: EditRow, others: readonly EditRow[]): string | undefined {
  if (row.from !== undefined || isUnset(row)) return undefined;
  if (row.key === '') return text.noName;
  return others.some((other) => other.key === row.key && !isUnset(other))
    ? text.sameName
    : undefined;
}

/** The form's values: the attributes being edited. What is wrong with one, by its kind or by the brand's rules, is said at its control. */
export const editSetSchemaFor = (judge: Judge) =>
  z.object({
    rows: z.array(rowSchema).check((context) => {
      const rows = context.value;
      for (const [index, row] of rows.entries()) {
        const others = rows.filter((other) => other !== row);
        const errors = { key: keyError(row, others), text: valueError(row, judge) };
        for (const [field, message] of Object.entries(errors))
          if (message !== undefined)
            context.issues.push({ code: 'custom', message, path: [index, field], input: row });
      }
    }),
  });

/** Of a brand that says nothing. */
export const editSetSchema = editSetSchemaFor({ byKey: new Map(), rules: undefined });

export type EditSet = z.infer<typeof editSetSchema>;
