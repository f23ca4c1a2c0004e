/** The texts of the pages around the panel. */
export const appText = {
  search: 'Search',
  pages: 'Pages',
  opening: 'Opening…',
  agent: {
    signedInAs: 'Signed in as',
    signOut: 'Sign out',
    unsaved: (customers: number) =>
      customers === 1
        ? 'One customer has unsaved edits'
        : `${customers} customers have unsaved edits`,
    unsavedBody:
      'Signing out discards them, so that nobody else at this computer sees them. To keep them, stay and save them first.',
    stay: 'Stay signed in',
    discard: 'Discard and sign out',
  },
  crashed: {
    title: 'This page stopped working',
    body: 'What was saved is safe in Gladly. Reload the page, and report it if it happens again.',
    reload: 'Reload',
  },
};
