import type { JsonKind } from '#src/contract/json/kindOf.ts';
import { reader } from '#src/ui/reader.ts';

/** `${key}` as a name in a sentence: an empty or blank key would otherwise be invisible. */
export const nameOf = (key: string) => (key.trim() === '' ? `“${key}”` : key);

/** Every text that an agent reads where attributes are shown; those of the editor come with it. */
export const attributesText = {
  title: 'Attributes',
  none: 'No attributes yet',
  unreadable: 'The attributes could not be read, so they cannot be edited here.',
  add: 'Add attribute',
  arrange: 'Arrange',
  edit: (key: string) => `Edit ${nameOf(key)}`,
  emptyKey: '(empty name)',
  emptyText: 'Empty text',
  true: 'Yes',
  false: 'No',
  null: 'No value',
  notSet: 'Not set',
  required: 'Required, not set',
  kinds: {
    string: 'text',
    number: 'number',
    boolean: 'yes or no',
    null: 'null',
    object: 'object',
    array: 'list',
  } satisfies Record<JsonKind, string>,
  from: (system: string) => `from ${system}`,
  readOnly: 'read-only',
  alike: (keys: string) => `like ${keys}`,
  changed: 'Changed',
  invalid: 'Check',
  whyInvalid: (key: string) => `Check ${nameOf(key)}`,
  unshown: 'This cannot be shown here. It is unchanged, and can be copied.',
  showAll: 'Show all',
  showLess: 'Show less',
  pinned: 'Pinned',
  other: 'Other',
  find: 'Find an attribute',
  /** Fits into the narrowest panel. */
  findShort: 'Find',
  show: 'Show',
  filters: {
    all: 'All',
    changed: 'Changed',
    invalid: 'To check',
    empty: 'Empty',
    hidden: 'Hidden',
  },
  found: (found: number, all: number) =>
    found === 0
      ? 'Nothing found. Try fewer letters, or show all.'
      : `${found.toLocaleString(reader.locale)} of ${all.toLocaleString(reader.locale)}`,
  findFailed: 'Finding needs one more file, and it did not arrive. Reload the page to try again.',
  empty: (count: number) => `${count.toLocaleString(reader.locale)} empty`,
  hidden: (count: number) => `${count.toLocaleString(reader.locale)} hidden`,
  opening: 'Opening the editor',
  draftWaits: 'Nothing can be edited here now. Your unsaved edits are kept.',
  editorFailed: 'The editor could not be loaded',
  editorFailedBody:
    'Editing needs one more file, and it did not arrive. Check your connection, then reload the page.',
};
