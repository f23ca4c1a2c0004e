import type { Definition } from '#src/contract/definitions/definitions.ts';
import { elements, members } from '#src/contract/json/members.ts';
import { attributesText } from '../attributesText.ts';

/** One value inside an object or a list, and the way to it in the brand's words. */
export interface Part {
  path: readonly string[];
  json: string;
  definition: Definition | undefined;
}

/** So many lines, or characters, nobody reads; the JSON takes less of the page. */
const most = { parts: 200, characters: 20_000 };

/** The way to a part as an agent reads it. */
export const wayTo = ({ path }: Part): string =>
  path.map((word) => word || attributesText.emptyKey).join(' › ');

const isDescribedWithin = ({ properties, items }: Definition) =>
  properties.length > 0 || items !== undefined;

/** What is inside a value, in the brand's order, then what the brand does not know. Nothing of what is not described from within. */
function innerOf({ path, json, definition }: Part): Part[] {
  const { properties = [], items } = definition ?? {};
  if (properties.length > 0) {
    const known = new Map(properties.map((property, index) => [property.key, index]));
    const place = ({ key }: { key: string }) => known.get(key) ?? properties.length;
    return (members(json) ?? [])
      .toSorted((one, other) => place(one) - place(other))
      .map((member) => {
        const property = properties[place(member)];
        return {
          path: [...path, property?.label ?? member.key],
          json: member.json,
          definition: property,
        };
      });
  }
  // Others are chips.
  if (!items || !isDescribedWithin(items)) return [];
  return (elements(json) ?? []).map((item, index) => ({
    path: [...path, String(index + 1)],
    json: item,
    definition: items,
  }));
}

function leavesOf(part: Part): Part[] {
  const inner = innerOf(part);
  return inner.length === 0 ? [part] : inner.flatMap(leavesOf);
}

/**
 * An object whose keys the brand describes, or a list of such, as lines. `undefined` where its JSON says it best: nothing is
 * described, nothing is inside, or too much.
 */
export function partsOf(json: string, definition: Definition): readonly Part[] | undefined {
  if (json.length > most.characters) return undefined;
  const parts = leavesOf({ path: [], json, definition });
  return parts[0]?.path.length === 0 || parts.length > most.parts ? undefined : parts;
}
