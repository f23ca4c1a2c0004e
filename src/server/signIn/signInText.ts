/** What a page of the server says. */
export interface PageText {
  title: string;
  paragraphs: readonly string[];
}

const startAgain = 'Start again';

/** Every text that the server's own pages show. */
export const signInText = {
  refused: {
    title: 'This customer cannot be opened here',
    paragraphs: [
      'The desktop’s request is used up, too old, or not accepted.',
      'Open the customer again in your desktop.',
    ],
  },
  keysDown: {
    title: 'Your desktop cannot be checked now',
    paragraphs: [
      'The keys that prove who you are cannot be fetched from your desktop’s server.',
      'Open the customer again in a moment.',
    ],
  },
  denied: (panel: string) => ({
    title: 'You may not see customers here',
    paragraphs: [
      'You are signed in, but your account has no access to this panel.',
      `Ask whoever runs ${panel} to give you access, then try again.`,
    ],
  }),
  cancelled: {
    title: 'You are not signed in',
    paragraphs: ['The sign-in was cancelled or refused.'],
  },
  notOurs: {
    title: 'This sign-in cannot be finished',
    paragraphs: [
      'It took longer than ten minutes, was finished already, or was started in another browser.',
      'If this happens again, allow cookies for this site.',
    ],
  },
  failed: {
    title: 'The sign-in did not work',
    paragraphs: [
      'The sign-in service gave an answer that this server does not accept.',
      'If it happens again, tell whoever runs this panel: its log says why.',
    ],
  },
  unreachable: (provider: string) => ({
    title: 'Nobody can sign in at the moment',
    paragraphs: [
      `The sign-in service (${provider}) cannot be reached.`,
      'Nothing is wrong with your account. Try again in a moment.',
    ],
  }),
  signedIn: {
    title: 'You are signed in',
    paragraphs: ['This window closes by itself. If it stays, close it and go on.'],
  },
  /** The window that opened this one cannot be told, for instance because the provider's page cut the tie. */
  signedInApart: 'Close this window, then press “Sign in” in the panel once more.',
  signedOut: {
    title: 'You are signed out',
    paragraphs: [
      'If others use this computer, close this tab: it may keep edits that you have not saved.',
    ],
  },
  providerGoesOn: (provider: string) =>
    `You may still be signed in at ${provider}, and then signing in here asks for no password.`,
  startAgain,
  signInAgain: 'Sign in again',
  tryAgain: 'Try again',
  signOut: 'Sign out',
  signOutThere: (provider: string) => `Sign out at ${provider} too`,
} as const;
