import { plural } from '#src/ui/plural.ts';
import { ApiError } from './ApiError.ts';
import { loadingFailures, type FailureText } from './failureText.ts';
import { longestWait } from './queries.ts';

/** What an agent reads beside a profile that could not be refreshed. */
export const staleProfile: FailureText = {
  title: 'This may be out of date',
  body: 'The profile could not be refreshed. What you see is from the last time it could.',
};

/** Such as "60 minutes", where Gladly asks for more than is waited for without a word. */
export function longWaitOf(error: Error): string | undefined {
  const seconds = error instanceof ApiError ? (error.fields.retryAfter ?? 0) : 0;
  if (seconds <= longestWait) return undefined;
  return seconds < 120
    ? plural(seconds, 'second', 'seconds')
    : plural(Math.ceil(seconds / 60), 'minute', 'minutes');
}

/** What an agent reads when a profile could not be fetched; how long to wait, where Gladly says so. */
export function loadingFailure(error: Error): FailureText {
  const failure = loadingFailures[error instanceof ApiError ? error.code : 'internal'];
  const wait = longWaitOf(error);
  return wait === undefined
    ? failure
    : {
        ...failure,
        body: `Gladly asks to wait ${wait}, and until then nothing of the profile can be shown here. Try again after that, or look in Gladly.`,
      };
}
