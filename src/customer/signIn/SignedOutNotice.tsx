import { Notice } from '#src/ui/Notice.tsx';
import { SignInAgain, type SignInAgainProps } from './SignInAgain.tsx';
import { signInText } from './signInText.ts';

/** Above a profile that could not be refreshed because the agent's sign-in has ended. */
export function SignedOutNotice(props: SignInAgainProps) {
  return (
    <Notice tone="caution" title={signInText.stale} actions={<SignInAgain {...props} />}>
      <p>{signInText.staleBody}</p>
    </Notice>
  );
}
