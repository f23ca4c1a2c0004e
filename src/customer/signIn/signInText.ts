/** What an agent reads whose sign-in has ended. */
export const signInText = {
  signIn: 'Sign in again',
  opensWindow: '(opens a window)',
  failed: 'That did not work: the code of the sign-in was used or too old. Try once more.',
  stale: 'You are signed out: what is shown may be old',
  staleBody:
    'The profile is as it was when it was last fetched. Your edits stay here while you sign in again.',
};
