import * as z from 'zod/mini';

/** What a link may say about its subject, beside the customer. */
const placeholders = {
  email: ['email'],
  phone: ['phone'],
  customer: [],
  address: ['address'],
} as const;

const ofCustomer = ['id', 'externalId', 'name'];

const subjects = ['email', 'phone', 'customer', 'address'] as const;

const linkTemplate = z.strictObject({
  label: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  url: z.string(),
  for: z.enum(subjects),
});

type LinkTemplate = z.infer<typeof linkTemplate>;

/** Thrown with one line that says what is wrong, in words for whoever configures the server. */
export class LinksError extends Error {
  override readonly name = 'LinksError';
}

/** Why a template could lead somewhere that the brand did not name; `undefined` when it cannot. */
function problemOf({ url, for: subject }: LinkTemplate): string | undefined {
  const known: readonly string[] = [...ofCustomer, ...placeholders[subject]];
  const unknown = [...url.matchAll(/\{([^{}]*)\}/g)].find(([, name = '']) => !known.includes(name));
  if (unknown)
    return `has ${unknown[0]}; a link for ${subject} may hold ${known.map((name) => `{${name}}`).join(', ')}`;
  const filled = url.replace(/\{\w+\}/g, 'x');
  if (/[{}]/.test(filled)) return 'has a brace without its pair';
  if (!URL.canParse(filled)) return 'is not a web address';
  const { protocol, username, password } = new URL(filled);
  if (protocol !== 'https:' || !/^https:\/\//i.test(url)) return 'must begin with https://';
  if (username || password) return 'must not hold a user name or a password';
  // The host ends before the first placeholder, and the fragment begins after the last.
  if (/^[^/]*\/\/[^/?#\\]*\{/.test(url) || /#.*\{/.test(url))
    return 'may hold values in its path and query only';
  return undefined;
}

/**
 * Reads the brand's link templates (`LINKS`) and returns them as JSON for the page. Throws a
 * {@link LinksError}: a link that is half right would send a customer's data to the wrong place.
 */
export function readLinks(text: string): string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new LinksError('is not JSON.');
  }
  const list = z.array(z.unknown()).safeParse(json);
  if (!list.success) throw new LinksError('must be a JSON array of links.');
  const templates = list.data.map((item, index) => {
    const parsed = linkTemplate.safeParse(item);
    if (!parsed.success)
      throw new LinksError(
        `link ${index + 1} must have a "label" of 1 to 60 characters, a "url", a "for" that is one of ${subjects.join(', ')}, and nothing else.`,
      );
    const problem = problemOf(parsed.data);
    if (problem) throw new LinksError(`the url of link ${index + 1} ${problem}.`);
    return parsed.data;
  });
  return JSON.stringify(templates);
}
