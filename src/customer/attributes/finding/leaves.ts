import { elements, members } from '#src/contract/json/members.ts';

/** A value inside an object or a list: where, and its text as people read it. */
export interface Leaf {
  path: string;
  text: string;
}

/** Deeper or more than this is not searched by path; the value's whole text still is. */
const most = { leaves: 2_000, depth: 30 };

/** A text without its quotes and escapes, anything else as it is written. */
export const writtenText = (json: string) =>
  json.startsWith('"') ? String(JSON.parse(json)) : json;

function walk(json: string, path: string, depth: number, found: Leaf[]): void {
  if (found.length >= most.leaves) return;
  const inside =
    depth < most.depth
      ? (members(json)?.map(({ key, json: value }) => [`${path}.${key}`, value] as const) ??
        elements(json)?.map((value, index) => [`${path}[${index}]`, value] as const))
      : undefined;
  if (inside) for (const [at, value] of inside) walk(value, at, depth + 1, found);
  else found.push({ path: path.replace(/^\./, ''), text: writtenText(json.trim()) });
}

/** The values inside an object or a list with their paths, such as `address.city`; none of anything else. */
export function leavesOf(json: string): Leaf[] {
  const found: Leaf[] = [];
  if (/^\s*[[{]/.test(json)) walk(json.trim(), '', 0, found);
  return found;
}
