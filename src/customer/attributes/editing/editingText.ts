import { plural } from '#src/ui/plural.ts';
import { nameOf } from '../attributesText.ts';
import type { RowKind } from './rowSchema.ts';

/** Every text that an agent reads while editing and saving attributes. */
export const editingText = {
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
      keepMineOf: (key: string) => `Keep mine: ${nameOf(key)}`,
      takeTheirs: 'Take theirs',
      takeTheirsOf: (key: string) => `Take theirs: ${nameOf(key)}`,
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
      still: (key: string, value: string) => `${nameOf(key)}: not saved, it is still ${value}`,
      missing: (key: string) => `${nameOf(key)}: Gladly did not keep it`,
      notThere: (key: string) => `${nameOf(key)}: not saved, it is not there`,
      rest: 'Your values are still in the editor, so that you can try again or cancel.',
      others: (keys: string) => `Meanwhile changed by others: ${keys}`,
    },
  },

  history: {
    title: (count: number) => `Saved in this session (${count})`,
    undo: 'Undo',
    undoOf: (time: string) => `Undo the save of ${time}`,
    copyReceipt: (time: string) => `Copy a receipt of the save of ${time}`,
    receipt: {
      title: (name: string, id: string) => `Profile of ${name} (Gladly ID ${id})`,
      savedAt: (time: string) => `Changed ${time} by the agent in this window`,
      absent: 'not there',
    },
  },
};
