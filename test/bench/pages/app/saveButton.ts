import { members } from '#src/contract/json/members.ts';
import { refused, saved } from '../hooks.ts';
import type { Answers } from './answers.ts';
import { openRow } from './panel.ts';

const refusedAfterMs = 4_000;

function productButton(): HTMLElement | undefined {
  const buttons = document.querySelectorAll<HTMLElement>(
    'section[aria-label="Unsaved changes"] button',
  );
  return Array.from(buttons).find(({ textContent }) => textContent.startsWith('Sav'));
}

/** With nothing changed the panel has no Save. A harness that counts bytes presses it all the same: it gets the editor. */
async function saveNothing(): Promise<void> {
  const texts = (members(window.__BENCH__.json) ?? []).filter(({ json }) => json.startsWith('"'));
  if (texts[0]) await openRow(texts[0].key);
  saved(JSON.parse(window.__BENCH__.json));
}

/** Keeps `data-bench="save"` on the product's own Save button while there is one, else on the page's own. */
export function markSaveButton({ saves }: Answers): void {
  const own = document.querySelector<HTMLElement>('[data-bench="save"]');
  if (!own) throw new Error('index.html has no Save button of its own.');
  own.addEventListener('click', () => void saveNothing().catch((error) => refused(String(error))));

  let marked = own;
  const mark = () => {
    const button = productButton() ?? own;
    if (button === marked) return;
    delete marked.dataset['bench'];
    marked = button;
    marked.dataset['bench'] = 'save';
  };
  new MutationObserver(mark).observe(document.body, { childList: true, subtree: true });

  document.addEventListener(
    'click',
    ({ target }) => {
      if (marked === own || !(target instanceof Node) || !marked.contains(target)) return;
      const before = saves();
      setTimeout(() => {
        const bar = document.querySelector('.panel__bar')?.textContent ?? '';
        if (saves() === before) refused(`No save was sent. ${bar}`);
      }, refusedAfterMs);
    },
    true,
  );
}
