import * as z from 'zod/mini';

const domain = z.string().check(z.trim(), z.toLowerCase(), z.regex(/^[^@\s]+\.[^@\s]+$/));

const ruleSchema = z.union([
  z.strictObject({ emailDomain: domain }),
  z.strictObject({
    claim: z.string().check(z.minLength(1)),
    has: z.string().check(z.minLength(1)),
  }),
]);

const rulesSchema = z.strictObject({
  read: z.optional(z.array(ruleSchema)),
  write: z.optional(z.array(ruleSchema)),
});

type Rule = z.infer<typeof ruleSchema>;

/** Who may read and who may write: an agent may when one of the rules fits. Without a rule nobody may. */
export interface AccessRules {
  read: readonly Rule[];
  write: readonly Rule[];
}

/** What the provider says about an agent (OpenID Connect Core 1.0, section 5.1). */
export type Claims = Readonly<Record<string, unknown>>;

/** Thrown with one line that says what is wrong, in words for whoever configures the server. */
export class AccessRulesError extends Error {
  override readonly name = 'AccessRulesError';
}

const shapes =
  '{"emailDomain":"example.com"} or {"claim":"groups","has":"support"}, and nothing else';

/** Reads who may read and write (`ACCESS`). Throws an {@link AccessRulesError}, also when nobody could read. */
export function readAccessRules(text: string): AccessRules {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AccessRulesError(
      'is not JSON. Set for example ACCESS=\'{"read":[{"emailDomain":"example.com"}]}\'.',
    );
  }
  const parsed = rulesSchema.safeParse(json);
  if (!parsed.success) {
    const [list, index] = parsed.error.issues[0]?.path ?? [];
    throw new AccessRulesError(
      index === undefined
        ? 'must be {"read":[RULE, …],"write":[RULE, …]}.'
        : `${String(list)} rule ${Number(index) + 1} must be ${shapes}.`,
    );
  }
  const { read = [], write = [] } = parsed.data;
  if (read.length + write.length === 0) throw new AccessRulesError('lets nobody read.');
  return { read, write };
}

/**
 * What the provider says in both its places; the ID token, which is signed, comes first. Where they name two addresses, what
 * userinfo says of its own is no word for the other.
 */
export function joinClaims<IdToken extends Claims>(
  idToken: IdToken,
  userinfo: Claims,
): Claims & IdToken {
  const { email_verified: isVerified, ...others } = userinfo;
  const areTwo = idToken['email'] !== undefined && idToken['email'] !== userinfo['email'];
  return { ...others, ...(!areTwo && { email_verified: isVerified }), ...idToken };
}

/** Only an address that the provider has verified: anybody can claim another (OpenID Connect Core 1.0, section 5.7). */
function verifiedDomain(claims: Claims): string | undefined {
  const { email, email_verified: isVerified } = claims;
  if (typeof email !== 'string' || isVerified !== true) return undefined;
  return /@([^@]+)$/.exec(email)?.[1]?.toLowerCase();
}

function fits(rule: Rule, claims: Claims): boolean {
  if ('emailDomain' in rule) return verifiedDomain(claims) === rule.emailDomain;
  const value = Object.hasOwn(claims, rule.claim) ? claims[rule.claim] : undefined;
  return Array.isArray(value) ? value.includes(rule.has) : value === rule.has;
}

/** What an agent may do by the rules; who may write may read. */
export function rightsOf(
  { read, write }: AccessRules,
  claims: Claims,
): { mayRead: boolean; mayWrite: boolean } {
  const mayWrite = write.some((rule) => fits(rule, claims));
  return { mayRead: mayWrite || read.some((rule) => fits(rule, claims)), mayWrite };
}
