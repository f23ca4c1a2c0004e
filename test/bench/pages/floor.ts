import './page.css';
import './floor.css';
import { saved } from './hooks.ts';

/** What both floors do: hold the values, remember what was typed, and make the object to be saved. */
const entries = Object.entries(JSON.parse(window.__BENCH__.json) as Record<string, unknown>);
const typed = new Map<string, string>();

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function valueNow([key, value]: [string, unknown]): [string, unknown] {
  const text = typed.get(key);
  if (text === undefined) return [key, value];
  return [key, typeof value === 'string' ? text : JSON.parse(text)];
}

document
  .querySelector('[data-bench="save"]')
  ?.addEventListener('click', () => saved(Object.fromEntries(entries.map(valueNow))));

export const floor = {
  names: entries.map(([key]) => key),
  textAt(index: number): string {
    const [key, value] = entries[index] ?? ['', ''];
    return typed.get(key) ?? textOf(value);
  },
  type: (name: string, text: string) => typed.set(name, text),
};
