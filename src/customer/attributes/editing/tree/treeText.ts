import type { JsonKind } from '#src/contract/json/kindOf.ts';
import { plural } from '#src/ui/plural.ts';
import { nameOf } from '../../attributesText.ts';
import { kindText } from '../kindText.ts';
import { shortened } from '../shortened.ts';

/** What a closed part shows of its first text or number. */
const previewLength = 60;

const { count } = kindText;

/** Every text that an agent reads in the tree. `words` is a part's path in words, such as "order › items › 1". */
export const treeText = {
  region: (words: string) => `Parts of ${words}`,
  step: (words: string, name: string) => `${words} › ${name}`,
  nameOf,
  /** For a name that stands more than once, so that each control still has its own. */
  nameAt: (key: string, position: number) => `${nameOf(key)} (field ${position})`,
  kinds: {
    string: 'Text',
    number: 'Number',
    boolean: 'Yes or no',
    null: 'No value',
    object: 'Object',
    array: 'List',
  } satisfies Record<JsonKind, string>,
  count,
  /** With what the eye has of a closed part, so that it can be called by what is seen. */
  branch: (words: string, kind: JsonKind, n: number, preview: string) =>
    `${words} ${preview && `${preview} `}${count(kind, n)}`,
  openPart: (words: string, kind: JsonKind, n: number, preview: string) =>
    `Show only ${words} ${preview && `${preview} `}${count(kind, n)}`,
  emptyName: '(empty name)',
  nameField: (words: string) => `Name of ${words}`,
  type: (words: string) => `Type of ${words}`,
  value: (words: string) => `Value of ${words}`,
  yes: 'Yes',
  no: 'No',
  choose: 'Choose…',
  rawOnly: 'This text has characters that no text field keeps. Edit it as raw JSON.',
  rawOnlyName: 'This name has characters that no text field keeps. Edit it as raw JSON.',
  unreadable: 'This is not complete JSON yet, so it cannot be shown in parts. Edit it as raw JSON.',
  inside: (n: number) => `${plural(n, 'correction', 'corrections')} needed inside`,
  outside: (n: number) => `${plural(n, 'correction', 'corrections')} needed outside this part`,
  way: (words: string) => `Way to ${words}`,
  crumb: (key: string, { around, position }: { around: JsonKind | undefined; position: number }) =>
    around === 'array' ? String(position) : nameOf(key),
  showPart: (words: string) => `Show ${words}`,
  add: { object: 'Add field', array: 'Add item' },
  addTo: (label: string, words: string) => `${label} to ${words}`,
  preview: (words: string) => shortened(words, previewLength),
  showMore: (n: number) => `Show ${n} more`,
  showMoreOf: (n: number, words: string) => `Show ${n} more of ${words}`,

  menu: {
    title: 'Actions',
    open: (words: string) => `Actions for ${words}`,
    item: (label: string, words: string) => `${label}: ${words}`,
    addInside: { object: 'Add field', array: 'Add item' },
    addAfter: { object: 'Add field after this', array: 'Add item after this' },
    moveUp: 'Move up',
    moveDown: 'Move down',
    copyValue: 'Copy value',
    copyPath: 'Copy path',
    copied: 'Copied',
    failed: 'Could not be copied',
    showOnly: 'Show only this part',
    rename: 'Rename',
    remove: 'Remove',
  },

  errors: {
    sameName: 'This name stands here twice. Give one of them another name, or remove one.',
    notANumber:
      'This is not a number. Write digits with a point, such as 12.5, or choose the type Text.',
    notChosen: 'Choose Yes or No.',
  },
};
