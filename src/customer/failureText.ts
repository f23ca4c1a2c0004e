import type { FailureCode } from './ApiError.ts';

/** What happened and why it matters, then what to do. */
export interface FailureText {
  title: string;
  body: string;
}

/** What an agent reads when a profile could not be fetched, by what went wrong. */
export const loadingFailures: Record<FailureCode, FailureText> = {
  not_found: {
    title: 'There is no customer with this ID',
    body: 'The profile may have been deleted, or the ID is incomplete. Check the ID, or search for the customer.',
  },
  moved: {
    title: 'This profile was merged into another one',
    body: 'Gladly did not say into which. Search for the customer by e-mail address or phone number.',
  },
  rate_limited: {
    title: 'Gladly is taking no more requests for the moment',
    body: 'Your organization has reached its limit of requests per second. Wait a few seconds, then try again.',
  },
  unreachable: {
    title: 'The profile could not be fetched',
    body: 'This page cannot reach its server: you may be offline. Check your connection, then try again.',
  },
  upstream_unavailable: {
    title: 'Gladly cannot be reached',
    body: 'The profile cannot be shown without it. This usually passes within minutes. Try again; if it stays, tell whoever runs this panel.',
  },
  unauthenticated: {
    title: 'You are not signed in',
    body: 'Your sign-in has ended, or has not begun. Profiles are only shown to agents who are signed in: sign in, and this one appears.',
  },
  not_vouched: {
    title: 'Your desktop has not shown who you are',
    body: 'Profiles are only shown to agents whom the panel knows, and what your desktop says about you did not come, or was not accepted. Try again; if it stays, sign in yourself if you can, and tell whoever runs your desktop.',
  },
  vouching_unavailable: {
    title: 'Nobody can check at the moment who you are',
    body: 'Your desktop has said it, but the keys to check that cannot be fetched, and without them no profile is shown. This usually passes within minutes. Try again; if it stays, tell whoever runs your desktop.',
  },
  forbidden: {
    title: 'You may not see this profile',
    body: 'Your account has no permission for it. Ask whoever manages your permissions.',
  },
  unreadable: {
    title: 'The answer could not be read',
    body: 'What came back is not a customer profile, so nothing is shown rather than something wrong. Try again; if it stays, reload the page.',
  },
  bad_request: {
    title: 'The request was not understood',
    body: 'This is a fault of the panel. Reload the page, and report it if it happens again.',
  },
  invalid: {
    title: 'The request was refused',
    body: 'This is a fault of the panel. Reload the page, and report it if it happens again.',
  },
  conflict: { title: 'Somebody changed this profile', body: 'Try again to see it as it is now.' },
  too_large: { title: 'The request was too large', body: 'Reload the page, then try again.' },
  internal: {
    title: 'Something went wrong on the server',
    body: 'It has been logged there. Try again; if it stays, tell whoever runs this panel.',
  },
};
