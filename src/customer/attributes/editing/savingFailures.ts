import type { FailureCode } from '../../ApiError.ts';
import { loadingFailures, type FailureText } from '../../failureText.ts';

/** What an agent reads when a save failed, by what went wrong. */
export const savingFailures: Record<FailureCode, FailureText> = {
  ...loadingFailures,
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
    body: 'Your edits are still here. Sign in again, then save again.',
  },
  not_vouched: {
    title: 'Not saved: your desktop has not shown who you are',
    body: 'Your edits are still here. What your desktop says about you did not come, or was not accepted. Save again; if it stays, tell whoever runs your desktop.',
  },
  vouching_unavailable: {
    title: 'Not saved: nobody can check at the moment who you are',
    body: 'Your edits are still here. The keys to check what your desktop says about you cannot be fetched. Save again in a moment.',
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

/** The change was sent, and nobody could look whether it is there. */
export const unverifiedFailure: FailureText = {
  title: 'Nobody knows yet whether this was saved',
  body: 'The change was sent, but Gladly could not be asked whether it arrived. Your edits are still here. Save again in a moment: what has arrived already is recognized, and nothing is written twice.',
};

/** Undo is a save: what is against a rule cannot come back by it either. */
export const refusedUndo: FailureText = {
  title: 'Not undone: the earlier value is not accepted any more',
  body: 'Nothing was changed: what you saved is still there. To change it, edit the attribute.',
};
