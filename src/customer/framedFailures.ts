import type { FailureCode } from './ApiError.ts';
import type { FailureText } from './failureText.ts';

/** What an agent reads instead where there is no search beside the panel. */
export const framedFailures: Partial<Record<FailureCode, FailureText>> = {
  not_found: {
    title: 'There is no customer with this ID',
    body: 'Your desktop asked for a profile that Gladly does not have: it may have been deleted, or the conversation names it wrongly. Look for the customer in Gladly; if this happens again, tell whoever runs your desktop.',
  },
  moved: {
    title: 'This profile was merged into another one',
    body: 'Gladly did not say into which. Look in Gladly for the customer’s e-mail address or phone number.',
  },
};
