import type { Edit } from '#src/contract/edits.ts';
import type { SaveResult } from '#src/contract/saveAnswer.ts';
import type { Drafts } from '../drafts.ts';

/** What the answer to a save does in a form. */
interface OpenForm {
  /** Takes what was saved out of its rows. */
  settle: (edits: readonly Edit[], result: SaveResult) => void;
  /** Opens what could not be undone, for the agent to decide. */
  goOn: (edits: readonly Edit[]) => void;
}

/** By the place of their drafts, because that is what a page has one of; by customer, who has one form at a time. */
const openForms = new WeakMap<Drafts, Map<string, OpenForm>>();

/**
 * Announces the form that holds a customer's edits now. The answer to a save may come when the form that
 * sent it is gone and another was opened for the same customer, with the same edits from the draft.
 * Returns what takes the announcement back.
 */
export function announceForm(drafts: Drafts, customerId: string, form: OpenForm): () => void {
  const forms = openForms.get(drafts) ?? new Map<string, OpenForm>();
  openForms.set(drafts, forms);
  forms.set(customerId, form);
  return () => {
    if (forms.get(customerId) === form) forms.delete(customerId);
  };
}

/** The form that is open for the customer now, if there is one. */
export const openFormOf = (drafts: Drafts, customerId: string): OpenForm | undefined =>
  openForms.get(drafts)?.get(customerId);
