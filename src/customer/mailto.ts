/** No half of a surrogate pair: it is no character, so no letter can go there. */
const address = /^[^\s@\p{Surrogate}]+@[^\s@\p{Surrogate}]+$/u;

/** Leads to a letter to an e-mail address; what the address may not hold as it is, is percent-encoded (RFC 6068). `undefined` for any other text. */
export const mailto = (text: string): string | undefined =>
  address.test(text) ? `mailto:${encodeURIComponent(text).replace('%40', '@')}` : undefined;
