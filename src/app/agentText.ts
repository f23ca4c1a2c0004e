/** What an agent reads who is signed in, and about to sign out. */
export const agentText = {
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
};
