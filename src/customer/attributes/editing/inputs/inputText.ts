import { reader } from '#src/ui/reader.ts';
import { nameOf } from '../../attributesText.ts';
import type { Input } from './inputFor.ts';

/** Every text that an agent reads at the controls for attributes that the brand describes. */
export const inputText = {
  expected: {
    choice: 'one of the values in its list',
    yesNo: 'yes or no',
    number: 'a number',
    amount: 'an amount',
    date: 'a date',
    dateTime: 'a date with time',
    time: 'a time of day',
    duration: 'a duration',
    email: 'an e-mail address',
    uri: 'a web address',
    e164: 'an international phone number',
    lines: 'text',
    text: 'text',
    list: 'a list',
    object: 'several fields',
    null: 'no value',
  } satisfies Record<Input | 'object' | 'null', string>,
  or: ' or ',
  misfit: (expected: string) => `Shown as it is. The brand expects ${expected} here.`,
  useField: (expected: string) => `Enter as ${expected}`,
  asText: 'Edit as JSON text',
  lookup: (system: string) =>
    `Comes from ${system}: your change lasts until its next lookup, which overwrites it.`,
  lookupSaved: (names: string, system: string) =>
    `${names}: the next lookup of ${system} overwrites what you saved.`,
  readOnly:
    'This attribute is read-only now, so your edit cannot be saved. Copy it if you need it, then discard it.',
  discard: 'Discard',
  discardOf: (name: string) => `Discard the edit of ${nameOf(name)}`,
  notSet: 'Not set',
  choose: 'Choose…',
  notInList: (label: string) => `${label} (not in the list)`,
  noneFound: 'None in the list',
  more: (count: number) => `${count.toLocaleString(reader.locale)} more: type to find them`,
  open: 'Open',
  openOf: (name: string) => `Open ${nameOf(name)}`,
  number: {
    readAs: (number: string) => `Is saved as ${number}.`,
    wrong: (example: string) => `This is not a number. Write digits alone, such as ${example}.`,
    either: (one: string, other: string) =>
      `This can be read in two ways. Write ${one} or ${other}.`,
  },
  empty: 'Nothing is filled in. Fill it in, or remove the attribute.',
  time: {
    zoneOf: (name: string) => `Time zone of ${nameOf(name)}`,
    own: (zone: string) => `${zone} (yours)`,
    stored: (offset: string) => `${offset === 'Z' ? 'UTC' : `UTC${offset}`} (as stored)`,
    offset: (offset: string) => (offset === 'Z' ? 'UTC' : `UTC${offset}`),
    ownOffset: (offset: string) => `UTC${offset} (yours now)`,
    likely: 'Likely',
    all: 'All time zones',
    leftOut: (zone: string) =>
      `This time does not exist in ${zone}: the clocks go forward. Choose an earlier or a later one.`,
    twice: 'This time comes twice, because the clocks go back. Which one?',
    first: (offset: string) => `The first (${offset})`,
    second: (offset: string) => `The second (${offset})`,
    ownTime: (moment: string) => `In your time zone: ${moment}`,
  },
  list: {
    add: 'Add',
    addTo: (name: string) => `Add to ${nameOf(name)}`,
    itemsOf: (name: string) => `Items of ${nameOf(name)}`,
    newItem: (name: string) => `New item of ${nameOf(name)}`,
    remove: (item: string) => `Remove ${nameOf(item)}`,
    keys: 'Arrow keys go from item to item; with Alt they move the item.',
    added: (item: string) => `${nameOf(item)} added`,
    removed: (item: string) => `${nameOf(item)} removed`,
    moved: (item: string, place: number, count: number) =>
      `${nameOf(item)} is now ${place} of ${count}`,
    none: 'No items',
    enter: 'Enter adds an item.',
  },
};
