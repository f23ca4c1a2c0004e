import * as z from 'zod/mini';
import type { Fetch } from '#src/customer/api.ts';
import type { Session } from '#src/customer/SessionContext.ts';
import { createFrameHost, type FrameHost } from '#src/host/frameHost.ts';
import type { FrameStart } from './startFrame.ts';

/** What only a panel does that a desktop frames or that was launched with a token. The server has the browser fetch it beside the rest. */
const loadStart = async () => (await import('./startFrame.ts')).startFrame;

export interface Frame {
  host: FrameHost;
  /** Absent where no token is needed: then calls go out as they are. */
  fetch?: Fetch;
  session?: Session;
  /** Resolves once the panel and the desktop around it can talk; rejects when the code for it did not come. Absent without a desktop. */
  started?: Promise<unknown>;
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
 * find there), and whether calls need a token (`data-sign-in`). Without a desktop nothing is listened to or sent. Calls
 * that need a token wait until there is who knows it.
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
  if (origin === undefined && grant === undefined) return { host };

  const needsToken = grant !== undefined || signIn !== undefined;
  // Nothing is edited before the desktop can say another customer, that nobody may, or ask what is unsaved.
  host.change({ readOnly: true, isUnknown: needsToken });
  const started = loadStart().then((start) => start({ ...given, page, host, origin, grant }));
  if (!needsToken) return { host, started };
  return {
    host,
    started,
    fetch: async (...call) => (await started).fetch(...call),
    session: { signedIn: async (...came) => (await started).signedIn(...came) },
  };
}
