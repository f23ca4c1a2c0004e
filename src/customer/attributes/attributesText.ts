import type { JsonKind } from '#src/contract/json/kindOf.ts';

/** `${key}` as a name in a sentence: an empty or blank key would otherwise be invisible. */
export const nameOf = (key: string) => (key.trim() === '' ? `“${key}”` : key);

/** Every text that an agent reads where attributes are shown; those of the editor come with it. */
export const attributesText = {
  title: 'Attributes',
  none: 'No attributes yet',
  unreadable: 'The attributes could not be read, so they cannot be edited here.',
  add: 'Add attribute',
  edit: (key: string) => `Edit ${nameOf(key)}`,
  emptyKey: '(empty name)',
  emptyText: 'Empty text',
  true: 'Yes',
  false: 'No',
  null: 'No value',
  kinds: {
    string: 'text',
    number: 'number',
    boolean: 'yes or no',
    null: 'null',
    object: 'object',
    array: 'list',
  } satisfies Record<JsonKind, string>,
  showAll: 'Show all',
  showLess: 'Show less',
  opening: 'Opening the editor',
  editorFailed: 'The editor could not be loaded',
  editorFailedBody:
    'Editing needs one more file from the server, and it did not arrive. Check your connection, then reload the page.',
};
