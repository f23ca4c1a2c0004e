import * as z from 'zod/mini';
import { maxValueDepth } from '#src/contract/edits.ts';
import { checkJson } from '#src/contract/json/checkJson.ts';
import { isJsonNumber } from '#src/contract/json/isJsonNumber.ts';
import { JsonError } from '#src/contract/json/JsonError.ts';
import { rowSchema, type EditRow } from './rowSchema.ts';
import { editingText } from './editingText.ts';

const text = editingText.edit.errors;

function jsonError(json: string): string | undefined {
  try {
    checkJson(json, maxValueDepth);
    return undefined;
  } catch (error) {
    return error instanceof JsonError ? error.message : String(error);
  }
}

function valueError(row: EditRow): string | undefined {
  if (row.remove) return undefined;
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

function keyError(row: EditRow, others: readonly EditRow[]): string | undefined {
  if (row.from !== undefined) return undefined;
  if (row.key === '') return text.noName;
  return others.some((other) => other.key === row.key) ? text.sameName : undefined;
}

/** The form's values: the attributes being edited. What is wrong with one is said at its control. */
export const editSetSchema = z.object({
  rows: z.array(rowSchema).check((context) => {
    const rows = context.value;
    for (const [index, row] of rows.entries()) {
      const others = rows.filter((other) => other !== row);
      const errors = { key: keyError(row, others), text: valueError(row) };
      for (const [field, message] of Object.entries(errors))
        if (message !== undefined)
          context.issues.push({ code: 'custom', message, path: [index, field], input: row });
    }
  }),
});

export type EditSet = z.infer<typeof editSetSchema>;
