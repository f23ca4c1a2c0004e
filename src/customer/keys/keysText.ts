/** Texts of shortcuts and of the screen-share mode. */
export const keysText = {
  group: 'View',
  open: 'Shortcuts',
  title: 'Keyboard shortcuts',
  close: 'Close',
  use: 'Use shortcuts of single letters',
  scope:
    'Letters work while the panel has the focus and no text is being typed. None of them is one of the browser’s or of the desktop’s.',
  always: [
    { keys: '/', what: 'Find an attribute' },
    { keys: '↑ ↓', what: 'From one attribute’s Edit to the next' },
    { keys: 'Enter', what: 'Edit what was found' },
    { keys: 'Ctrl S, ⌘ S', what: 'Save all edits' },
    { keys: 'Esc', what: 'Close a row in which nothing was typed' },
    { keys: 'm', what: 'Hide or show personal data, for a shared screen' },
    { keys: 'r', what: 'Show the hidden field that has the focus, for some seconds' },
    { keys: 'd', what: 'Compact or comfortable, where the desktop leaves that to you' },
    { keys: '?', what: 'This list' },
  ],
  /** What the controls with shortcuts do, without the personal data in their names. */
  controls: {
    'o e': 'Write to the first e-mail address',
    'o c': 'Call the first number',
    'o t': 'Text the first number that takes texts',
    'o w': 'Write on WhatsApp',
    'c e': 'Copy the first e-mail address',
    'c p': 'Copy the first number',
    'c a': 'Copy name, contact points, address and ids',
  } as Readonly<Record<string, string>>,
  mask: 'Hide personal data',
  masked: 'Personal data is hidden on the screen. Copying works. Press r on a field to see it.',
  unmasked: 'Personal data is shown again.',
  compact: 'Compact',
  covered:
    'Hiding covers names, contact points, addresses and ids, and every attribute but choices from a list, yes or no, and what your company marked as harmless. It stays on until you turn it off, for the next customers too.',
  limits:
    'It covers the screen of this panel alone. What you copy is real, a screen reader reads the names of buttons in full, and the text that you are typing is shown.',
};
