import * as z from 'zod/mini';
import type { Fetch } from '#src/customer/api.ts';
import type { Session } from '#src/customer/SessionContext.ts';
import { createFrameHost, type FrameHost } from '#src/host/frameHost.ts';
import { EmbedPage } from './EmbedPage.tsx';
import { startFrame, type FrameStart } from './startFrame.ts';

export interface Frame {
  host: FrameHost;
  Page: typeof EmbedPage;
  /** Absent where no token is needed: then calls go out as they are. */
  fetch?: Fetch;
  session?: Session;
}

const grantedSchema = z.object({ customerId: z.optional(z.string()) });

/** The customer whom the page was launched for, or whom its address names. */
const firstCustomer = (grant: string | undefined, search: string) =>
  grant === undefined
    ? (new URLSearchParams(search).get('customer') ?? undefined)
    : grantedSchema.parse(JSON.parse(grant)).customerId;

/**
 * `/embed`: the panel without a page around it. The server wrote into the document what it knows: the origin
 * of the desktop that may frame it (`data-host`), what a launch token was good for (`data-grant`, which nobody else needs to
 * find there), and whether calls need a token (`data-sign-in`). Without a desktop nothing is listened to or sent.
 */
export function openFrame(
  page: Window,
  given: Pick<FrameStart, 'fetch' | 'drafts' | 'own' | 'queryClient'>,
): Frame {
  const { dataset } = page.document.documentElement;
  const { grant, signIn } = dataset;
  delete dataset['grant'];
  const origin = page.parent === page ? undefined : dataset['host'];
  const host = createFrameHost(firstCustomer(grant, page.location.search));
  const alone = { host, Page: EmbedPage };
  if (origin === undefined && grant === undefined) return alone;

  const needsToken = grant !== undefined || signIn !== undefined;
  if (needsToken) host.change({ isUnknown: true });
  const { fetch, signedIn } = startFrame({ ...given, page, host, origin, grant });
  return needsToken ? { ...alone, fetch, session: { signedIn } } : alone;
}
