import type { Attribute } from '#src/contract/customer.ts';
import type { Definition, Definitions } from '#src/contract/definitions/definitions.ts';
import type { View } from './viewStore.ts';

/** An attribute as it is shown: one that the customer has, or one that the brand defines. */
export interface Entry {
  key: string;
  /** Absent: the brand defines it, and this customer does not have it. */
  json?: string | undefined;
  definition?: Definition | undefined;
}

export interface Group {
  kind: 'pinned' | 'named' | 'other';
  name: string;
  entries: readonly Entry[];
}

export interface Arrangement {
  groups: readonly Group[];
  /** How many are left out because they hold nothing, and because the brand or the agent hides them. */
  empty: number;
  hidden: number;
  /** How many are what the agent looks for. */
  found: number;
}

const emptyValue = /^\s*(?:""|null|\[\s*\]|\{\s*\})\s*$/;

/** Whether there is nothing to read: no value at all, null, or an empty text, list or object. */
export const isEmpty = (json: string | undefined) => json === undefined || emptyValue.test(json);

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Everything that can be shown, in the brand's order; what the brand does not define stands last, as it came. */
export function entriesOf(
  attributes: readonly Attribute[],
  definitions: Definitions | undefined,
): Entry[] {
  if (!definitions?.byKey.size) return attributes.slice();
  const json = new Map(attributes.map((attribute) => [attribute.key, attribute.json]));
  return [
    ...Array.from(definitions.byKey.values(), (definition) => ({
      key: definition.key,
      json: json.get(definition.key),
      definition,
    })),
    ...attributes.filter(({ key }) => !definitions.byKey.has(key)),
  ];
}

/** The entries by group: the agent's pins, the brand's groups, the others. */
function grouped(entries: readonly Entry[], names: readonly string[], pins: readonly string[]) {
  const pinned = pins.flatMap((key) => entries.find((entry) => entry.key === key) ?? []);
  const rest = pins.length > 0 ? entries.filter(({ key }) => !pins.includes(key)) : entries;
  const byName = groupBy(rest, ({ definition }) => definition?.group);
  const groups: Group[] = [
    { kind: 'pinned', name: '', entries: pinned },
    ...names.map((name): Group => ({ kind: 'named', name, entries: byName.get(name) ?? [] })),
    { kind: 'other', name: '', entries: byName.get(undefined) ?? [] },
  ];
  return groups.filter((group) => group.entries.length > 0);
}

export interface ArrangeOptions {
  definitions: Definitions | undefined;
  view: View;
  /** Keys that are always shown, since they are being edited or just were. */
  kept: ReadonlySet<string>;
  /** What the agent looks for. With it, being empty or hidden is no reason to leave out. */
  isWanted?: ((entry: Entry) => boolean) | undefined;
}

/** Which attributes are shown, in which groups and order. */
export function arrange(entries: readonly Entry[], options: ArrangeOptions): Arrangement {
  const { definitions, view, kept, isWanted } = options;
  const names = definitions?.groups ?? [];
  if (isWanted) {
    const wanted = new Set(entries.filter(isWanted));
    const shown = entries.filter((entry) => wanted.has(entry) || kept.has(entry.key));
    return {
      groups: grouped(shown, names, view.pins),
      empty: 0,
      hidden: 0,
      found: wanted.size,
    };
  }
  const stays = ({ key, json, definition }: Entry) =>
    kept.has(key) || view.pins.includes(key) || (json === undefined && definition?.required);
  const isHidden = ({ key, definition }: Entry) => view.hidden.includes(key) || definition?.hidden;
  const shown: Entry[] = [];
  let hidden = 0;
  let empty = 0;
  // One walk: thousands of entries are arranged before anything is painted.
  for (const entry of entries) {
    let isShown = true;
    if (stays(entry)) {
      // It counts as neither.
    } else if (isHidden(entry)) {
      hidden += 1;
      isShown = view.showHidden;
    } else if (isEmpty(entry.json)) {
      empty += 1;
      isShown = view.showEmpty;
    }
    if (isShown) shown.push(entry);
  }
  return { groups: grouped(shown, names, view.pins), empty, hidden, found: 0 };
}
