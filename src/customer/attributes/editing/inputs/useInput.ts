import { useState } from 'react';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import { rowKinds, type EditRow, type RowKind } from '../rowSchema.ts';
import { allowedKinds, canHold, wantedInput, type Input } from './inputFor.ts';
import { inputText } from './inputText.ts';

const { expected, or } = inputText;

/** What the brand expects, in words. */
function expectedOf(definition: Definition): string {
  const { options, types } = definition;
  if (options) return expected.choice;
  const each = types.map((type): string => {
    if (type === 'object' || type === 'null') return expected[type];
    if (type === 'array') return expected.list;
    const kinds = { string: 'text', number: 'number', boolean: 'boolean' } as const;
    return expected[wantedInput(definition, kinds[type]) ?? 'text'];
  });
  return [
    ...new Set(each.length > 0 ? each : [expected[wantedInput(definition, 'text') ?? 'text']]),
  ].join(or);
}

/** A text that no text control gives back as it is stands in the row as JSON. */
const isTextAsJson = ({ kind, text }: EditRow) => kind === 'json' && /^\s*"/.test(text);

function misfitOf(definition: Definition, row: EditRow, wanted: Input | undefined) {
  const allowed = allowedKinds(definition);
  const fits = wanted
    ? canHold(wanted, row)
    : allowed.includes(row.kind) || (isTextAsJson(row) && allowed.includes('text'));
  return fits ? undefined : inputText.misfit(expectedOf(definition));
}

interface View {
  /** Which row, as which kind, is looked at so. */
  of: string;
  /** As the JSON that it is, because it does not fit or the agent wants to see it. */
  asItIs: boolean;
  /** What the fitting control wrote last, which may be on the way to something that fits. */
  wrote: string | undefined;
}

/** The types to choose from: those that have a place, the row's own, and the one that is asked about. */
function kindsFor(definition: Definition | undefined, row: EditRow, asked: RowKind | undefined) {
  if (!definition) return rowKinds;
  const allowed = allowedKinds(definition);
  return rowKinds.filter((kind) => allowed.includes(kind) || kind === row.kind || kind === asked);
}

/**
 * Which control a row has. It stays the same while the agent types: a text that becomes a date under way does
 * not turn into another control.
 */
export function useInput(
  definition: Definition | undefined,
  row: EditRow,
  asked: RowKind | undefined,
) {
  const wanted = definition && wantedInput(definition, row.kind);
  const of = JSON.stringify([row.key, row.kind, wanted]);
  const fresh: View = {
    of,
    asItIs: wanted !== undefined && !canHold(wanted, row),
    wrote: undefined,
  };
  const [state, setState] = useState(fresh);
  const view = state.of === of ? state : fresh;
  if (view !== state) setState(view);
  const isHeld = wanted !== undefined && (row.text === view.wrote || canHold(wanted, row));
  const input = isHeld && !view.asItIs ? wanted : undefined;
  return {
    definition,
    wanted,
    input,
    misfit: definition && misfitOf(definition, row, wanted),
    asItIs: input === undefined,
    /** A choice has no types: its values may be of several. */
    kinds: input === 'choice' ? [] : kindsFor(definition, row, asked),
    remember: (wrote: string) => setState({ ...view, wrote }),
    /** The fitting control begins with nothing where it cannot show what is there. */
    setAsItIs: (asItIs: boolean) =>
      setState({ ...view, asItIs, wrote: asItIs ? undefined : row.text }),
  };
}

export type ChosenInput = ReturnType<typeof useInput>;
