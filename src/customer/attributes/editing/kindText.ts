import type { JsonKind } from '#src/contract/json/kindOf.ts';
import { plural } from '#src/ui/plural.ts';
import { shortened } from './shortened.ts';

const inSentence: Record<JsonKind, string> = {
  string: 'text',
  number: 'number',
  boolean: 'yes or no',
  null: 'no value',
  object: 'object',
  array: 'list',
};

/** What an agent is asked before another type loses something. `words` names what changes, such as "order › items". */
export const kindText = {
  count: (kind: JsonKind, n: number) =>
    kind === 'array' ? plural(n, 'item', 'items') : plural(n, 'field', 'fields'),
  question: (kind: JsonKind, loss: string) => `Changing to ${inSentence[kind]} loses ${loss}.`,
  change: 'Change',
  changeTo: (words: string, kind: JsonKind) => `Change ${words} to ${inSentence[kind]}`,
  keep: 'Keep',
  keepAs: (words: string, kind: JsonKind) => `Keep ${words} as ${inSentence[kind]}`,
  loss: {
    names: (n: number) => `the names of ${plural(n, 'field', 'fields')}`,
    string: (words: string) => `the text “${shortened(words)}”`,
    number: (words: string) => `the number ${shortened(words)}`,
    boolean: (words: string) => `the answer ${words === 'true' ? 'Yes' : 'No'}`,
    null: () => '',
    notHoldable: 'characters that no text field keeps',
  } satisfies Record<string, string | ((arg: never) => string)>,
};
