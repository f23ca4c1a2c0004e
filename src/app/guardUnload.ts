import type { Drafts } from '#src/customer/attributes/drafts.ts';

/** Asks before the page goes away with edits that are only in memory. */
export function guardUnload(page: Window, drafts: Drafts): void {
  page.addEventListener('beforeunload', (event) => {
    if (drafts.isLostWithPage()) event.preventDefault();
  });
}
