import { expect, it } from 'vitest';
import { alikeKeys } from './alikeKeys.ts';

it('tells keys that differ in writing alone', () => {
  const keys = [
    'loyaltyTier',
    'loyalty_tier',
    'Loyalty Tier',
    'tier',
    '--',
    '_',
    'الاسم',
    'الاسم_',
  ];
  expect([...alikeKeys(keys)]).toEqual([
    ['loyaltyTier', 'loyalty_tier, Loyalty Tier'],
    ['loyalty_tier', 'loyaltyTier, Loyalty Tier'],
    ['Loyalty Tier', 'loyaltyTier, loyalty_tier'],
    ['الاسم', 'الاسم_'],
    ['الاسم_', 'الاسم'],
  ]);
});
