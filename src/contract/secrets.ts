/** Bytes as text that needs no escape in a header, a cookie or a body (base64url, RFC 4648). */
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** 256 bits that nobody can guess, as 43 characters. */
export const randomToken = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

/**
 * The nonce in a launch token for a panel's secret: its SHA-256 digest. Whoever reads the nonce does not have the secret, as
 * with the challenge of PKCE (RFC 7636, section 4.2). Browsers have digests in secure contexts alone.
 */
export async function nonceOf(secret: string): Promise<string> {
  return base64url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))),
  );
}
