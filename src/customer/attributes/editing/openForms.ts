import type { Edit } from '#src/contract/edits.ts';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import type { Drafts } from '../drafts.ts';

/** Takes what was saved out of a form's rows. */
type Settle = (edits: readonly Edit[], result: SaveResult) => void;

/** By the place of their drafts, because that is what a page has one of; by customer, who has one form at a time. */
const openForms = new WeakMap<Drafts, Map<string, Settle>>();

/**
 * Announces the form that holds a customer's edits now. The answer to a save may come when the form that
 * sent it is gone and another was opened for the same customer, with the same edits from the draft.
 * Returns what takes the announcement back.
 */
export function announceForm(drafts: Drafts, customerId: string, settle: Settle): () => void {
  const forms = openForms.get(drafts) ?? new Map<string, Settle>();
  openForms.set(drafts, forms);
  forms.set(customerId, settle);
  return () => {
    if (forms.get(customerId) === settle) forms.delete(customerId);
  };
}

/** Tells the form that is open for the customer, if there is one, what became of edits that were sent. */
export function settleOpenForm(
  drafts: Drafts,
  customerId: string,
  edits: readonly Edit[],
  result: SaveResult,
): void {
  openForms.get(drafts)?.get(customerId)?.(edits, result);
}
