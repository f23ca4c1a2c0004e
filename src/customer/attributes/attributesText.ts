import type { JsonKind } from '#src/contract/json/kindOf.ts';
import { plural } from '#src/ui/plural.ts';
import type { RowKind } from './editing/editRow.ts';

/** `${key}` as a name in a sentence: an empty or blank key would otherwise be invisible. */
export const nameOf = (key: string) => (key.trim() === '' ? `“${key}”` : key);

/** Every text about attributes that an agent reads: reading, editing, saving. */
export const attributesText = {
  list: {
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
  },

  edit: {
    region: 'Attributes being edited',
    name: 'Name',
    value: 'Value',
    valueOf: (key: string) => `Value of ${nameOf(key)}`,
    type: 'Type',
    typeOf: (key: string) => `Type of ${nameOf(key)}`,
    kinds: {
      text: 'Text',
      number: 'Number',
      boolean: 'Yes or no',
      null: 'No value',
      json: 'JSON',
    } satisfies Record<RowKind, string>,
    choose: 'Choose…',
    nullHint: 'Saves the JSON value null, which is not the same as empty text.',
    typeChange: (before: string, after: string) => `Was ${before}, will be saved as ${after}.`,
    willBeRemoved: 'Will be removed when you save.',
    was: 'Was',
    notThere: 'not there',
    remove: 'Remove',
    removeKey: (key: string) => `Remove ${nameOf(key)}`,
    keep: 'Keep',
    keepKey: (key: string) => `Keep ${nameOf(key)}`,
    cancel: 'Cancel',
    cancelKey: (key: string) => `Cancel the edit of ${nameOf(key)}`,
    cancelNew: 'Cancel the new attribute',
    errors: {
      noName: 'Give the attribute a name.',
      sameName: 'This name stands in your edits a second time. Choose another, or cancel one.',
      notANumber:
        'This is not a number. Write digits with a point, such as 12.5, or choose the type Text.',
      notChosen: 'Choose Yes or No.',
      emptyJson: 'Write a JSON value such as {"a": 1}, or choose the type Text or No value.',
      refused: 'The server refused this value.',
    },
    conflict: {
      title: 'Changed elsewhere',
      base: 'Was',
      theirs: 'Now',
      yours: 'Yours',
      absent: 'Not there',
      removed: 'Removed',
      keepMine: 'Keep mine',
      keepMineOf: (key: string) => `Keep my value of ${nameOf(key)}`,
      takeTheirs: 'Take theirs',
      takeTheirsOf: (key: string) => `Take their value of ${nameOf(key)}`,
    },
  },

  save: {
    bar: 'Unsaved changes',
    count: (count: number) => plural(count, 'unsaved change', 'unsaved changes'),
    save: 'Save',
    saving: 'Saving…',
    discard: 'Discard',
    discarded: (count: number) => `${plural(count, 'change', 'changes')} discarded`,
    bringBack: 'Bring back',
    dismiss: 'Dismiss',
    shortcut: 'Ctrl or ⌘ and S',
    fix: (count: number) => `${plural(count, 'attribute needs', 'attributes need')} a correction`,
    decide: 'Decide about the attributes that were changed elsewhere first',
    openSurvivor: 'Open the valid profile',
    outcome: {
      allSaved: (count: number) => plural(count, 'attribute saved', 'attributes saved'),
      notAll: 'Not everything was saved as you wrote it',
      saved: (key: string) => `${nameOf(key)}: saved`,
      altered: (key: string, value: string) => `${nameOf(key)}: Gladly now has ${value}`,
      missing: (key: string) => `${nameOf(key)}: Gladly did not keep it`,
      rest: 'Your values are still in the editor, so that you can try again or cancel.',
      others: (keys: string) => `Meanwhile changed by others: ${keys}`,
    },
  },
};
