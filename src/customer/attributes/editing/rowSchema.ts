import * as z from 'zod/mini';

export const rowKinds = ['text', 'number', 'boolean', 'null', 'json'] as const;
export type RowKind = (typeof rowKinds)[number];

export const rowSchema = z.object({
  key: z.string(),
  /** The JSON text that the edit began from; absent for a new attribute. */
  from: z.optional(z.string()),
  kind: z.literal(rowKinds),
  /** What stands in the control: the text itself, a number's digits, `true`, `false`, or JSON. */
  text: z.string(),
  remove: z.boolean(),
});

/**
 * One attribute being edited, as the form and the drafts hold it: nothing but texts, because form
 * libraries round numbers and lose keys.
 */
export type EditRow = z.infer<typeof rowSchema>;
