import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { Fetch } from '#src/customer/api.ts';
import type { Drafts } from '#src/customer/attributes/drafts.ts';
import type { Session } from '#src/customer/SessionContext.ts';
import type { FrameHost } from '#src/host/frameHost.ts';
import { connectDesktop } from '#src/host/frame/connectDesktop.ts';
import { reader } from '#src/ui/reader.ts';
import { version } from '../../../package.json';
import { readAgent } from '../agent.ts';
import { createSession, readGrant } from './session.ts';
import { tellDesktop } from './tellDesktop.ts';

export interface FrameStart {
  page: Window;
  host: FrameHost;
  /** The origin of the desktop around the frame; absent where there is none. */
  origin: string | undefined;
  /** What the server wrote into the page for a launch token, as JSON. */
  grant: string | undefined;
  fetch: Fetch;
  drafts: Drafts;
  /** Says which agent is here. */
  own: (agentId: string) => void;
  queryClient: QueryClient;
}

/** The address says which customer is shown, so that the panel, loaded again inside the frame, begins with no other one. */
function keepAddress(page: Window, host: FrameHost, origin: string | undefined) {
  let written: string | undefined;
  const write = () => {
    const customer = host.getCustomerId();
    const asked = new URLSearchParams({
      ...(origin && { host: origin }),
      ...(customer && { customer }),
    });
    const address = `/embed?${asked}`;
    if (address !== written) page.history.replaceState(null, '', address);
    written = address;
  };
  write();
  host.subscribe(write);
}

/** In the history, which nobody else reads, and not in the address, which is logged. */
const leftSchema = z.object({ code: z.string() });

/**
 * Somebody else at the same computer: nothing of the agent before stays on the page, and the desktop greets the new one. The
 * code of their sign-in, which no page can ask for twice, is left to that page.
 */
function beginAnew(page: Window, drafts: Drafts, code?: string): Promise<never> {
  drafts.forget();
  page.history.replaceState(code === undefined ? null : { code }, '');
  page.location.reload();
  return new Promise(() => {});
}

/** All that a panel does because it is in a frame, or was launched with a token: a chunk of its own, fetched beside the page. */
export function startFrame(start: FrameStart): Session & { fetch: Fetch } {
  const { page, host, origin, drafts, queryClient, fetch } = start;
  const grant = start.grant === undefined ? undefined : readGrant(start.grant);
  const left = leftSchema.safeParse(page.history.state).data;
  let wantsReadOnly = false;

  const desktop =
    origin === undefined
      ? undefined
      : connectDesktop(page, origin, {
          appVersion: version,
          onCustomer: (customerId) => host.change({ customerId }),
          onContext({ locale, timeZone, readOnly }) {
            if (readOnly !== undefined) wantsReadOnly = readOnly;
            if (locale !== undefined) reader.locale = locale;
            if (timeZone !== undefined) reader.timeZone = timeZone;
            host.change({ locale: reader.locale, timeZone: reader.timeZone });
            update();
          },
          mayClose: () => drafts.list().length === 0,
        });

  const session = createSession({
    fetch,
    grant,
    code: left?.code,
    getToken: async (nonce, customerId) => desktop?.getToken(nonce, customerId),
    shown: host.getCustomerId,
    onGrant(agentId) {
      know(agentId);
      update();
    },
    onNoGrant: () => know(readAgent(page.document.documentElement.dataset['agent'])?.id),
  });

  /** Until it is known who is here, nothing is shown of what an agent before them may have typed in this tab. */
  function know(agentId: string | undefined) {
    if (agentId === undefined) return;
    if (!drafts.isOwn(agentId)) return void beginAnew(page, drafts);
    start.own(agentId);
    if (host.get().isUnknown) host.change({ isUnknown: false });
  }

  function update() {
    const readOnly = wantsReadOnly || !session.mayWrite(host.getCustomerId());
    if (readOnly !== (host.get().readOnly ?? false)) host.change({ readOnly });
  }

  if (desktop) host.listen(desktop.tell);
  keepAddress(page, host, origin);
  host.subscribe(update);
  if (grant) know(grant.agent.id);
  update();
  if (desktop) tellDesktop(host, drafts, queryClient);
  return {
    fetch: session.fetch,
    signedIn: async (code, agentId) =>
      drafts.isOwn(agentId) ? session.signedIn(code) : beginAnew(page, drafts, code),
  };
}
