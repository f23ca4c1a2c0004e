/** A name without what people write differently: `loyaltyTier`, `loyalty_tier` and "Loyalty tier" are one. */
export const spelling = (key: string) => key.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/**
 * For each key those that differ from it in writing alone, such as `loyalty_tier` from `loyaltyTier`, as one
 * text. A key of signs alone is like no other.
 */
export function alikeKeys(keys: readonly string[]): ReadonlyMap<string, string> {
  const bySpelling = new Map<string, string[]>();
  for (const key of keys) {
    const spelled = spelling(key);
    bySpelling.set(spelled, [...(bySpelling.get(spelled) ?? []), key]);
  }
  const alike = new Map<string, string>();
  for (const [spelled, same] of bySpelling)
    if (spelled !== '' && same.length > 1)
      for (const key of same) alike.set(key, same.filter((other) => other !== key).join(', '));
  return alike;
}
