/** What a shortcut is of no use without. */
export type KeyNeed = 'find' | 'edit' | 'density';

interface GeneralKey {
  keys: string;
  what: string;
  needs: readonly KeyNeed[];
}

/** Texts of shortcuts and of the screen-share mode. */
export const keysText = {
  group: 'View',
  open: 'Shortcuts',
  title: 'Keyboard shortcuts',
  close: 'Close',
  use: 'Use shortcuts of single letters',
  scope:
    'Letters work while the panel has the focus and no text is being typed. None of them is one of the browser’s or of the desktop’s.',
  general: [
    {
      keys: 'Ctrl F, ⌘ F',
      what: 'Find an attribute, where a list is too long for the browser to search; pressed again, the browser’s own',
      needs: ['find'],
    },
    { keys: 'Enter', what: 'Edit what was found', needs: ['find', 'edit'] },
    { keys: '↑ ↓', what: 'From one attribute’s Edit to the next', needs: ['edit'] },
    { keys: 'Ctrl S, ⌘ S', what: 'Save all edits', needs: ['edit'] },
    { keys: 'Esc', what: 'Close a row in which nothing was typed', needs: ['edit'] },
    { keys: 'm', what: 'Hide or show personal data, for a shared screen', needs: [] },
    { keys: 'r', what: 'Show the hidden field that has the focus, for some seconds', needs: [] },
    { keys: 'd', what: 'Compact or comfortable', needs: ['density'] },
    { keys: '?', what: 'This list', needs: [] },
  ] satisfies GeneralKey[] as readonly GeneralKey[],
  /** What the controls with shortcuts do, without the personal data in their names. */
  controls: {
    '/': 'Find an attribute',
    'o e': 'Write to the first e-mail address',
    'o c': 'Call the first number',
    'o t': 'Text the first number that takes texts',
    'o w': 'Write on WhatsApp',
    'c e': 'Copy the first e-mail address',
    'c p': 'Copy the first number',
    'o l': 'Open the first of your company’s links',
    'c c': 'Copy the first point that is neither an address nor a number',
    'c a': 'Copy name, contact points, address and ids',
    'c d': 'Copy the address',
    'c i': 'Copy the first ID',
  } as Readonly<Record<string, string>>,
  further: 'With a digit between, the second, the third and so on of the same kind',
  mask: 'Hide personal data',
  masked: 'Personal data is hidden on the screen. Copying works. Press r on a field to see it.',
  unmasked: 'Personal data is shown again.',
  compact: 'Compact',
  covered:
    'Hiding covers names, contact points, addresses and ids, and every attribute but choices from a list, yes or no, and what your company marked as harmless. It stays on until you turn it off, for the next customers too.',
  limits:
    'It covers the screen of this panel alone. What you copy is real, a screen reader reads the names of buttons in full, and the text that you are typing is shown.',
};
