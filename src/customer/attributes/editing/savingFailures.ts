import type { ApiError, FailureCode } from '../../ApiError.ts';
import { loadingFailures, type FailureText } from '../../failureText.ts';
import { longWaitOf } from '../../loadingText.ts';
import { editingText } from './editingText.ts';

/** What an agent reads when a save failed, by what went wrong. */
const savingFailures: Record<FailureCode, FailureText> = {
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
  unreachable: editingText.save.noAnswer,
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
const unverifiedFailure: FailureText = {
  title: 'Nobody knows yet whether this was saved',
  body: 'The change was sent, but Gladly could not be asked whether it arrived. Your edits are still here. Save again in a moment: what has arrived already is recognized, and nothing is written twice.',
};

const undoUnknown: FailureText = {
  title: 'Nobody knows yet whether this was undone',
  body: 'The change was sent, and no answer came. Refresh the profile to see what is there, or press Undo again in a moment: what is undone already is recognized, and nothing is written twice.',
};

const undoFault: FailureText = {
  title: 'Not undone: the request was not understood',
  body: 'What you saved is still there. This is a fault of the panel: edit the attribute instead, and report it.',
};

/** What an agent reads when a save could not be taken back: no edit of theirs was sent, and what helps is Undo again. */
const undoFailures: Record<FailureCode, FailureText> = {
  conflict: {
    title: 'Not undone: somebody changed the same attribute since',
    body: 'Nothing was changed, so nobody’s change is lost. Decide at the marked attributes, then save.',
  },
  moved: {
    title: 'Not undone: this profile was merged into another one',
    body: 'Nothing was changed. Open the profile that is valid now: what it has may come from either of the two, so change it there by hand.',
  },
  not_found: {
    title: 'Not undone: this customer is gone',
    body: 'The profile was deleted in Gladly, and with it what you saved.',
  },
  // What is against a rule cannot come back by an undo either.
  invalid: {
    title: 'Not undone: the earlier value is not accepted any more',
    body: 'Nothing was changed: what you saved is still there. To change it, edit the attribute.',
  },
  rate_limited: {
    title: 'Not undone: Gladly is taking no more requests for the moment',
    body: 'What you saved is still there. Wait a few seconds, then press Undo again.',
  },
  upstream_unavailable: {
    title: 'Not undone: Gladly cannot be reached',
    body: 'What you saved is still there. Press Undo again in a moment.',
  },
  unauthenticated: {
    title: 'Not undone: you are not signed in any more',
    body: 'What you saved is still there. Sign in again, then press Undo again.',
  },
  not_vouched: {
    title: 'Not undone: your desktop has not shown who you are',
    body: 'What you saved is still there. Press Undo again; if this stays, tell whoever runs your desktop.',
  },
  vouching_unavailable: {
    title: 'Not undone: nobody can check at the moment who you are',
    body: 'What you saved is still there. Press Undo again in a minute; if this stays, tell whoever runs your desktop.',
  },
  forbidden: {
    title: 'Not undone: you may not change this profile',
    body: 'What you saved is still there. Ask whoever manages your permissions.',
  },
  too_large: undoFault,
  bad_request: undoFault,
  unreachable: undoUnknown,
  unreadable: undoUnknown,
  internal: undoUnknown,
};

const afterWait = {
  save: (wait: string) =>
    `Your edits are still here. Gladly asks to wait ${wait}: save again after that.`,
  undo: (wait: string) =>
    `What you saved is still there. Gladly asks to wait ${wait}: press Undo again after that.`,
};

/** What an agent reads when a save, or the undo of one, did not work. */
export function savingFailure(error: ApiError, isUndo: boolean): FailureText {
  const { code, fields } = error;
  if (fields.unverified) return isUndo ? undoUnknown : unverifiedFailure;
  const failure = (isUndo ? undoFailures : savingFailures)[code];
  const wait = longWaitOf(error);
  if (wait === undefined) return failure;
  return { ...failure, body: afterWait[isUndo ? 'undo' : 'save'](wait) };
}
