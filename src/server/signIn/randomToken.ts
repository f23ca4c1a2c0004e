/** 256 bits that nobody can guess, as 43 characters that need no escape in a header or a cookie (base64url, RFC 4648). */
export function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
