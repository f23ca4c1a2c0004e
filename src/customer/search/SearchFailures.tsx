import { Button } from '#src/ui/Button.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { SignInAgain } from '../signIn/SignInAgain.tsx';
import type { Failure } from './searchOutcome.ts';
import { searchText } from './searchText.ts';

interface SearchFailuresProps {
  failures: readonly Failure[];
  /** The button that was pressed disappears: the focus needs another place. */
  onRetry: () => void;
}

/** One notice for each reading of the text that could not be searched; the others' results stand beside it. */
export function SearchFailures({ failures, onRetry }: SearchFailuresProps) {
  function again(retry: () => void) {
    onRetry();
    retry();
  }

  return failures.map(({ interpretation, code, wait, retry }) => {
    const { title, body } = searchText.failure(interpretation, code, wait);
    return (
      <Notice
        key={`${interpretation.by} ${interpretation.value}`}
        tone="caution"
        title={title}
        actions={
          code === 'unauthenticated' ? (
            <SignInAgain onSignedIn={() => again(retry)} />
          ) : (
            <Button onClick={() => again(retry)}>{searchText.retry}</Button>
          )
        }
      >
        <p>{body}</p>
      </Notice>
    );
  });
}
