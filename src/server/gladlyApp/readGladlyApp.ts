export interface GladlyAppConfig {
  /** What the app may show as its secret: the one in use, and while it is being replaced the next one. */
  secrets: readonly string[];
  /** Whether the form in Gladly may change attributes. */
  mayWrite: boolean;
}

type Read = (name: string) => string | undefined;

/** What an HTTP header carries unharmed (RFC 9110, section 5.5), without the comma that separates two. */
const secretPattern = /^[\x21-\x2b\x2d-\x7e]{32,}$/;

function readSecrets(text: string, problems: string[]): string[] {
  const secrets = text.split(',').map((secret) => secret.trim());
  if (secrets.length > 2)
    problems.push('GLADLY_APP_SECRET may hold two secrets: the one in use, and the next one.');
  if (secrets.some((secret) => !secretPattern.test(secret)))
    problems.push(
      'GLADLY_APP_SECRET must have at least 32 characters, visible ones of ASCII: for example what "openssl rand -hex 32" prints.',
    );
  return secrets;
}

/**
 * Reads the variables of the Gladly app, with `read` giving a variable's value. `undefined` where `GLADLY_APP_SECRET` is
 * not set: then its addresses are not there. What is wrong is added to `problems`, without the secrets themselves.
 */
export function readGladlyApp(read: Read, problems: string[]): GladlyAppConfig | undefined {
  const text = read('GLADLY_APP_SECRET');
  const write = read('GLADLY_APP_WRITE');
  if (!['0', '1', undefined].includes(write)) problems.push('GLADLY_APP_WRITE must be 1 or 0.');
  if (text === undefined) {
    if (write === '1') problems.push('GLADLY_APP_WRITE=1 works with GLADLY_APP_SECRET only.');
    return undefined;
  }
  return { secrets: readSecrets(text, problems), mayWrite: write === '1' };
}
