import { members } from '#src/contract/json/members.ts';
import { attributesText } from '#src/customer/attributes/attributesText.ts';
import { caretAtEnd, nextFrame } from '../hooks.ts';

const patienceMs = 15_000;
const maxScrolls = 100;

/** The rows of the attribute list, whether it is windowed (they then tell their place in the set) or not. */
export function rows(): HTMLElement[] {
  const placed = document.querySelectorAll<HTMLElement>('li[aria-posinset]');
  const all = document.querySelectorAll<HTMLElement>('li[data-row], li:has([data-edit])');
  return Array.from(placed.length > 0 ? placed : all);
}

export function totalRows(): number {
  const all = rows();
  return Number(all[0]?.getAttribute('aria-setsize') ?? all.length);
}

export const isWindowed = () => rows().length < totalRows();

const editButton = (key: string) =>
  rows()
    .map((row) => row.querySelector<HTMLElement>('[data-edit]'))
    .find((button) => button?.getAttribute('aria-label') === attributesText.edit(key));

/** The place of a row in the whole list, from 0. */
function placeOf(row: HTMLElement, index: number): number {
  const position = row.getAttribute('aria-posinset');
  return position === null ? index : Number(position) - 1;
}

function scrollerOf(element: HTMLElement): Element {
  for (let box = element.parentElement; box; box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight)
      return box;
  return document.scrollingElement ?? document.documentElement;
}

/** One step of the list towards the row with this place, by the height of the rows that are there. */
async function scrollTowards(place: number): Promise<void> {
  const known = rows().map((element, index) => ({ element, place: placeOf(element, index) }));
  const [nearest] = known.toSorted((a, b) => Math.abs(a.place - place) - Math.abs(b.place - place));
  if (!nearest) throw new Error('The attribute list has no rows.');
  const heights = known.map(({ element }) => element.offsetHeight);
  const height = heights.reduce((sum, each) => sum + each, 0) / heights.length;
  const top = nearest.element.getBoundingClientRect().top + (place - nearest.place) * height;
  scrollerOf(nearest.element).scrollBy({ top: top - window.innerHeight / 3, behavior: 'instant' });
  await nextFrame();
  await nextFrame();
}

async function until<T>(look: () => T | undefined, what: string): Promise<T> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    const found = look();
    if (found !== undefined) return found;
    await nextFrame();
  }
  throw new Error(`Not there after ${patienceMs / 1000} s: ${what}.`);
}

function focusedControl(): HTMLInputElement | HTMLTextAreaElement | undefined {
  const control = document.activeElement;
  const isValue = control?.matches('[data-value]');
  if (!isValue) return undefined;
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
    ? control
    : undefined;
}

/** Opens an attribute as an agent does: scrolls to its row, presses Edit, and the control gets the focus. */
export async function openRow(key: string): Promise<void> {
  const place = (members(window.__BENCH__.json) ?? []).findIndex((member) => member.key === key);
  for (let step = 0; step < maxScrolls && !editButton(key); step += 1) await scrollTowards(place);
  const button = editButton(key);
  if (!button) throw new Error(`The list never showed ${JSON.stringify(key)}.`);
  button.click();
  caretAtEnd(await until(focusedControl, `the control of ${JSON.stringify(key)}`));
}

export async function showLastRow(): Promise<void> {
  const last = totalRows() - 1;
  for (let step = 0; step < maxScrolls; step += 1) {
    const shown = rows();
    const end = shown.find((row, index) => placeOf(row, index) === last);
    if (end) {
      end.scrollIntoView({ block: 'end', behavior: 'instant' });
      return;
    }
    await scrollTowards(last);
  }
}
