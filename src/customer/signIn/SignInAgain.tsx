import { useQueryClient } from '@tanstack/react-query';
import { use, useEffect, useEffectEvent, useState } from 'react';
import * as z from 'zod/mini';
import { useDrafts } from '../attributes/DraftsContext.ts';
import { SessionContext } from '../SessionContext.ts';
import { signInText as text } from './signInText.ts';

/** What the window in which an agent signed in tells the frame that opened it: who, and a code to be redeemed once. */
const signedInSchema = z.object({
  channel: z.literal('customer-profile'),
  v: z.literal(1),
  method: z.literal('signed-in'),
  params: z.object({ code: z.string(), agent: z.string() }),
});

/** On which that window tells our pages in this browser whose cookie is there now. `public/sign-in/popup.js` knows it too. */
const signedInChannel = 'customer-profile-signed-in';

export interface SignInAgainProps {
  /** Calls of the API are an agent's again, and what could not be fetched is asked for anew. */
  onSignedIn?: () => void;
}

/**
 * Signs the agent in without leaving the page, so that nothing that was typed goes: a link to a window of its own,
 * which no blocker of pop-ups stops. A page hears of the end by a broadcast and has its cookie; a frame has none and gets a code.
 */
export function SignInAgain({ onSignedIn }: SignInAgainProps) {
  const session = use(SessionContext);
  const client = useQueryClient();
  const drafts = useDrafts();
  const [failed, setFailed] = useState(false);

  const signedIn = useEffectEvent(() => {
    void client.invalidateQueries();
    onSignedIn?.();
  });
  const redeem = useEffectEvent(async (code: string, agent: string) => {
    setFailed(false);
    try {
      await session?.signedIn(code, agent);
      signedIn();
    } catch {
      setFailed(true);
    }
  });

  const goOnAs = useEffectEvent((agent: unknown) => {
    if (typeof agent === 'string' && drafts.isOwn(agent)) return signedIn();
    // Somebody else at the same computer: nothing of the agent before stays on the page.
    drafts.forget();
    window.location.reload();
  });

  useEffect(() => {
    if (!session) {
      const channel = new BroadcastChannel(signedInChannel);
      channel.addEventListener('message', ({ data }) => goOnAs(data));
      return () => channel.close();
    }
    const listen = ({ origin, data }: MessageEvent<unknown>) => {
      if (origin !== window.location.origin) return;
      const message = signedInSchema.safeParse(data);
      if (!message.success) return;
      const { code, agent } = message.data.params;
      void redeem(code, agent);
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, [session]);

  return (
    <>
      <a
        className="button button--plain"
        href={`/sign-in?popup=${session ? 'frame' : 'page'}`}
        target="_blank"
        // So that the window can speak with a frame, and close itself.
        rel="opener"
      >
        {text.signIn} <span className="visually-hidden">{text.opensWindow}</span>
      </a>
      {failed && <p role="alert">{text.failed}</p>}
    </>
  );
}
