import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Destination } from './destination.ts';
import { transactionSeconds, type Transaction, type Transactions } from './transactions.ts';

/**
 * What every cookie of ours is: readable by no script, sent by no other site's page but as a navigation, over https or on
 * this machine alone.
 */
export const cookieRules = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

const prefix = '__Host-sign-in-';
/** A cookie for each sign-in that is under way: a browser that restores its tabs begins several at once. */
const nameOf = (state: string) => prefix + state.slice(0, 16);
/** Sign-ins begun and never finished would fill the browser's header. */
const most = 8;

/** Begins a sign-in that only this browser can finish. */
export async function beginTransaction(
  c: Context,
  transactions: Transactions,
  destination: Destination,
): Promise<Transaction> {
  const begun = Object.keys(getCookie(c)).filter((name) => name.startsWith(prefix));
  if (begun.length >= most) for (const name of begun) deleteCookie(c, name, cookieRules);
  const transaction = transactions.begin(destination);
  setCookie(c, nameOf(transaction.state), await transactions.seal(transaction), {
    ...cookieRules,
    maxAge: transactionSeconds,
  });
  return transaction;
}

/**
 * The sign-in that this browser began and the address's `state` names, by its beginning: the provider's client compares the
 * whole. The browser forgets it.
 */
export async function takeTransaction(
  c: Context,
  transactions: Transactions,
): Promise<Transaction | undefined> {
  const state = c.req.query('state') ?? '';
  const sealed = getCookie(c, nameOf(state));
  if (sealed === undefined) return undefined;
  deleteCookie(c, nameOf(state), cookieRules);
  return transactions.unseal(sealed);
}
