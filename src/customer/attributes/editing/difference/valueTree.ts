import { equalJson } from '#src/contract/json/equalJson.ts';
import { kindOf } from '#src/contract/json/kindOf.ts';
import { walkTokens, type TokenWalker } from '#src/contract/json/tokens.ts';

/** A JSON value that was read once: its text, its parts, and a number that it shares with all values equal to it. */
export interface ValueTree {
  json: string;
  same: number;
  /** Absent for what has no parts: text, numbers, true, false and null. */
  parts?: Map<string, ValueTree> | ValueTree[];
}

/** Gives each form its number, so that comparing two values costs the same however large they are. */
function createNumbering() {
  const numbers = new Map<string, number>();
  const decimals = new Map<number, string[]>();

  function numberOf(form: string): number {
    const known = numbers.get(form);
    if (known !== undefined) return known;
    numbers.set(form, numbers.size);
    return numbers.size - 1;
  }

  /** Equal decimals are equal as doubles too, so that only among those {@link equalJson} has to decide. */
  function decimalForm(text: string): string {
    const double = Number(text);
    const alike = decimals.get(double) ?? [];
    decimals.set(double, alike);
    const found = alike.findIndex((other) => equalJson(other, text));
    const index = found < 0 ? alike.push(text) - 1 : found;
    return `#${double} ${index}`;
  }

  return { numberOf, decimalForm };
}

/**
 * Reads valid JSON texts. Trees of one reader can be compared with each other by `same`. One pass per
 * text; keys are in the order they stand, the last of two equal ones counts, as in `JSON.parse`.
 */
export function createReader(): (text: string) => ValueTree {
  const { numberOf, decimalForm } = createNumbering();

  function object(text: string, walker: TokenWalker): Map<string, ValueTree> {
    const parts = new Map<string, ValueTree>();
    while (walker.next() === '"') {
      const key = walker.value();
      walker.next(); // the colon
      parts.set(key, value(text, walker, walker.next()));
      if (walker.next() !== ',') break;
    }
    return parts;
  }

  function array(text: string, walker: TokenWalker): ValueTree[] {
    const parts: ValueTree[] = [];
    for (let token = walker.next(); token !== ']' && token !== ''; token = walker.next()) {
      parts.push(value(text, walker, token));
      if (walker.next() !== ',') break;
    }
    return parts;
  }

  function value(text: string, walker: TokenWalker, token: string): ValueTree {
    const start = walker.start();
    const textSoFar = () => text.slice(start, walker.end());
    if (token === '{') {
      const parts = object(text, walker);
      const members = Array.from(parts, ([key, { same }]) => `${numberOf(`"${key}`)}:${same}`);
      return { json: textSoFar(), same: numberOf(`{${members.toSorted().join()}`), parts };
    }
    if (token === '[') {
      const parts = array(text, walker);
      return {
        json: textSoFar(),
        same: numberOf(`[${parts.map(({ same }) => same).join()}`),
        parts,
      };
    }
    const json = textSoFar();
    if (token === '"') return { json, same: numberOf(`"${walker.value()}`) };
    return { json, same: numberOf(kindOf(json) === 'number' ? decimalForm(json) : json) };
  }

  return (text) => {
    const walker = walkTokens(text);
    return value(text, walker, walker.next());
  };
}
