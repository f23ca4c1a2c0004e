import * as z from 'zod/mini';

export const destinationSchema = z.union([
  z.object({ to: z.string() }),
  z.object({ popup: z.enum(['page', 'frame']) }),
]);

/** Where a sign-in ends: on a page of ours, or in a window that tells the one that opened it. */
export type Destination = z.infer<typeof destinationSchema>;

/** The pages that a sign-in may end on. Anything else, above all another site, becomes the start page. */
const pages = ['/', '/host'];
/**
 * The address is kept in a cookie for each sign-in that is under way. Other sites' links may begin several with long ones, and
 * Node refuses all requests of a browser whose headers have more than 16 kB.
 */
const mostCharacters = 256;

function ownAddress(to: string | undefined, origin: string): string {
  if (to === undefined || !to.startsWith('/') || !URL.canParse(to, origin)) return '/';
  const { pathname, search, origin: leadsTo } = new URL(to, origin);
  const address = pathname + search;
  const isOurs = leadsTo === origin && pages.includes(pathname);
  return isOurs && address.length <= mostCharacters ? address : '/';
}

/** What `/sign-in?to=…` or `/sign-in?popup=…` asks for, as far as it may; `origin` is our own. */
export function readDestination(query: URLSearchParams, origin: string): Destination {
  const popup = query.get('popup');
  if (popup === 'page' || popup === 'frame') return { popup };
  return { to: ownAddress(query.get('to') ?? undefined, origin) };
}

export const addressOf = (destination: Destination): string =>
  'to' in destination ? destination.to : `/sign-in/done?popup=${destination.popup}`;

/** Where a sign-in with this end begins. */
export const signInAddress = (destination: Destination): string =>
  `/sign-in?${new URLSearchParams({ ...destination }).toString()}`;
