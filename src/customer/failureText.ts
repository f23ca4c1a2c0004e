import type { FailureCode } from './ApiError.ts';

/** What happened and why it matters, then what to do. */
interface FailureText {
  title: string;
  body: string;
}

const loading: Record<FailureCode, FailureText> = {
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
    body: 'The profile is only shown to signed-in agents. Sign in again, then reload.',
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

const saving: Record<FailureCode, FailureText> = {
  ...loading,
  conflict: {
    title: 'Not saved: somebody changed the same attribute',
    body: 'Nothing was saved, so nobody’s change is lost. Decide at the marked attributes, then save again.',
  },
  moved: {
    title: 'Not saved: this profile was merged into another one',
    body: 'Nothing was saved. Your edits go with you: open the profile that is valid now, look at them, and save there.',
  },
  not_found: {
    title: 'Not saved: this customer is gone',
    body: 'The profile was deleted in Gladly. Your edits are still here to copy.',
  },
  invalid: {
    title: 'Not saved: Gladly refused the change',
    body: 'Nothing was saved. Look at the marked attributes, correct them, and save again.',
  },
  too_large: {
    title: 'Not saved: too much at once',
    body: 'A save may be 4 MB. Nothing was saved; save fewer or shorter values at a time.',
  },
  rate_limited: {
    title: 'Not saved: Gladly is taking no more requests for the moment',
    body: 'Nothing was saved. Wait a few seconds, then save again.',
  },
  unreachable: {
    title: 'Nobody knows yet whether this was saved',
    body: 'The connection broke before an answer came. Your edits are still here. When you are online, save again: what has arrived already is recognized, and nothing is written twice.',
  },
  upstream_unavailable: {
    title: 'Not saved: Gladly cannot be reached',
    body: 'Your edits are still here. Save again in a moment.',
  },
  unauthenticated: {
    title: 'Not saved: you are not signed in any more',
    body: 'Your edits are still here. Sign in again in another tab, then save again.',
  },
  forbidden: {
    title: 'Not saved: you may not change this profile',
    body: 'Nothing was saved. Ask whoever manages your permissions; your edits are still here to copy.',
  },
  unreadable: {
    title: 'Nobody knows yet whether this was saved',
    body: 'The answer could not be read. Your edits are still here. Save again: what has arrived already is recognized.',
  },
  bad_request: {
    title: 'Not saved: the request was not understood',
    body: 'Nothing was saved. This is a fault of the panel: copy your edits, reload the page, and report it.',
  },
  internal: {
    title: 'Nobody knows yet whether this was saved',
    body: 'Something went wrong on the server and was logged there. Your edits are still here. Save again: what has arrived already is recognized.',
  },
};

const unverified: FailureText = {
  title: 'Nobody knows yet whether this was saved',
  body: 'The change was sent, but Gladly could not be asked whether it arrived. Your edits are still here. Save again in a moment: what has arrived already is recognized, and nothing is written twice.',
};

/** What an agent reads when fetching or saving a customer failed. */
export const failureText = { loading, saving, unverified };
